"""What an organisation says of one of its services."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.directory import wording
from korgoo.directory.enums import Ability, Cost, Group, MayCall
from korgoo.directory.forms.fields import (
    MOST_DAYS,
    MOST_PLACES,
    SpanField,
    boxes,
    clean_phone,
    number,
)
from korgoo.directory.services import ServiceFacts
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.directory.models import Service

NO_LANGUAGE = ("", pgettext_lazy("language", "No other"))
PLAIN = [
    "kind",
    "takes",
    "ready_for",
    "regions",
    "has_separate_rooms",
    "age_from",
    "age_to",
    "longest_stay",
    "is_round_the_clock",
    "may_call",
    "phone",
    "never_call_back",
    "asks_password",
    "cost",
    "valid_from",
    "valid_to",
]


class ServiceForm(forms.Form):
    """Codes, days, hours and numbers. There is no field for an address or for a story."""

    kind = forms.ChoiceField(label=_("Kind of help"), widget=forms.RadioSelect)
    takes = boxes(
        _("Whom do you take?"),
        Group.choices,
        _("A family is a parent with children. Mark it only if you take fathers, too."),
        error_messages={"required": _("Mark at least one group.")},
    )
    most_children = number(
        _("How many children may come with a parent?"),
        _("Leave it empty or 0 when no children can come."),
        most=20,
    )
    age_from = number(_("From which age?"), most=120)
    age_to = number(_("Up to which age?"), most=120)
    has_separate_rooms = forms.BooleanField(
        label=_("Women and men have separate rooms"), required=False
    )
    ready_for = boxes(_("For whom are you ready?"), Ability.choices, required=False)
    languages = boxes(_("Which languages do you speak?"), [], required=False)
    language_2 = forms.ChoiceField(label=_("Another language"), required=False)
    language_3 = forms.ChoiceField(label=_("One more language"), required=False)
    regions = boxes(
        _("Which regions do you serve?"),
        [],
        _("Mark none when people may come from the whole country."),
        required=False,
    )
    longest_stay = number(
        _("Longest stay in days"), _("Leave it empty when there is no limit."), most=3650
    )
    is_round_the_clock = forms.BooleanField(label=_("Open day and night"), required=False)
    day_0 = SpanField(
        label=wording.DAYS[0],
        required=False,
        help_text=_("Like 09:00-18:00. Leave a day empty when you are closed."),
    )
    day_1 = SpanField(label=wording.DAYS[1], required=False)
    day_2 = SpanField(label=wording.DAYS[2], required=False)
    day_3 = SpanField(label=wording.DAYS[3], required=False)
    day_4 = SpanField(label=wording.DAYS[4], required=False)
    day_5 = SpanField(label=wording.DAYS[5], required=False)
    day_6 = SpanField(label=wording.DAYS[6], required=False)
    closed_days = forms.CharField(
        label=_("Days on which you are closed"),
        help_text=_("Like 21.03.2026, 05.05.2026."),
        required=False,
        max_length=800,
    )
    may_call = forms.ChoiceField(
        label=_("Who may call you?"), choices=MayCall.choices, widget=forms.RadioSelect
    )
    phone = forms.CharField(
        label=_("Telephone"),
        help_text=_("Every member of the platform reads it. It must not lead to your address."),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    calls = SpanField(label=_("Hours for calls"), required=False, help_text=_("Like 09:00-18:00."))
    never_call_back = forms.BooleanField(label=_("Never call us back"), required=False)
    asks_password = forms.BooleanField(
        label=_("We ask callers for a password"),
        help_text=_("Agree on it by telephone. Never write it here."),
        required=False,
    )
    cost = forms.ChoiceField(
        label=_("What does the person pay?"), choices=Cost.choices, widget=forms.RadioSelect
    )
    valid_from = forms.DateField(label=_("From which day?"), widget=forms.SelectDateWidget)
    valid_to = forms.DateField(
        label=_("Until which day?"), widget=forms.SelectDateWidget, required=False
    )
    total_women = number(_("Places for women"), most=MOST_PLACES)
    free_women = number(_("Free places for women"), most=MOST_PLACES)
    total_men = number(_("Places for men"), most=MOST_PLACES)
    free_men = number(_("Free places for men"), most=MOST_PLACES)
    total_families = number(
        _("Places for families"), _("One family takes one place."), most=MOST_PLACES
    )
    free_families = number(_("Free places for families"), most=MOST_PLACES)
    total_children = number(_("Places for children without an adult"), most=MOST_PLACES)
    free_children = number(_("Free places for children without an adult"), most=MOST_PLACES)

    def __init__(self, *args: Any, mandates: frozenset[str], **kwargs: Any) -> None:
        """Offer the kinds of help that an organisation with these mandates gives."""
        super().__init__(*args, **kwargs)
        others = [NO_LANGUAGE, *wording.other_language_choices()]
        for name, choices in (
            ("kind", wording.kind_choices(mandates)),
            ("languages", wording.own_language_choices()),
            ("language_2", others),
            ("language_3", others),
            ("regions", wording.region_choices()),
        ):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_phone(self) -> str:
        """Take digits only: the number must not carry a name or a place."""
        return clean_phone(self.cleaned_data["phone"])

    def clean_closed_days(self) -> tuple[str, ...]:
        """Read days like 21.03.2026 with commas between; gives ISO dates."""
        typed = [part.strip() for part in self.cleaned_data["closed_days"].split(",")]
        try:
            days = sorted({datetime.strptime(p, "%d.%m.%Y").date() for p in typed if p})  # noqa: DTZ007 - a day, no moment
        except ValueError:
            raise forms.ValidationError(
                _("Write days like 21.03.2026, with commas between.")
            ) from None
        return tuple(day.isoformat() for day in days[:MOST_DAYS])

    def clean(self) -> dict[str, Any]:
        """Check what belongs together: ages, days, and free places among all."""
        data = super().clean() or self.cleaned_data
        for low, high, words in (
            ("age_from", "age_to", _("The second age is lower than the first.")),
            ("valid_from", "valid_to", _("The last day lies before the first.")),
            *(
                (f"free_{g}", f"total_{g}", _("More places are free than there are."))
                for g in Group
            ),
        ):
            first, second = data.get(low), data.get(high)
            if low.startswith("free") and first and second is None:
                second = 0
            if first is not None and second is not None and second < first:
                self.add_error(high, words)
        return data

    def to_facts(self) -> ServiceFacts:
        """Gather what was filled in for the service; the form is valid."""
        data = self.cleaned_data
        plain: dict[str, Any] = {
            k: tuple(v) if isinstance(v, list) else v for k, v in data.items() if k in PLAIN
        }
        more = [data[name] for name in ("language_2", "language_3") if data[name]]
        call_from, call_to = data["calls"] or ("", "")
        return ServiceFacts(
            **plain,
            most_children=data["most_children"] or 0,
            languages=tuple(dict.fromkeys([*data["languages"], *more])),
            hours={str(n): span for n in range(7) if (span := data[f"day_{n}"])},
            closed_days=data["closed_days"],
            call_from=call_from,
            call_to=call_to,
            places=_places(data),
        )

    @staticmethod
    def initial_of(service: "Service") -> dict[str, Any]:
        """Give what is said of a service, to show it again."""
        own = [code for code, _name in wording.own_language_choices()]
        others = [code for code in service.languages if code not in own]
        days = [date.fromisoformat(day) for day in service.closed_days]
        return {
            **{name: getattr(service, name) for name in PLAIN},
            "most_children": service.most_children,
            "languages": [code for code in service.languages if code in own],
            **dict(zip(("language_2", "language_3"), others, strict=False)),
            **{f"day_{day}": tuple(span) for day, span in service.hours.items()},
            "closed_days": ", ".join(f"{day:%d.%m.%Y}" for day in days),
            "calls": (service.call_from, service.call_to) if service.call_from else (),
            **{f"total_{row.group}": row.total for row in service.places.all()},
            **{f"free_{row.group}": row.free for row in service.places.all()},
        }

    @staticmethod
    def usual() -> dict[str, Any]:
        """Give what a new service starts from."""
        return {"valid_from": clock.today(), "may_call": MayCall.MEMBERS, "cost": Cost.FREE}


def _places(data: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    """Count by group; a group without places is not counted."""
    return {
        group.value: (data[f"total_{group}"], data[f"free_{group}"] or 0)
        for group in Group
        if data[f"total_{group}"]
    }
