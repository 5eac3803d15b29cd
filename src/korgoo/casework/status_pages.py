"""The two statuses of a case as pages show them, with their history."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from korgoo.access import api as access
from korgoo.casework import selectors, status_names, wording
from korgoo.casework.enums import Axis, ProceduralGround, ProtectionGround

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case, StatusMove

GROUNDS = {Axis.PROTECTION: ProtectionGround, Axis.PROCEDURAL: ProceduralGround}


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One move in words. ``by`` names a member only to colleagues."""

    before: str
    after: str
    ground: str
    at: datetime
    organisation: str
    by: str


@dataclass(frozen=True, slots=True)
class AxisView:
    """One status of a case: where it stands, since when, and how it came there."""

    axis: str
    title: str
    name: str
    tone: str
    since: datetime | None
    moves: list[MoveLine]


def axes(case: "Case", *, actor: "Actor") -> list[AxisView]:
    """Show the statuses of a case that this reader may know of, each with its history."""
    stands = selectors.relation(case, actor=actor)
    moves = selectors.list_moves(case, actor=actor)
    shown = [_view(Axis.PROTECTION, case.protection, case.protection_at, moves, actor)]
    if selectors.may_see_procedural(case, actor=actor, stands=stands):
        shown.append(_view(Axis.PROCEDURAL, case.procedural, case.procedural_at, moves, actor))
    return shown


def _view(
    axis: Axis, status: str, since: datetime | None, moves: "list[StatusMove]", actor: "Actor"
) -> AxisView:
    tones = wording.STATUS_TONES if axis is Axis.PROTECTION else wording.PROCEDURAL_TONES
    return AxisView(
        axis.value,
        str(axis.label),
        status_names.name(axis, status),
        tones.get(status, "active"),
        since,
        [_line(row, axis, actor) for row in moves if row.axis == axis],
    )


def _line(row: "StatusMove", axis: Axis, actor: "Actor") -> MoveLine:
    is_colleague = row.organisation_id == actor.organisation_id
    return MoveLine(
        status_names.name(axis, row.before),
        status_names.name(axis, row.after),
        str(GROUNDS[axis](row.ground).label),
        row.at,
        row.organisation.name,
        access.member_name(row.by_id) if is_colleague else "",
    )
