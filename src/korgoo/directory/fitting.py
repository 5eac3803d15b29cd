"""Does this service fit this person? Plain facts in, reasons out; no records, no words.

Nothing is hidden: what does not fit is told with its reason, and may be asked all the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from korgoo.directory.enums import Group, HowSoon, Standing

FITS, ASK, DOES_NOT = Standing
OWN_GROUP = {"female": Group.WOMEN, "male": Group.MEN}


@dataclass(frozen=True, slots=True)
class Seeker:
    """Who needs help, in coded facts.

    Attributes:
        sex: As in a case: ``female``, ``male``, or anything else when it is open.
        ages: From and to, in years; None when not known.
        is_child: The person is, or may be, under 18.
        people: Persons who come, children among them.
        children: Persons under 18 among them.
        days: For how many days a place is needed; None when nobody said.
    """

    sex: str = ""
    ages: tuple[int, int] | None = None
    is_child: bool = False
    people: int = 1
    children: int = 0
    language: str = ""
    region: str = ""
    abilities: frozenset[str] = frozenset()
    days: int | None = None
    urgency: str = HowSoon.DAY

    @property
    def group(self) -> Group | None:
        """The group they count to; None for an adult whose sex is not known."""
        if self.is_child and self.children >= self.people:
            return Group.CHILDREN
        if self.children:
            return Group.FAMILIES
        return OWN_GROUP.get(self.sex)


@dataclass(frozen=True, slots=True)
class Count:
    """Places of one service for one group. ``is_stale``: nobody has looked for too long."""

    total: int
    free: int
    checked_at: datetime
    is_stale: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """What a service says of itself. ``is_open`` None: its hours are not known."""

    takes: frozenset[str]
    ages: tuple[int | None, int | None] = (None, None)
    most_children: int = 0
    ready_for: frozenset[str] = frozenset()
    languages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    longest_stay: int | None = None
    places: Mapping[str, Count] = field(default_factory=dict)
    is_stale: bool = False
    is_open: bool | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, as a code that ``wording.REASONS`` knows, and the values that its words take."""

    standing: Standing
    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a service fits, and why; ``count`` are the places that would be taken."""

    reasons: tuple[Reason, ...]
    count: Count | None = None

    @property
    def standing(self) -> Standing:
        """The worst of the reasons."""
        return max((reason.standing for reason in self.reasons), default=FITS)

    def has(self, code: str) -> bool:
        """Tell whether this is one of the reasons."""
        return any(reason.code == code for reason in self.reasons)


def fit(seeker: Seeker, offer: Offer) -> Fit:
    """Compare a service with what is known of a person; every reason, not the first alone."""
    group, needed = place_group(seeker, offer)
    count = offer.places.get(group) if group else None
    reasons = (
        *_whom(seeker, offer),
        *_ages(seeker, offer),
        *_abilities(seeker, offer),
        *_region(seeker, offer),
        *_places(offer, count, needed),
        *_more(seeker, offer),
    )
    return Fit(reasons, count)


def place_group(seeker: Seeker, offer: Offer) -> tuple[Group | None, int]:
    """Say from which places they would take, and how many: a family takes one family place."""
    group = seeker.group
    if group is not Group.FAMILIES:
        return group, seeker.people
    if Group.FAMILIES in offer.takes:
        return group, 1
    return OWN_GROUP.get(seeker.sex), seeker.people


def _whom(seeker: Seeker, offer: Offer) -> Iterator[Reason]:
    group = seeker.group
    if group is Group.FAMILIES:
        yield _family(seeker, offer)
    elif group is None:
        yield Reason(ASK, "sex_open")
    elif group in offer.takes:
        yield Reason(FITS, f"takes_{group}")
    else:
        yield Reason(DOES_NOT, f"not_{group}")


def _family(seeker: Seeker, offer: Offer) -> Reason:
    own = OWN_GROUP.get(seeker.sex)
    as_families = Group.FAMILIES in offer.takes
    if own is None and not as_families:
        return Reason(ASK, "sex_open")
    if not as_families and own not in offer.takes:
        return Reason(DOES_NOT, f"not_{own}")
    if not as_families and not offer.most_children:
        return Reason(DOES_NOT, "no_children_along")
    if offer.most_children and seeker.children > offer.most_children:
        return Reason(DOES_NOT, "too_many_children", {"most": offer.most_children})
    return Reason(FITS, f"takes_{own}_with_children" if own else "takes_families")


def _ages(seeker: Seeker, offer: Offer) -> Iterator[Reason]:
    low, high = offer.ages
    if seeker.ages is None or (low is None and high is None):
        return
    if seeker.ages[1] < (low or 0) or (high is not None and seeker.ages[0] > high):
        code = "ages" if low is not None and high is not None else "ages_from"
        yield Reason(DOES_NOT, code if low is not None else "ages_to", {"low": low, "high": high})


def _abilities(seeker: Seeker, offer: Offer) -> Iterator[Reason]:
    if missing := sorted(seeker.abilities - offer.ready_for):
        yield Reason(DOES_NOT, "not_ready", {"abilities": missing})
    elif seeker.abilities:
        yield Reason(FITS, "ready", {"abilities": sorted(seeker.abilities)})


def _region(seeker: Seeker, offer: Offer) -> Iterator[Reason]:
    if not seeker.region or not offer.regions:
        return
    if seeker.region in offer.regions:
        yield Reason(FITS, "same_region")
    else:
        yield Reason(DOES_NOT, "other_regions", {"regions": offer.regions})


def _places(offer: Offer, count: Count | None, needed: int) -> Iterator[Reason]:
    if not offer.places:
        return
    if count is None:
        yield Reason(ASK, "places_not_counted")
        return
    values = {"free": count.free, "total": count.total}
    if count.is_stale:
        yield Reason(ASK, "places_stale", values)
    elif count.free >= needed:
        yield Reason(FITS, "free_places", values)
    else:
        yield Reason(DOES_NOT, "too_few_places" if count.free else "no_place", values)


def _more(seeker: Seeker, offer: Offer) -> Iterator[Reason]:
    """Tell what does not decide, but has to be known before one asks."""
    if offer.longest_stay is not None:
        is_short = seeker.days is not None and seeker.days > offer.longest_stay
        yield Reason(FITS, "short_stay" if is_short else "stay", {"days": offer.longest_stay})
    if seeker.language and offer.languages and seeker.language not in offer.languages:
        yield Reason(FITS, "interpreter", {"languages": offer.languages})
    if offer.is_open is False and seeker.urgency == HowSoon.NOW:
        yield Reason(FITS, "closed_now")
    if offer.is_stale:
        yield Reason(ASK, "entry_stale")
