"""Who fits: found by code, then checked against what the member may know of now."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

import numpy as np
from django.db.models import Exists, OuterRef, Q, QuerySet

from korgoo.casework import api as casework
from korgoo.lookup import asking, index, rows, sealed
from korgoo.lookup.blocks import Asked
from korgoo.lookup.enums import Kind
from korgoo.lookup.models import CaseEncoding, CaseLink, NotSame
from korgoo.matching.strengths import Strength, strength

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from korgoo.access.actor import Actor
    from korgoo.lookup.reader import Reading
    from korgoo.matching.columns import Columns

Rows = TypeVar("Rows", bound=QuerySet[Any])
# One in five people stands in the list already, as if it held a thousand at least.
KNOWN_ALREADY, LEAST_LIST = 0.2, 1_000
LEAST_EVIDENCE = 0.5  # below, a hit is chance
KEEP = 50


@dataclass(frozen=True, slots=True)
class Similar:
    """Another case that may be of the same person: how sure, and what agrees."""

    case_id: UUID
    owner_id: int
    strength: Strength
    kinds: frozenset[Kind]
    posterior: float


def find(readings: "list[Reading]", *, actor: "Actor", most: int) -> list[index.Hit]:
    """Find own cases that fit what was typed, the best first. Nothing where no key is open."""

    def ways(key: sealed.OpenKey) -> list[Asked]:
        return [way for one in readings for way in asking.ways_of(one, key.encoder)]

    hits = [hit for hit in _asked(ways, owner_id=actor.organisation_id, actor=actor) if hit.kinds]
    return [hit for hit in hits if hit.evidence > LEAST_EVIDENCE][:most]


def similar_to(
    columns: "Columns", *, actor: "Actor", most: int, but: "UUID | None" = None
) -> list[Similar]:
    """Find own cases like a person who is about to be written down, under every generation."""

    def ways(key: sealed.OpenKey) -> list[Asked]:
        return [Asked(one) for one in asking.each(key.encoder.encode(columns))]

    scope = actor.organisation_id
    hits, size = _asked(ways, owner_id=scope, actor=actor), _size(scope)
    return _judged(hits, size, most, but=_apart_from(but))


def similar(case_id: UUID, *, actor: "Actor", own: bool, most: int = 10) -> list[Similar]:
    """Find the cases that are like an own case, the surest first.

    Args:
        case_id: An own case that was encoded.
        actor: A member of its owner with an open session.
        own: Among the owner's cases; otherwise among those of all others.
        most: How many.

    Returns:
        Never the case itself, those put together with it, nor those said to be of somebody else. Nothing where no
        key is open or the case is not encoded. Under a changed key only what is encoded anew.
    """
    row = CaseEncoding.objects.filter(case_id=case_id, owner_id=actor.organisation_id).first()
    if row is None or case_id in casework.closed_cases(actor=actor):
        return []
    scope = actor.organisation_id if own else None

    def ways(key: sealed.OpenKey) -> list[Asked]:
        if key.key_id != row.key_id:
            return []
        text = key.open_many([(bytes(row.sealed), case_id.hex, row.owner_id)])[0]
        words, _places = rows.from_bytes([rows.whole(text)])
        return [Asked(rows.to_encoded(words[n : n + 1])) for n in range(len(words))]

    hits = _asked(ways, owner_id=scope, actor=actor)
    if not own:
        hits = [hit for hit in hits if hit.owner_id != actor.organisation_id]
        left_alone = casework.restricted_among(UUID(hit.case) for hit in hits)
        hits = [hit for hit in hits if UUID(hit.case) not in left_alone]
    return _judged(hits, _size(scope), most, but=_apart_from(case_id))


def link_key(case_id: UUID) -> UUID:
    """Say under which case a person is counted: the leading one of those put together."""
    lead = CaseLink.objects.filter(part_id=case_id).values_list("lead_id", flat=True).first()
    return lead or case_id


def link_keys(case_ids: "Iterable[UUID]") -> dict[UUID, UUID]:
    """Say it of several cases, in one query."""
    wanted = set(case_ids)
    leads = dict(CaseLink.objects.filter(part_id__in=wanted).values_list("part_id", "lead_id"))
    return {case_id: leads.get(case_id, case_id) for case_id in wanted}


def only_leading(rows: Rows) -> Rows:
    """Keep of some cases those that are no part of another one."""
    return rows.filter(~Exists(CaseLink.objects.filter(part_id=OuterRef("pk"))))


def parts_of(case_id: UUID) -> list[CaseLink]:
    """List the links of which a case is the leading one or the part, the newest first."""
    rows = CaseLink.objects.filter(Q(part_id=case_id) | Q(lead_id=case_id))
    return list(rows.order_by("-linked_at", "pk"))


@dataclass(frozen=True, slots=True)
class Review:
    """What a worker said of two own cases after looking at them."""

    first_id: UUID
    second_id: UUID
    is_same: bool


def reviews() -> list[Review]:
    """List what was said of pairs of own cases, of all organisations: for the quality of matching, not for pages."""
    same = CaseLink.objects.values_list("part_id", "lead_id")
    other = NotSame.objects.values_list("first_id", "second_id")
    return [Review(one, two, is_same=True) for one, two in same] + [
        Review(one, two, is_same=False) for one, two in other
    ]


def open_index(*, actor: "Actor", own: bool) -> list[index.Index]:
    """Open the encodings in memory, one index for each generation in use; none where no key is open."""
    scope = actor.organisation_id if own else None
    return [index.opened(key, owner_id=scope, actor=actor) for key in sealed.open_keys(actor)]


def _asked(
    ways: "Callable[[sealed.OpenKey], list[Asked]]", *, owner_id: int | None, actor: "Actor"
) -> list[index.Hit]:
    found: dict[str, index.Hit] = {}
    for key in sealed.open_keys(actor):
        asked = ways(key)
        opened = index.opened(key, owner_id=owner_id, actor=actor) if asked else None
        for hit in opened.find(asked, KEEP) if opened else ():
            found.setdefault(hit.case, hit)
    return _standing(sorted(found.values(), key=lambda hit: -hit.evidence), actor)


def _standing(hits: list[index.Hit], actor: "Actor") -> list[index.Hit]:
    """Leave out what was written anew since, what was erased, and what is closed to this member."""
    ids = [UUID(hit.case) for hit in hits]
    stored = CaseEncoding.objects.filter(case_id__in=ids).values_list("case_id", "serial")
    serials = {case_id.hex: serial for case_id, serial in stored}
    closed = {case_id.hex for case_id in casework.closed_cases(actor=actor)}
    return [hit for hit in hits if serials.get(hit.case) == hit.serial and hit.case not in closed]


def _judged(hits: list[index.Hit], size: int, most: int, *, but: frozenset[UUID]) -> list[Similar]:
    odds = KNOWN_ALREADY / max(size, LEAST_LIST)
    found = []
    for hit in hits:
        chance = odds * float(np.exp(min(hit.evidence, 60.0)))
        posterior = chance / (1 + chance)
        word, case_id = strength(posterior), UUID(hit.case)
        if word is not Strength.NONE and case_id not in but:
            kinds = frozenset(Kind(one) for one in hit.kinds)
            found.append(Similar(case_id, hit.owner_id, word, kinds, posterior))
    return found[:most]


def _apart_from(case_id: UUID | None) -> frozenset[UUID]:
    """List what is not to be named beside a case: itself, those put together with it, those of somebody else."""
    if case_id is None:
        return frozenset()
    lead = link_key(case_id)
    parts = CaseLink.objects.filter(lead_id=lead).values_list("part_id", flat=True)
    first = NotSame.objects.filter(first_id=case_id).values_list("second_id", flat=True)
    second = NotSame.objects.filter(second_id=case_id).values_list("first_id", flat=True)
    return frozenset({case_id, lead, *parts, *first, *second})


def _size(owner_id: int | None) -> int:
    found = CaseEncoding.objects.all()
    return (found if owner_id is None else found.filter(owner_id=owner_id)).count()
