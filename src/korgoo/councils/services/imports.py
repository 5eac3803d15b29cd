"""A composition from a file: looked at first, then taken whole or not at all."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.councils import policies, selectors
from korgoo.councils.composition import checking
from korgoo.councils.composition.faults import Fault, Rule
from korgoo.councils.composition.known import Index, Known, Named, units_index
from korgoo.councils.composition.rows import SeatRow
from korgoo.councils.enums import ImportState
from korgoo.councils.models import Body, CompositionImport, Seat
from korgoo.councils.policies import Held
from korgoo.councils.services.seats import SeatFacts, bearers_of, write_seat
from korgoo.countrypack import api as packs
from korgoo.lib import clock, tables
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

MOST_FAULTS = 500
NAMES = ("name_ky", "name_ru", "name_en")


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that was read and compared with the seats of a body; nothing is written yet."""

    digest: str
    count: int
    rows: Sequence[SeatRow]
    faults: Sequence[Fault]


@dataclass(frozen=True, slots=True)
class Compared:
    """Rows that bring something new, and what stands in the way of them."""

    new: Sequence[SeatRow]
    faults: Sequence[Fault]


def examine(data: bytes, body: Body) -> Examined:
    """Read a composition and find everything that is wrong with it.

    Args:
        data: The file.
        body: Whose composition it is.
    """
    checked = checking.check(data, _known(), today=clock.today())
    faults = list(checked.faults)
    if not faults:
        faults += compare(checked.rows, body, checked.places).faults
    return Examined(
        hashlib.sha256(data).hexdigest(), checked.count, checked.rows, faults[:MOST_FAULTS]
    )


def compare(rows: Iterable[SeatRow], body: Body, places: dict[str, int] | None = None) -> Compared:
    """Say which rows are new seats, and which cannot stand beside others.

    Args:
        rows: As the file has them.
        body: Whose seats they would be.
        places: Where the columns stand in the file, to name cells; by their usual order without.
    """
    line = access.lineage()
    seats = list(Seat.objects.filter(body=body).select_related("organisation"))
    known = {(s.organisation_id, s.kind, s.valid_from, s.valid_to) for s in seats}
    names = access.names_of(row.organisation_id for row in rows)
    standing = [
        Held(
            bearers_of(s.organisation_id, line),
            s.kind,
            s.valid_from,
            s.valid_to,
            s.organisation.name,
        )
        for s in seats
    ]
    new: list[SeatRow] = []
    faults: list[Fault] = []
    fresh: list[Held] = []
    for row in rows:
        if (row.organisation_id, row.kind, row.valid_from, row.valid_to) in known:
            continue
        bearers = bearers_of(row.organisation_id, line)
        held = Held(bearers, row.kind, row.valid_from, row.valid_to, names[row.organisation_id])
        faults += _against(row, held, (standing, fresh), body, places or {})
        fresh.append(held)
        new.append(row)
    return Compared(new, faults)


def _against(
    row: SeatRow,
    held: Held,
    others: tuple[list[Held], list[Held]],
    body: Body,
    places: dict[str, int],
) -> list[Fault]:
    standing, fresh = others
    begins, ends = body.founded, body.ended
    if (begins and row.valid_from < begins) or (ends and (row.valid_to or date.max) > ends):
        return [_fault(row, "valid_from", Rule.BODY_DAYS, row.valid_from.isoformat(), places)]
    for seats, rule in ((standing, Rule.OVERLAP), (fresh, Rule.OVERLAP_ROWS)):
        found = policies.overlap(held, seats)
        if found is not None:
            return [_fault(row, "organisation", rule, found.name, places)]
    return []


def _fault(row: SeatRow, column: str, rule: Rule, found: str, places: dict[str, int]) -> Fault:
    return Fault(tables.cell_name(row.line, places.get(column, 0)), column, rule, found)


