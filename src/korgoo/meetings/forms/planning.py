"""What secretaries fill in before a meeting: when and where, guests, the agenda."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.lib.asking import choice_field, day_field, words_field
from korgoo.meetings import enums, policies
from korgoo.meetings.forms.fields import EMPTY, NOBODY, Organisations, number, offer
from korgoo.meetings.services import MeetingFacts

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


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
