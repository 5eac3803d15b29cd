"""What is filled in about an activity: little that must be, much that may be."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.activities import enums, places, rules, vocabulary
from korgoo.activities.enums import Age, Counting, Sex, State
from korgoo.activities.forms.fields import (
    NOTHING_CHOSEN,
    PlainWordsField,
    choice_field,
    day_field,
    money_field,
    number_field,
    text_area,
)
from korgoo.activities.places import Place
from korgoo.activities.rules import Facts, Rule
from korgoo.activities.services.activities import frame_of
from korgoo.activities.wording import NO_PERSONS, RULES
from korgoo.lib import clock

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from korgoo.campaign.api import CampaignCard

Cell = tuple[str, Sex, Age]
GRID: "list[Cell]" = [
    (f"n_{sex.value}_{place}", sex, age)
    for place, age in enumerate(Age)
    for sex in Sex
    if (sex, age) != (Sex.UNKNOWN, Age.UNKNOWN)  # that is the rest, whatever was not counted
]
MATERIAL = "material_"


class PlanForm(forms.Form):
    """An activity to come. ``cards``: the campaigns to which it can belong, the likeliest first."""

    state = State.PLANNED
    campaign = choice_field(_("Campaign"), required=True)
    day = day_field(_("Day"))
    place = PlainWordsField(
        _("Village, town or district"),
        enums.LONGEST_NAME * 2,
        _("In any spelling. If many have this name, write the district too, after a comma."),
        required=True,
    )
    unit = choice_field(_("Which of these places?"))
    kind = choice_field(_("Type"), required=True)
    title = PlainWordsField(
        _("Title"), enums.LONGEST_NAME, _("As it stands in the calendar for everybody.")
    )
    starts_at = forms.TimeField(
        label=_("Time"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": RULES[Rule.TIME]},
    )
    venue = PlainWordsField(
        _("Where there"), enums.LONGEST_NAME, _("School, market, house of culture.")
    )
    audience = choice_field(_("For whom"))
    organisers = forms.TypedMultipleChoiceField(
        label=_("Organisers on the platform"),
        help_text=_("Nothing chosen: your organisation."),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    others = PlainWordsField(_("Other organisers"), enums.LONGEST_WORDS)
    cost = money_field()
    notes = text_area(_("Notes"), NO_PERSONS)
    is_public = forms.BooleanField(
        label=_("Show it in the calendar for everybody"), required=False, initial=True
    )

    def __init__(
        self,
        data: "Mapping[str, Any] | None" = None,
        *,
        cards: "Sequence[CampaignCard]",
        houses: "Sequence[tuple[int, str]]" = (),
        materials: "Sequence[tuple[str, str]]" = (),
        initial: "Mapping[str, Any] | None" = None,
    ) -> None:
        """Take what was typed, and what can be chosen from."""
        super().__init__(data, initial={"day": clock.today(), **(initial or {})})
        self.cards = {str(card.id): card for card in cards}
        self.materials = [(f"{MATERIAL}{key}", key, words) for key, words in materials]
        self._choose("campaign", {key: card.name for key, card in self.cards.items()})
        self._choose("kind", vocabulary.kinds(), empty=True)
        self._choose("audience", vocabulary.audiences(), empty=True)
        self._choose("organisers", dict(houses))
        self._choose_place()
        if len(self.cards) == 1:
            self.fields["campaign"].widget = forms.HiddenInput()
        self.initial.setdefault("campaign", next(iter(self.cards), ""))
        for name, _key, words in self.materials:
            self.fields[name] = number_field(words, most=enums.MOST_CONTACTS)

    def _choose(self, name: str, choices: "Mapping[Any, Any]", *, empty: bool = False) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [*([NOTHING_CHOSEN] if empty else []), *choices.items()]

    def _choose_place(self) -> None:
        """Offer what the typed words may mean, when they do not name one place."""
        words = str(self.data.get("place", "")) if self.is_bound else ""
        self.meant = [] if not words or places.sure(words) else places.find(words)
        field = self.fields["unit"]
        field.widget = forms.RadioSelect() if self.meant else forms.HiddenInput()
        self._choose("unit", {place.code: place.whole for place in self.meant})

    def clean(self) -> dict[str, Any]:
        """Hold everything against the rules; each error stands at its question."""
        told = super().clean() or {}
        if self.errors.keys() & {"campaign", "day", "place", "kind", "unit"}:
            return told
        place = self._place()
        if place is None:
            return told
        self.cleaned_data["unit"] = place.code
        for name, rule in rules.problems(self.to_facts(), place, frame_of(self.card)):
            self.add_error(name if name in self.fields else None, str(RULES[rule]))
        return told

    def _place(self) -> Place | None:
        words, chosen = self.cleaned_data["place"], self.cleaned_data.get("unit")
        place = places.sure(words) or (places.get(chosen) if chosen else None)
        if place is None and self.meant:
            self.add_error("unit", str(RULES[Rule.PLACE_SEVERAL]))
        elif place is None:
            self.add_error("place", str(RULES[Rule.PLACE_UNKNOWN]))
        return place

    @property
    def card(self) -> "CampaignCard":
        """The chosen campaign."""
        return self.cards[self.cleaned_data["campaign"]]

    @property
    def campaign_id(self) -> UUID:
        """The number of the chosen campaign."""
        return self.card.id

    def to_facts(self) -> Facts:
        """Give what was said."""
        told = self.cleaned_data
        words = {name: told.get(name) or "" for name in ("venue", "title", "audience", "others")}
        return Facts(
            state=self.state,
            day=told["day"],
            unit=told["unit"],
            kind=told["kind"],
            starts_at=told.get("starts_at"),
            organisers=tuple(told.get("organisers") or ()),
            cost=told.get("cost"),
            notes=told.get("notes") or "",
            is_public=bool(told.get("is_public")),
            **{**words, **self._held()},
        )

    def _held(self) -> dict[str, Any]:
        return {}


class ActivityForm(PlanForm):
    """An activity that was held: four answers are enough."""

    state = State.HELD
    contacts = number_field(
        _("How many were there"),
        _("Everybody, also who came to another event before."),
        most=enums.MOST_CONTACTS,
        required=True,
    )
    counting = choice_field(_("How were they counted"))
    asked = number_field(
        _("How many did you ask: “Were you at one of our events before?”"),
        most=enums.MOST_CONTACTS,
    )
    before = number_field(_("How many of them said yes"), most=enums.MOST_CONTACTS)
    questions = text_area(_("What people asked"), NO_PERSONS)
    signals = number_field(
        _("How many signals did you pass to the helpline"),
        _("Only the number. What was told belongs to the helpline, not here."),
        most=1_000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what was typed, and what can be chosen from."""
        super().__init__(*args, **kwargs)
        self._choose("counting", dict(Counting.choices), empty=True)
        for name, _sex, _age in GRID:
            self.fields[name] = number_field("", most=enums.MOST_CONTACTS)
            self.fields[name].label = grid_label(_sex, _age)

    def _held(self) -> dict[str, Any]:
        told = self.cleaned_data
        return {
            "contacts": told.get("contacts"),
            "counting": told.get("counting") or "",
            "asked": told.get("asked") or 0,
            "before": told.get("before") or 0,
            "questions": told.get("questions") or "",
            "signals": told.get("signals"),
            "counts": tuple(
                (sex.value, age.value, told[name]) for name, sex, age in GRID if told.get(name)
            ),
            "materials": tuple(
                (key, told[name]) for name, key, _words in self.materials if told.get(name)
            ),
        }


def grid_label(sex: Sex, age: Age) -> str:
    """Name a cell of the table of sexes and ages."""
    return f"{sex.label}, {age.label}"


class CancelForm(forms.Form):
    """Why an activity does not take place."""

    reason = PlainWordsField(
        _("Why does it not take place?"), enums.LONGEST_WORDS, NO_PERSONS, required=True
    )
