"""What a worker says of two cases, and how that compares with what matching had said."""

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.casework import api as casework
from korgoo.lib import clock
from korgoo.lib.errors import Forbidden, Locked
from korgoo.lookup import sealed, selectors
from korgoo.lookup.enums import Script
from korgoo.lookup.models import CaseEncoding, CaseLink, Judgement
from korgoo.lookup.scripts import script_of
from korgoo.lookup.services import links

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor

TARGET = "lookup.Judgement"
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Described:
    """What is noted of a case beside a judgement: the writing of the name, ISO 3166 code or nothing."""

    script: Script
    citizenship: str


@transaction.atomic
def say_same(part_id: UUID, *, lead_id: UUID, actor: "Actor") -> CaseLink:
    """Put two own cases together, and note how well matching had judged them.

    Raises:
        NotFound: Not both are own cases.
        Forbidden: They are one already, or the part leads others.
    """
    said = _proposed(part_id, lead_id, actor)
    link = links.put_together(part_id, lead_id=lead_id, actor=actor)
    if said is not None:
        _note(said.get(lead_id), (part_id, lead_id), is_same=True, actor=actor)
    return link


@transaction.atomic
def say_different(case_id: UUID, *, others: "Iterable[UUID]", actor: "Actor") -> None:
    """Tell an own case apart from others, and note how well matching had judged each pair.

    Raises:
        NotFound: Not all are own cases.
    """
    said: dict[UUID, float] | None = None
    for number, other_id in enumerate(others):
        # Asked once, before the first answer changes what is proposed.
        said = _proposed(case_id, other_id, actor) if number == 0 else said
        is_new = links.tell_apart(case_id, other_id=other_id, actor=actor)
        if is_new and said and other_id in said:
            _note(said[other_id], (case_id, other_id), is_same=False, actor=actor)


def described(case_id: UUID, *, actor: "Actor") -> Described:
    """Say how the name of an own case is written and which citizenship it has; leaves an audit row."""
    return _described((case_id,), actor)


@transaction.atomic
def note_judgement(
    *,
    posterior: float | None,
    is_same: bool,
    across: bool,
    case_id: UUID,
    actor: "Actor",
    about: Described | None = None,
) -> None:
    """Note what people said of a pair, without the pair.

    Args:
        posterior: What matching had said, 0 to 1; None where it had not proposed the pair.
        is_same: What people said.
        across: The other case is another organisation's.
        case_id: The own case: its writing and citizenship are noted, its number is not.
        actor: A member of its owner; or somebody else who was told ``about`` it.
        about: What its owner described before.
    """
    _note(posterior, (case_id,), is_same=is_same, across=across, actor=actor, about=about)


def _proposed(case_id: UUID, other_id: UUID, actor: "Actor") -> dict[UUID, float] | None:
    """Say what matching proposes beside a case; None where it could not compare the two."""
    rows = CaseEncoding.objects.filter(case_id__in=(case_id, other_id))
    keys = list(rows.filter(owner_id=actor.organisation_id).values_list("key_id", flat=True))
    opened = {key.key_id for key in sealed.open_keys(actor)} if len(keys) == 2 else set()
    if len(set(keys) & opened) != 1:
        return None
    found = selectors.similar(case_id, actor=actor, own=True, most=selectors.KEEP)
    return {one.case_id: one.posterior for one in found}


def _note(
    posterior: float | None,
    case_ids: tuple[UUID, ...],
    *,
    is_same: bool,
    across: bool = False,
    actor: "Actor",
    about: Described | None = None,
) -> None:
    if posterior is None and not is_same:
        return  # neither proposed nor the same: there was nothing to be right or wrong in
    known = about or _described(case_ids, actor)
    Judgement.objects.create(
        posterior=_rounded(posterior),
        is_same=is_same,
        across=across,
        script=known.script,
        citizenship=known.citizenship,
        month=clock.today().replace(day=1),
    )
    audit.record(Event.PAIR_JUDGED, actor=actor, target=TARGET)


def _described(case_ids: tuple[UUID, ...], actor: "Actor") -> Described:
    codes = casework.own_citizenships(case_ids, actor=actor)
    citizenship = next((codes[one] for one in case_ids if codes.get(one)), "")
    return Described(script_of(_names(case_ids, actor)), citizenship)


def _names(case_ids: tuple[UUID, ...], actor: "Actor") -> list[str]:
    """Open the names for a moment, to see their letters; where that cannot be, there are none."""
    try:
        people = casework.people_of(case_ids, actor=actor)
    except (Locked, Forbidden):
        return []
    return [str((person.identity or {}).get("name", "")) for person in people]


def _rounded(posterior: float | None) -> Decimal | None:
    """Round down: what was under a threshold of two digits stays under it."""
    if posterior is None:
        return None
    return Decimal(repr(posterior)).quantize(HUNDREDTH, rounding=ROUND_DOWN)
