"""What a person without a name fills in, and what those who answer write."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.helpline import policies, seals, tickets, wording
from korgoo.helpline.enums import AnswerWay, Danger
from korgoo.helpline.services import Incoming, Note
from korgoo.lib import clock, uploads, word_codes

SHORT, CHOOSE = 120, {"required": _("Choose one of the answers.")}
TOO_LONG = {"max_length": _("This is too long. Make it shorter; nothing else is lost.")}


class WordsForm(forms.Form):
    """The seven words, typed by a person or carried by a page."""

    words = forms.CharField(
        label=_("Your seven words"),
        help_text=_(
            "In their order. Capital letters, commas and numbers do not matter, nor do missing"
            " ң, ө and ү."
        ),
        widget=forms.Textarea,
        max_length=400,
        error_messages={"required": _("Write your seven words."), **TOO_LONG},
    )

    def clean_words(self) -> str:
        """Bring them to the one spelling that counts."""
        code = word_codes.read_code(self.cleaned_data["words"])
        if code is None:
            raise forms.ValidationError(
                _("These are not seven words of one code. Look at each word and its place.")
            )
        return code


class MessageForm(forms.Form):
    """A message in words or a picture; what tells a person from a program; and hidden things.

    ``is_too_large`` says that a picture was dropped on the way because of its size.
    """

    text = forms.CharField(
        label=_("What happened? What do you need?"),
        help_text=_("Your own words, any language. You need not say your name."),
        widget=forms.Textarea,
        max_length=policies.LONGEST_TEXT,
        required=False,
        error_messages=TOO_LONG,
    )
    photo = forms.FileField(
        label=_("A picture, if you wish"),
        help_text=_("At most 5 MB. Where and when it was taken is removed from it."),
        required=False,
        allow_empty_file=True,
    )
    danger = forms.ChoiceField(
        label=_("Are you in danger now?"),
        choices=Danger.choices,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    words = forms.CharField(required=False, max_length=400)
    form = forms.UUIDField(required=False)
    shown = forms.CharField(required=False, max_length=100)
    website = forms.CharField(required=False)

    def __init__(self, *args: Any, is_too_large: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_too_large = is_too_large

    @property
    def code(self) -> str | None:
        """The seven words that came with the form; None when they cannot be read."""
        return word_codes.read_code(str(self.data.get("words", "")))

    @property
    def number(self) -> UUID:
        """The number of this form, or a new one."""
        try:
            return UUID(str(self.data.get("form", "")))
        except ValueError:
            return uuid4()

    def clean_photo(self) -> bytes:
        """Make the picture anew, without what it tells beside itself."""
        file = self.cleaned_data["photo"]
        if self.is_too_large:
            raise forms.ValidationError(
                _("The file is larger than 5 MB. Make it smaller, or send it in parts.")
            )
        return _picture(file.read()) if file else b""

    def clean(self) -> dict[str, Any]:
        """Refuse what says nothing, what only a program does, and words that do not go on."""
        data = super().clean() or {}
        if not data.get("text", "").strip() and not data.get("photo") and not self.errors:
            self.add_error("text", _("Write something, or add a picture."))
        if data.get("website"):
            self.add_error(None, _("A hidden line was filled in. It is empty now: send again."))
        if self.code is None:
            self.add_error(None, _("The seven words were lost. Write down the new ones below."))
        self._ask_time(data)
        return data

    def _ask_time(self, data: dict[str, Any]) -> None:
        danger = Danger(data["danger"]) if data.get("danger") else None
        shown = tickets.read(data.get("shown", ""))
        verdict = policies.send_in_time(shown, now=clock.now(), danger=danger)
        if not verdict:
            self.add_error(None, str(verdict.reason))

    def note(self) -> Note:
        """What was written; of a valid form."""
        data = self.cleaned_data
        return Note(self.number, data["text"], Danger(data["danger"]), photo=data["photo"])


class FirstMessageForm(MessageForm):
    """The first message also says where the person is and how they may be answered."""

    way = forms.ChoiceField(
        label=_("How may we answer you?"),
        choices=AnswerWay.choices,
        widget=forms.RadioSelect,
        initial=AnswerWay.HERE,
        error_messages=CHOOSE,
    )
    phone = forms.CharField(
        label=_("Number to call"), max_length=SHORT, required=False, error_messages=TOO_LONG
    )
    hours = forms.CharField(
        label=_("When it is safe to call"),
        help_text=_("For example: on Sunday morning."),
        max_length=SHORT,
        required=False,
        error_messages=TOO_LONG,
    )
    word = forms.CharField(
        label=_("What we shall say first"),
        help_text=_("For example: it is about a parcel. So that nobody else learns who calls."),
        max_length=SHORT,
        required=False,
        error_messages=TOO_LONG,
    )
    country = forms.ChoiceField(label=_("Where are you now?"), required=False)
    language = forms.ChoiceField(label=_("In which language shall we answer?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = wording.countries()  # type: ignore[attr-defined]
        self.fields["language"].choices = wording.languages()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Who shall be called leaves a number."""
        data = super().clean()
        if data.get("way") == AnswerWay.CALL and not data.get("phone", "").strip():
            self.add_error("phone", _("Write the number, or choose another way above."))
        return data

    def note(self) -> Note:
        """What was written; of a valid form."""
        data = self.cleaned_data
        return Note(
            self.number,
            data["text"],
            Danger(data["danger"]),
            photo=data["photo"],
            language=data["language"],
            country=data["country"],
            way=AnswerWay(data["way"]),
            phone=data["phone"],
            hours=data["hours"],
            word=data["word"],
        )


