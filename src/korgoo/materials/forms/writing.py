"""What a material says in one language; which questions are asked depends on its kind."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from korgoo.lib import media
from korgoo.lib.uploads import CannotTake
from korgoo.materials import enums, numbers
from korgoo.materials.enums import DRAWN, Faces, Kind, Template
from korgoo.materials.facts import Wording

if TYPE_CHECKING:
    from korgoo.campaign.api import CodeCard
    from korgoo.lib.media import Media

TOO_LONG = {"max_length": _("This is too long. Make it shorter; nothing else is lost.")}
ASKED = tuple(f"question_{number}" for number in range(1, enums.QUESTIONS + 1))
OF_PICTURE = ("faces", "source", "licence", "consent")
OF_KIND = {Kind.SPOKEN: ("title", "body"), Kind.VIDEO: ("title", "link", *OF_PICTURE)}
DRAWN_FIELDS = (
    *("title", "template", "slogan", "action", *ASKED, "numbers", "code"),
    *("file", *OF_PICTURE),
)


def _line(label: Any, hint: Any = "", longest: int = enums.LONGEST_LINE) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, max_length=longest, required=False, error_messages=TOO_LONG
    )


class WriteForm(forms.Form):
    """Words, numbers, code and picture of a version."""

    title = forms.CharField(
        label=_("Title for lists"),
        help_text=_("It stands in lists and in the file, not on the material."),
        max_length=enums.LONGEST_TITLE,
        error_messages={"required": _("Give it a title, so that it is found."), **TOO_LONG},
    )
    template = forms.ChoiceField(
        label=pgettext_lazy("of a poster", "Template"),
        choices=[*Template.choices, ("", _("None: a file of our own"))],
        widget=forms.RadioSelect,
        required=False,
    )
    slogan = _line(
        pgettext_lazy("of a poster", "Slogan"),
        _("A few words that are read in passing: three lines at most."),
    )
    action = _line(
        pgettext_lazy("of a campaign", "What is asked"),
        _("The one step that the campaign asks for."),
    )
    question_1 = _line(_("First question"), _("What to ask before saying yes."))
    question_2 = _line(_("Second question"))
    question_3 = _line(_("Third question"))
    numbers = forms.MultipleChoiceField(
        label=_("Number to call"),
        help_text=_(
            "One or two, the first one large. They are those that people are given today."
        ),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    code = forms.ChoiceField(
        label=_("Campaign code"),
        help_text=_("It leads to the page of the campaign, and says where the material hung."),
        required=False,
    )
    body = forms.CharField(
        label=pgettext_lazy("of a material", "Text"),
        help_text=_("As it is read out, or sent. With the number, and without anybody's name."),
        widget=forms.Textarea,
        max_length=enums.LONGEST_TEXT,
        required=False,
        error_messages=TOO_LONG,
    )
    link = forms.URLField(
        label=_("Address of the video"),
        max_length=300,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Write the whole address, beginning with https://.")},
    )
    file = forms.FileField(
        label=_("A file of your own"),
        help_text=_(
            "JPEG, PNG, WebP or PDF, at most 5 MB. What it tells of its making is removed."
        ),
        required=False,
        allow_empty_file=True,
    )
    faces = forms.ChoiceField(
        label=_("Who can be recognised on the picture?"),
        help_text=_("No face, name, voice or home of somebody who was harmed is ever shown."),
        choices=Faces.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    source = _line(_("Who made the picture?"), longest=300)
    licence = _line(
        _("By which right is it used?"), _("A licence, a contract, or our own work."), longest=300
    )
    consent = _line(
        _("Who keeps the written consent of those who are shown?"),
        _("An organisation and a file number, never a person's name."),
        longest=300,
    )

    def __init__(
        self,
        *args: Any,
        kind: Kind,
        language: str,
        codes: "list[CodeCard]",
        is_too_large: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.is_too_large = is_too_large
        wanted = DRAWN_FIELDS if kind in DRAWN else OF_KIND[kind]
        self.fields = {name: self.fields[name] for name in wanted}
        if kind in DRAWN:
            offered = [
                (one.key, f"{one.number} – {one.name}") for one in numbers.offered(language)
            ]
            self._choose("numbers", offered)
            none = ("", pgettext_lazy("campaign code", "Choose a code"))
            self._choose("code", [none, *((one.code, _told(one)) for one in codes)])

    def _choose(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_numbers(self) -> tuple[str, ...]:
        """Take one or two numbers."""
        chosen = tuple(self.cleaned_data["numbers"])
        if len(chosen) > enums.MOST_NUMBERS:
            words = ngettext(
                "Choose %(num)s number at most: the more there are, the fewer are kept in mind.",
                "Choose %(num)s numbers at most: the more there are, the fewer are kept in mind.",
                enums.MOST_NUMBERS,
            )
            raise forms.ValidationError(words % {"num": enums.MOST_NUMBERS})
        return chosen

    def clean_file(self) -> "Media | None":
        """Make the file anew, without what it tells beside itself."""
        if self.is_too_large:
            raise forms.ValidationError(
                _("The file is larger than 5 MB. Make it smaller, or send it in parts.")
            )
        file = self.cleaned_data["file"]
        if file is None:
            return None
        try:
            made = media.read_media(file.read())
        except CannotTake as error:
            raise forms.ValidationError(str(error.message)) from error
        if made.media_type.startswith("audio/"):
            raise forms.ValidationError(_("A recording is no picture. Add a picture or a PDF."))
        return made

    def clean(self) -> dict[str, Any]:
        """A template or a file, one of the two: of a drawing nobody asks who can be recognised."""
        said = super().clean() or {}
        if said.get("template") and said.get("file"):
            self.add_error("file", _("Choose a template, or add a file of your own."))
        return said

    def wording(self) -> Wording:
        """What was written; of a valid form."""
        said = self.cleaned_data
        asked = [said.get(name, "").strip() for name in ASKED]
        plain = {
            name: said.get(name, "")
            for name in ("title", "template", "slogan", "action", "body", "code", "link")
        }
        return Wording(
            **plain,
            **{name: said.get(name, "") for name in OF_PICTURE},
            questions=tuple(filter(None, asked)),
            numbers=said.get("numbers", ()),
            file=said.get("file"),
        )


def _told(card: "CodeCard") -> str:
    return f"{card.code} – {card.label}"
