"""What secretaries and members fill in about meetings."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.lib.asking import choice_field, day_field, words_field
from korgoo.meetings import enums, policies
from korgoo.meetings.enums import Answer, Attendance, DecisionKind
from korgoo.meetings.models import Invited
from korgoo.meetings.services import DecisionFacts, MeetingFacts, QuestionFacts

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

Organisations = Sequence[tuple[str, "_StrOrPromise"]]
EMPTY = ("", pgettext_lazy("nothing chosen", "Choose"))
NOBODY = ("", pgettext_lazy("no organisation", "Nobody in particular"))


def language_choices() -> "list[tuple[str, _StrOrPromise]]":
    """List the languages of the country by their own names."""
    pack = packs.current()
    return [(code, pack.language_details[code].own_name) for code in pack.languages]


class MeetingForm(forms.Form):
    """When and where a meeting is."""

    day = day_field(_("Day"))
    hour = forms.TimeField(
        label=_("Begins at"),
        input_formats=["%H:%M", "%H.%M", "%H"],
        help_text=_("As 14:30."),
        widget=forms.TextInput,
        error_messages={
            "required": _("Write when it begins."),
            "invalid": _("Write the hour as 14:30."),
        },
    )
    minutes_long = forms.IntegerField(
        label=_("How long, in minutes"),
        initial=120,
        error_messages={
            "required": _("Write how many minutes it lasts."),
            "invalid": _("Write a number of minutes."),
        },
    )
    place = words_field(_("Place"), enums.LONGEST_PLACE, required=False)
    link = forms.URLField(
        label=_("Web address, when people come by video"),
        max_length=enums.LONGEST_LINK,
        required=False,
        assume_scheme="https",
        widget=forms.TextInput,
        error_messages={"invalid": _("Write the whole address, with https://.")},
    )
    title = words_field(
        _("What it is about"),
        enums.LONGEST_TITLE,
        required=False,
        help_text=_("For those who are invited. Calendars show only which body meets."),
    )
    language = choice_field(_("Language of the minutes"), language_choices)
    is_past = False

    def clean_minutes_long(self) -> int:
        """A meeting has an end, on the same day."""
        minutes: int = self.cleaned_data["minutes_long"]
        verdict = policies.length(minutes)
        if not verdict:
            raise forms.ValidationError(str(verdict.reason))
        return minutes

    def clean_day(self) -> date:
        """No impossible day."""
        day: date = self.cleaned_data["day"]
        verdict = policies.begins(day, clock.today(), is_past=self.is_past)
        if not verdict:
            raise forms.ValidationError(str(verdict.reason))
        return day

    def clean(self) -> dict[str, Any]:
        """People must know where to come."""
        data = super().clean() or {}
        if not self.is_past and not self.errors and not (data["place"] or data["link"]):
            self.add_error("place", _("Write a place or a web address."))
        return data

    def to_facts(self) -> MeetingFacts:
        """Give what was filled in."""
        told = dict(self.cleaned_data)
        moment = datetime.combine(told.pop("day"), told.pop("hour"))
        told.pop("source", None)
        return MeetingFacts(starts_at=timezone.make_aware(moment), **told)


class PastMeetingForm(MeetingForm):
    """A meeting that was held before; its minutes are written down now."""

    source = words_field(
        _("Source"),
        enums.LONGEST_SOURCE,
        required=False,
        help_text=_("Where it is known from, when nobody of us was there."),
    )
    is_past = True


class ReasonForm(forms.Form):
    """Why."""

    reason = words_field(pgettext_lazy("of a deed", "Why"), enums.LONGEST_REASON, is_long=True)


class GuestForm(forms.Form):
    """Somebody without a seat who is invited."""

    organisation = choice_field(_("Organisation"), (), required=False)
    words = words_field(
        _("Or an office"),
        enums.LONGEST_POSITION,
        required=False,
        help_text=_("As: head of the district clinic. No name of a person."),
    )

    def __init__(self, data: Any = None, *, organisations: Organisations, **more: Any) -> None:
        """Offer these organisations."""
        super().__init__(data, **more)
        offer(self, "organisation", [EMPTY, *organisations])

    def clean(self) -> dict[str, Any]:
        """Somebody is named."""
        data = super().clean() or {}
        if not self.errors and not data["organisation"] and not data["words"]:
            self.add_error(
                "organisation", _("Choose an organisation, or write which office comes.")
            )
        return data


class ItemForm(forms.Form):
    """An item of the agenda."""

    title = words_field(_("Title"), enums.LONGEST_TITLE)
    speaker = choice_field(_("Who speaks"), (), required=False)

    def __init__(self, data: Any = None, *, organisations: Organisations, **more: Any) -> None:
        """Offer these organisations."""
        super().__init__(data, **more)
        offer(self, "speaker", [NOBODY, *organisations])

    @property
    def speaker_id(self) -> int | None:
        """Who speaks."""
        return number(self.cleaned_data["speaker"])


class WordsForm(forms.Form):
    """What was said on an item."""

    words = words_field(
        _("What was said"),
        enums.LONGEST_WORDS,
        required=False,
        is_long=True,
        help_text=_("No names of persons concerned, and nothing by which one could find them."),
    )


class QuestionForm(forms.Form):
    """A question that was raised, and its answer."""

    asked_by = choice_field(_("Who asked"), ())
    text = words_field(_("Question"), enums.LONGEST_QUESTION, is_long=True)
    answered_by = choice_field(_("Who answered"), (), required=False)
    answer = words_field(_("Answer"), enums.LONGEST_QUESTION, required=False, is_long=True)

    def __init__(self, data: Any = None, *, organisations: Organisations, **more: Any) -> None:
        """Offer these organisations."""
        super().__init__(data, **more)
        offer(self, "asked_by", [EMPTY, *organisations])
        offer(self, "answered_by", [EMPTY, *organisations])

    def clean(self) -> dict[str, Any]:
        """An answer comes from somebody."""
        data = super().clean() or {}
        if data.get("answer") and not data.get("answered_by"):
            self.add_error("answered_by", _("Say who answered."))
        return data

    def to_facts(self) -> QuestionFacts:
        """Give what was filled in."""
        told = self.cleaned_data
        return QuestionFacts(
            int(told["asked_by"]), told["text"], number(told["answered_by"]), told["answer"]
        )


class DecisionForm(forms.Form):
    """What was decided, who carries it out, until when."""

    kind = choice_field(_("What it is"), DecisionKind.choices, widget=forms.RadioSelect)
    text = words_field(_("What is to be done"), enums.LONGEST_DECISION, is_long=True)
    owner = choice_field(
        _("Who carries it out"),
        (),
        help_text=_("One organisation. Others who help stand in the text."),
    )
    due_on = day_field(
        _("Until when"), _("Only a recommendation may have no day."), required=False
    )

    def __init__(
        self,
        data: Any = None,
        *,
        organisations: Organisations,
        meeting_day: date,
        is_past: bool,
        **more: Any,
    ) -> None:
        """Offer these organisations, and days that can be."""
        super().__init__(data, **more)
        self.meeting_day, self.is_past = meeting_day, is_past
        offer(self, "owner", [EMPTY, *organisations])
        self.fields["owner"].error_messages["required"] = policies.owner(None).reason
        years = range(meeting_day.year, clock.today().year + policies.YEARS_AHEAD)
        self.fields["due_on"].widget = forms.SelectDateWidget(years=years)

    def clean(self) -> dict[str, Any]:
        """The day can be."""
        data = super().clean() or {}
        if "due_on" in data and "kind" in data:
            verdict = policies.due(
                data["due_on"],
                kind=data["kind"],
                meeting_day=self.meeting_day,
                today=clock.today(),
                is_past=self.is_past,
            )
            if not verdict:
                self.add_error("due_on", str(verdict.reason))
        return data

    def to_facts(self) -> DecisionFacts:
        """Give what was filled in."""
        told = self.cleaned_data
        return DecisionFacts(told["text"], number(told["owner"]), told["due_on"], told["kind"])


class PassOnForm(forms.Form):
    """To whom a decision passes, and why."""

    owner = choice_field(_("Who carries it out from now on"), ())
    due_on = day_field(_("Until when"))
    reason = words_field(pgettext_lazy("of a deed", "Why"), enums.LONGEST_REASON, is_long=True)

    def __init__(self, data: Any = None, *, organisations: Organisations, **more: Any) -> None:
        """Offer these organisations."""
        super().__init__(data, **more)
        offer(self, "owner", [EMPTY, *organisations])


class DoneForm(forms.Form):
    """What shows that a decision was carried out."""

    evidence = words_field(
        _("What was done"),
        enums.LONGEST_REASON,
        is_long=True,
        help_text=_("What shows it: number and day of an order, a report, a count."),
    )
    link = forms.URLField(
        label=_("Web address of a proof"),
        max_length=500,
        required=False,
        assume_scheme="https",
        widget=forms.TextInput,
        error_messages={"invalid": _("Write the whole address, with https://.")},
    )


class SendForm(forms.Form):
    """Until when members answer."""

    until = day_field(_("Members answer until"))

    def clean_until(self) -> date:
        """A day that members can keep."""
        day: date = self.cleaned_data["until"]
        verdict = policies.agree_until(day, clock.today())
        if not verdict:
            raise forms.ValidationError(str(verdict.reason))
        return day


class ReplyForm(forms.Form):
    """What a member organisation says to minutes."""

    answer = choice_field(
        _("What does your organisation say?"), Answer.choices, widget=forms.RadioSelect
    )
    words = words_field(
        _("What should stand there instead"),
        enums.LONGEST_QUESTION,
        required=False,
        is_long=True,
        help_text=_("Needed to object. It stands in the signed minutes when it is not worked in."),
    )

    def clean(self) -> dict[str, Any]:
        """An objection has words."""
        data = super().clean() or {}
        if data.get("answer") == Answer.OBJECTS and not data.get("words"):
            self.add_error("words", _("Write what should stand there instead."))
        return data


class SignForm(forms.Form):
    """Who signed, by official position."""

    chair = words_field(
        _("Signed as chair"), enums.LONGEST_POSITION, help_text=_("The official position.")
    )
    secretary = words_field(
        _("Signed as secretary"), enums.LONGEST_POSITION, help_text=_("The official position.")
    )


class PaperForm(forms.Form):
    """A paper for an item of the agenda."""

    title = words_field(_("Title of the paper"), 200)
    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, picture or office document, 5 MB at most."),
        max_length=200,
        error_messages={
            "required": _("Choose the file."),
            "invalid": _("Choose the file."),
            "missing": _("Choose the file."),
            "empty": _("The file is empty. Choose another one."),
            "max_length": _("The name of the file is too long. Give it a shorter one."),
        },
    )


class AttendanceForm(forms.Form):
    """Who was there, one line for everybody who was invited."""

    def __init__(
        self, data: Any = None, *, rows: Sequence[tuple[Invited, str]], **more: Any
    ) -> None:
        """Ask for each.

        Args:
            data: What was filled in.
            rows: Who was invited, with the name.
            more: As of any form.
        """
        super().__init__(data, **more)
        self.rows = rows
        for row, name in rows:
            known = row.attendance if row.attendance != Attendance.UNKNOWN else ""
            self.fields[f"came_{row.pk}"] = choice_field(
                name,
                [(one.value, one.label) for one in Attendance if one != Attendance.UNKNOWN],
                widget=forms.RadioSelect,
            )
            self.fields[f"came_{row.pk}"].initial = known
            self.fields[f"instead_{row.pk}"] = words_field(
                _("Who came instead, by position"), enums.LONGEST_POSITION, required=False
            )
            self.fields[f"instead_{row.pk}"].initial = row.instead

    def came(self) -> Mapping[int, tuple[str, str]]:
        """Give attendance, and who came instead, by the number of who was invited."""
        told = self.cleaned_data
        return {
            row.pk: (told[f"came_{row.pk}"], told[f"instead_{row.pk}"]) for row, _name in self.rows
        }


def offer(form: forms.Form, name: str, choices: Organisations) -> None:
    """Let a field offer these."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the types
    field.choices = list(choices)


def number(typed: str) -> int | None:
    """Read the number of an organisation that was chosen; None for nobody."""
    return int(typed) if typed else None


def week_ahead() -> date:
    """Offer a day until which members answer."""
    return clock.today() + timedelta(days=policies.DAYS_TO_AGREE)
