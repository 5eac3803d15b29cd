"""What other missions may ask of the directory. Plain data out, never a model, never an address."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.directory import cells, fitting, freshness, opening, selectors, services, wording
from korgoo.directory.enums import GapReason, Standing
from korgoo.directory.fitting import Count, Fit, Offer, Seeker
from korgoo.directory.services import GapFacts
from korgoo.lib import clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from korgoo.access.actor import Actor
    from korgoo.directory.models import Places, Service

__all__ = [
    "GapFacts",
    "GapTable",
    "PlaceOffer",
    "Seeker",
    "Suggestion",
    "arrive",
    "gap_reason",
    "gaps",
    "offer_of",
    "own_gaps",
    "places_to_take",
    "providers_of",
    "record_gap",
    "suggest",
]
# Fewer persons than this are never shown (the platform's inner limit, 2.8 of the method).
LEAST = 5
UNKNOWN = "unknown"
NO_PLACE = frozenset({"no_place", "too_few_places"})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """How well one organisation fits one person, with the reasons in words.

    Attributes:
        count: The places that would be taken; None where none are counted.
        is_short: The stay would end before the person needs it to, or may.
        lacks_only_place: Nothing but a free place is missing.
        since: How long ago its members looked at what is said here; None when nothing is.
    """

    organisation_id: int
    standing: Standing
    reasons: tuple[str, ...]
    count: Count | None = None
    is_short: bool = False
    lacks_only_place: bool = False
    since: timedelta | None = None


@dataclass(frozen=True, slots=True)
class PlaceOffer:
    """Free places that somebody who came by a referral may take."""

    service_id: UUID
    group: str
    group_words: str
    needed: int
    free: int
    total: int


@dataclass(frozen=True, slots=True)
class GapTable:
    """Persons without help, by month, group and region, with all sums; None is hidden."""

    months: tuple[str, ...]
    groups: tuple[str, ...]
    regions: tuple[str, ...]
    counts: "Mapping[tuple[str, ...], int | None]"

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was noted."""
        return not self.months


def suggest(kind: str, seeker: Seeker, organisation_ids: "Iterable[int]") -> dict[int, Suggestion]:
    """Say of each organisation how well it fits; of several services the best one counts.

    Args:
        kind: Kind of help, a referral type of the pack.
        seeker: What is known of the person.
        organisation_ids: Whom one might ask; each of them gets an answer.
    """
    ids = list(organisation_ids)
    offered = selectors.offering(kind, ids)
    return {pk: _suggestion(pk, seeker, offered.get(pk, [])) for pk in ids}


def gap_reason(suggestions: "Iterable[Suggestion]") -> GapReason | None:
    """Say why nobody can help; None as long as somebody fits, for as long as is needed."""
    every = list(suggestions)
    fits = [one for one in every if one.standing is Standing.FITS]
    if fits:
        return GapReason.SHORT_STAY if all(one.is_short for one in fits) else None
    lacks_place = any(one.lacks_only_place for one in every)
    return GapReason.NO_PLACE if lacks_place else GapReason.NOBODY_FITS


def record_gap(facts: GapFacts, *, actor: "Actor | None") -> bool:
    """Note what nobody could offer; False when it was noted this month before."""
    return services.record_gap(facts, actor=actor)


def own_gaps(case_id: UUID, *, actor: "Actor") -> frozenset[str]:
    """Say for which kinds of help a gap was noted this month in an own case."""
    return frozenset(row.kind for row in selectors.own_gaps(case_id, actor=actor))


def providers_of(kind: str) -> frozenset[int]:
    """Say which organisations told the directory that they give this kind of help today."""
    return selectors.providers_of(kind)


def places_to_take(
    kind: str, seeker: Seeker, *, arrival_id: UUID, actor: "Actor"
) -> list[PlaceOffer]:
    """List own places for somebody who came by a referral; none once they were taken."""
    own = actor.organisation_id
    if not policy.may_enter(actor, Permission.SERVICE_EDIT) or selectors.has_arrived(arrival_id):
        return []
    found = selectors.offering(kind, [own]).get(own, [])
    return [offer for service in found for offer in _place_offers(service, seeker)]


def arrive(service_id: UUID, group: str, *, places: int, arrival_id: UUID, actor: "Actor") -> None:
    """Take places for somebody who came by a referral.

    Raises:
        NotFound: No own service, or it counts no places for this group.
        Forbidden: No place is free any more.
        DomainError: The referral has taken its places, or fewer are free than come.
    """
    services.arrive(service_id, group, places=places, arrival_id=arrival_id, actor=actor)


def gaps(kind: str, year: int, *, actor: "Actor") -> GapTable:
    """Count whom nobody could offer one kind of help in a year; small numbers are hidden.

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    raw = selectors.count_gaps(kind, year, actor=actor)
    counts: dict[tuple[str, ...], int] = {
        (month, g or UNKNOWN, r or UNKNOWN): n for (month, g, r), n in raw.items()
    }
    axes = [sorted({key[axis] for key in counts}) for axis in range(3)]
    shown = cells.protect(counts, axes, least=LEAST) if counts else {}
    months, groups, regions = (tuple(axis) for axis in axes)
    return GapTable(months, groups, regions, shown)


def offer_of(service: "Service") -> Offer:
    """Give what a service says of itself, for a comparison."""
    return Offer(
        takes=frozenset(service.takes),
        ages=(service.age_from, service.age_to),
        most_children=service.most_children,
        ready_for=frozenset(service.ready_for),
        languages=tuple(service.languages),
        regions=tuple(service.regions),
        longest_stay=service.longest_stay,
        places={row.group: _count(row) for row in service.places.all()},
        is_stale=freshness.is_stale(freshness.ENTRY, service.checked_at),
        is_open=_is_open(service),
    )


def _count(row: "Places") -> Count:
    is_stale = freshness.is_stale(freshness.PLACES, row.checked_at)
    return Count(row.total, row.free, row.checked_at, is_stale)


def _is_open(service: "Service") -> bool | None:
    if service.is_round_the_clock:
        return True
    return opening.is_open(service.hours, service.closed_days, timezone.localtime(clock.now()))


def _suggestion(pk: int, seeker: Seeker, offered: "list[Service]") -> Suggestion:
    if not offered:
        return Suggestion(pk, Standing.ASK, ())
    pairs = [(service, fitting.fit(seeker, offer_of(service))) for service in offered]
    service, best = min(pairs, key=lambda pair: (pair[1].standing, len(pair[1].reasons)))
    return Suggestion(
        pk,
        best.standing,
        tuple(wording.reason_words(reason) for reason in _weightiest_first(best)),
        count=best.count,
        is_short=best.has("short_stay"),
        lacks_only_place=_lacks_only_place(best),
        since=freshness.since(best.count.checked_at if best.count else service.checked_at),
    )


def _weightiest_first(found: Fit) -> list[fitting.Reason]:
    return sorted(found.reasons, key=lambda reason: -reason.standing)


def _lacks_only_place(found: Fit) -> bool:
    against = {r.code for r in found.reasons if r.standing is Standing.DOES_NOT}
    return bool(against) and against <= NO_PLACE


def _place_offers(service: "Service", seeker: Seeker) -> "Iterable[PlaceOffer]":
    group, needed = fitting.place_group(seeker, offer_of(service))
    for row in service.places.all():
        # Who takes a place is for the shelter to say: every group is offered, theirs first.
        if row.free >= (needed if row.group == group else seeker.people):
            yield PlaceOffer(
                service.pk,
                row.group,
                wording.group_words([row.group]),
                needed if row.group == group else seeker.people,
                row.free,
                row.total,
            )
