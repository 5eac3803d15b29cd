"""What keepers of bodies fill in."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.councils import enums, policies, wording
from korgoo.councils.composition.checking import MOST
from korgoo.councils.enums import BodyKind, Matter, SeatKind
from korgoo.councils.services import BodyFacts, ContactFacts, SeatFacts
from korgoo.lib import clock
from korgoo.lib.asking import choice_field, day_field, words_field

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

Organisations = Sequence[tuple[str, "_StrOrPromise"]]
FAR = _("Choose a day since 1991, and not many years ahead.")
NO_FILE = _("Choose the file.")
EMPTY = [("", pgettext_lazy("nothing chosen", "Choose"))]


class BodyForm(forms.Form):
    """What is known of a body."""

    kind = choice_field(_("Kind"), BodyKind.choices)
    name_ky = words_field(_("Name in Kyrgyz"), enums.LONGEST_NAME)
    name_ru = words_field(_("Name in Russian"), enums.LONGEST_NAME)
    name_en = words_field(_("Name in English"), enums.LONGEST_NAME)
    region = choice_field(_("Region"), wording.optional_regions, required=False)
    founded = day_field(_("First day"), _("Empty when it is not known."), required=False)
    basis = words_field(
        _("Legal basis"),
        enums.LONGEST_BASIS,
        required=False,
        help_text=_("Decree or order with day and number. Empty when none was found."),
    )
    keeper = choice_field(
        _("Who keeps it"),
        (),
        required=False,
        help_text=_("The organisation whose secretary invites, writes minutes and keeps papers."),
    )

    def __init__(self, data: Any = None, *, organisations: Organisations, **more: Any) -> None:
        """Offer these organisations as keepers."""
        super().__init__(data, **more)
        nobody = ("", _("Nobody is named: the co-ordinating organisation keeps it"))
        _offer(self, "keeper", [nobody, *organisations])

    def clean_founded(self) -> date | None:
        """A body of this country was not founded before it."""
        founded: date | None = _plausible(self.cleaned_data["founded"])
        return founded

    def to_facts(self) -> BodyFacts:
        """Give what was filled in."""
        told = dict(self.cleaned_data)
        keeper = told.pop("keeper")
        return BodyFacts(**told, keeper_id=int(keeper) if keeper else None)


class LastDayForm(forms.Form):
    """When something ends."""

    last_day = day_field(_("Last day"))

    def clean_last_day(self) -> date:
        """No impossible day."""
        day: date = _plausible(self.cleaned_data["last_day"])
        return day


class SeatForm(forms.Form):
    """A seat of an organisation in a body."""

    organisation = choice_field(_("Organisation"), ())
    kind = choice_field(_("Sits as"), SeatKind.choices)
    valid_from = day_field(_("From"))
    valid_to = day_field(_("Until"), _("Empty while the seat goes on."), required=False)
    position = words_field(
        _("Official position"),
        enums.LONGEST_POSITION,
        required=False,
        help_text=_("Which office speaks there, as head of department. No name of a person."),
    )
    phone = words_field(
        _("Office telephone"),
        enums.LONGEST_PHONE,
        required=False,
        help_text=_("Never a private number."),
    )
    unit = choice_field(_("Region it speaks for"), wording.optional_regions, required=False)

    def __init__(self, data: Any = None, *, organisations: Organisations, **more: Any) -> None:
        """Offer these organisations."""
        super().__init__(data, **more)
        _offer(self, "organisation", [*EMPTY, *organisations])

    def clean(self) -> dict[str, Any]:
        """The days are possible and fit each other."""
        data = super().clean() or {}
        for name in ("valid_from", "valid_to"):
            if data.get(name) and not policies.is_plausible(data[name], clock.today()):
                self.add_error(name, FAR)
        if not self.errors:
            verdict = policies.days(data["valid_from"], data["valid_to"])
            if not verdict:
                self.add_error("valid_to", str(verdict.reason))
        return data

    def to_facts(self) -> SeatFacts:
        """Give what was filled in."""
        told = dict(self.cleaned_data)
        return SeatFacts(organisation_id=int(told.pop("organisation")), **told)


class OfficeForm(forms.Form):
    """Which office speaks on a seat."""

    position = words_field(
        _("Official position"),
        enums.LONGEST_POSITION,
        required=False,
        help_text=_("Which office speaks there, as head of department. No name of a person."),
    )
    phone = words_field(
        _("Office telephone"),
        enums.LONGEST_PHONE,
        required=False,
        help_text=_("Never a private number."),
    )


class ContactForm(forms.Form):
    """Whom to call at an organisation."""

    organisation = choice_field(_("Organisation"), ())
    matter = choice_field(_("For what"), [*EMPTY, *Matter.choices])
    region = choice_field(_("Region"), wording.optional_regions, required=False)
    position = words_field(
        _("Official position"),
        enums.LONGEST_POSITION,
        help_text=_("Which office answers, as duty officer. No name of a person."),
    )
    phone = words_field(
        _("Office telephone"), enums.LONGEST_PHONE, help_text=_("Never a private number.")
    )
    hours = words_field(
        _("Hours"), enums.LONGEST_HOURS, required=False, help_text=_("As: Mon-Fri 9:00-18:00.")
    )

    def __init__(self, data: Any = None, *, organisations: Organisations, **more: Any) -> None:
        """Offer these organisations."""
        super().__init__(data, **more)
        _offer(self, "organisation", [*organisations])

    def to_facts(self) -> ContactFacts:
        """Give what was filled in."""
        told = dict(self.cleaned_data)
        return ContactFacts(organisation_id=int(told.pop("organisation")), **told)


class ContactSearch(forms.Form):
    """By what whom to call is looked for. Empty fields narrow nothing."""

    q = words_field(_("Organisation or position"), 100, required=False)
    matter = choice_field(
        _("For what"),
        [("", pgettext_lazy("matter", "Everything")), *Matter.choices],
        required=False,
    )
    region = choice_field(_("Region"), wording.optional_regions, required=False)


class DayForm(forms.Form):
    """Of which day a composition is shown."""

    day = day_field(_("Composition on this day"))

    def clean_day(self) -> date:
        """No impossible day."""
        day: date = _plausible(self.cleaned_data["day"])
        return day


class SuccessionForm(forms.Form):
    """Which organisation followed which, from which day."""

    ended = choice_field(_("Which organisation ends"), ())
    successor = choice_field(_("Which one follows"), ())
    day = day_field(_("First day of the successor"), _("The other one ends on the day before."))
    basis = words_field(
        _("Legal basis"),
        enums.LONGEST_BASIS,
        help_text=_("Decree or order with day and number."),
    )

    def __init__(self, data: Any = None, *, organisations: Organisations, **more: Any) -> None:
        """Offer these organisations."""
        super().__init__(data, **more)
        _offer(self, "ended", [*EMPTY, *organisations])
        _offer(self, "successor", [*EMPTY, *organisations])

    def clean_day(self) -> date:
        """No impossible day."""
        day: date = _plausible(self.cleaned_data["day"])
        return day

    def clean(self) -> dict[str, Any]:
        """Two different organisations."""
        data = super().clean() or {}
        if not self.errors and data["ended"] == data["successor"]:
            self.add_error("successor", _("Choose two different organisations."))
        return data


class CompositionForm(forms.Form):
    """A composition as a file."""

    file = forms.FileField(
        label=_("File with the composition"),
        help_text=_("CSV or XLSX: 2 MB and 2,000 rows at most."),
        max_length=200,
        error_messages={
            "required": NO_FILE,
            "invalid": NO_FILE,
            "missing": NO_FILE,
            "empty": _("The file is empty. Choose another one."),
            "max_length": _("The name of the file is too long. Give it a shorter one."),
        },
    )

    def clean_file(self) -> bytes:
        """Read the file, if it is not too large. Its name is not kept."""
        file = self.cleaned_data["file"]
        if file.size > MOST.size:
            raise forms.ValidationError(_("The file is larger than 2 MB."))
        return bytes(file.read())


def _offer(form: forms.Form, name: str, choices: Organisations) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the types
    field.choices = list(choices)


def _plausible(day: Any) -> Any:
    if day and not policies.is_plausible(day, clock.today()):
        raise forms.ValidationError(FAR)
    return day