@transaction.atomic
def keep_composition(body_id: int, found: Examined, *, actor: "Actor") -> CompositionImport:
    """Keep the rows of a file for a day, until somebody takes them; or what is wrong with them.

    Raises:
        NotFound: No such body, or another organisation keeps it.
    """
    body = selectors.get_kept(body_id, actor=actor)
    is_right = not found.faults
    row = CompositionImport.objects.create(
        body=body,
        digest=found.digest,
        state=ImportState.WAITING if is_right else ImportState.REFUSED,
        uploaded_at=clock.now(),
        uploaded_by_id=actor.user_id,
        decided_at=None if is_right else clock.now(),
        count=found.count,
        rows=[one.to_data() for one in found.rows] if is_right else [],
        faults=[fault.to_data() for fault in found.faults],
    )
    event = Event.COMPOSITION_UPLOADED if is_right else Event.COMPOSITION_REFUSED
    audit.record(event, actor=actor, target=row, detail=str(found.count))
    return row


@transaction.atomic
def take_composition(import_id: UUID, *, actor: "Actor") -> CompositionImport:
    """Write all new seats of a file, or none. A file taken before adds nothing.

    Raises:
        NotFound: No such file, or another organisation keeps the body.
        DomainError: It was taken or thrown away, or the seats changed since and do not fit any more.
    """
    row = _waiting(import_id, actor=actor)
    rows = [SeatRow.from_data(one) for one in row.rows]
    compared = compare(rows, row.body)
    if compared.faults:
        raise DomainError(_("The composition changed since the upload. Bring the file again."))
    for one in compared.new:
        write_seat(row.body_id, _facts(one))
    row.added = len(compared.new)
    _close(row, ImportState.TAKEN)
    audit.record(Event.COMPOSITION_TAKEN, actor=actor, target=row, detail=str(row.added))
    return row


@transaction.atomic
def drop_composition(import_id: UUID, *, actor: "Actor") -> CompositionImport:
    """Throw a file away without taking it.

    Raises:
        NotFound: No such file, or another organisation keeps the body.
        DomainError: It was taken or thrown away already.
    """
    row = _waiting(import_id, actor=actor)
    _close(row, ImportState.DROPPED)
    audit.record(Event.COMPOSITION_DROPPED, actor=actor, target=row)
    return row


@transaction.atomic
def sweep() -> dict[str, int]:
    """Throw away rows that nobody took within a day, and old faults.

    Returns:
        How many of each went.
    """
    waiting = CompositionImport.objects.filter(state=ImportState.WAITING)
    rows = list(waiting.filter(uploaded_at__lt=clock.now() - policies.ROWS_WAIT))
    for row in rows:
        _close(row, ImportState.DROPPED)
        audit.record(Event.COMPOSITION_DROPPED, actor=None, target=row, detail="old")
    refused = CompositionImport.objects.filter(state=ImportState.REFUSED).exclude(faults=[])
    old = refused.filter(uploaded_at__lt=clock.now() - policies.FAULTS_STAY).update(faults=[])
    return {"files": len(rows), "faults": old}


def _waiting(import_id: UUID, *, actor: "Actor") -> CompositionImport:
    row = selectors.get_import(import_id, actor=actor)
    selectors.get_kept(row.body_id, actor=actor, lock=True)
    row = selectors.get_import(import_id, actor=actor)
    if row.state != ImportState.WAITING:
        raise DomainError(_("This file was taken, refused or thrown away already."))
    return row


def _close(row: CompositionImport, state: ImportState) -> None:
    row.state, row.rows, row.decided_at = state, [], clock.now()
    row.save()


def _facts(row: SeatRow) -> SeatFacts:
    return SeatFacts(
        organisation_id=row.organisation_id,
        kind=row.kind,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        position=row.position,
        phone=row.phone,
        unit=row.unit,
    )


def _known() -> Known:
    rows = access.named_organisations()
    index = Index.of(Named(one.code, one.names, one.valid_from, one.valid_to) for one in rows)
    return Known(index, units_index(packs.current().units), access.numbers_by_code())