class SealedForm(forms.Form):
    """What a browser sends that sealed by itself: places, keys and codes, and ciphertext as files."""

    locator = forms.RegexField(r"^[0-9a-f]{32}$")
    public = forms.RegexField(r"^[0-9a-f]{64}$")
    key = forms.UUIDField()
    key_id = forms.IntegerField(min_value=1)
    danger = forms.ChoiceField(choices=Danger.choices)
    language = forms.ChoiceField(required=False)
    country = forms.ChoiceField(required=False)
    way = forms.ChoiceField(choices=[("", ""), *AnswerWay.choices], required=False)
    sealed = forms.FileField(max_length=20)
    own = forms.FileField(max_length=20)
    photo = forms.FileField(max_length=20, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = wording.countries()  # type: ignore[attr-defined]
        self.fields["language"].choices = [("", ""), *wording.languages()]  # type: ignore[attr-defined]

    def clean_sealed(self) -> bytes:
        """Ciphertext for the helpline."""
        return _ciphertext(self.cleaned_data["sealed"], policies.LONGEST_SEALED_TEXT)

    def clean_own(self) -> bytes:
        """Ciphertext for the person."""
        return _ciphertext(self.cleaned_data["own"], policies.LONGEST_SEALED_TEXT)

    def clean_photo(self) -> bytes:
        """Ciphertext of a picture; empty without one."""
        file = self.cleaned_data["photo"]
        return _ciphertext(file, policies.LONGEST_SEALED_PHOTO) if file else b""

    def incoming(self) -> Incoming:
        """The sealed message; of a valid form."""
        data = self.cleaned_data
        return Incoming(
            place=seals.place_of(bytes.fromhex(data["locator"])),
            public=bytes.fromhex(data["public"]),
            key=data["key"],
            helpline_key_id=data["key_id"],
            to_helpline=data["sealed"],
            to_person=data["own"],
            photo=data["photo"],
            danger=Danger(data["danger"]),
            language=data["language"],
            country=data["country"],
            way=AnswerWay(data["way"]) if data["way"] else None,
        )


class LocatorForm(forms.Form):
    """The place to which a person's words lead, as their browser found it."""

    locator = forms.RegexField(r"^[0-9a-f]{32}$")

    @property
    def place(self) -> bytes:
        """The place; of a valid form."""
        return bytes.fromhex(self.cleaned_data["locator"])


class AnswerForm(forms.Form):
    """An answer to the person."""

    text = forms.CharField(
        label=_("Your answer"),
        help_text=_("Only the person's seven words open it. Plain words; no names of others."),
        widget=forms.Textarea,
        max_length=policies.LONGEST_TEXT,
        error_messages={"required": _("Write something first."), **TOO_LONG},
    )


class PassOnForm(AnswerForm):
    """Who can help instead, and what the person is told."""

    body = forms.ChoiceField(label=_("Who can help with this?"), error_messages=CHOOSE)
    field_order = ["body", "text"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = wording.bodies()  # type: ignore[attr-defined]


class ColleagueForm(forms.Form):
    """To whom a conversation is handed."""

    to = forms.TypedChoiceField(label=_("To which colleague?"), coerce=int, error_messages=CHOOSE)

    def __init__(self, *args: Any, colleagues: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = colleagues  # type: ignore[attr-defined]


def _ciphertext(file: Any, most: int) -> bytes:
    """Take sealed bytes as they are: padded, so that their length tells nothing, and not too many."""
    content: bytes = file.read()
    if len(content) > most or not policies.is_padded(len(content)):
        raise forms.ValidationError(_("This was not sealed as it should be."))
    return content


def _picture(content: bytes) -> bytes:
    try:
        made = uploads.clean(content)
    except uploads.CannotTake as error:
        raise forms.ValidationError(str(error.message)) from error
    if not made.is_picture:
        raise forms.ValidationError(_("Choose a picture: JPEG, PNG or WebP."))
    return made.data
