"""What a permit allows on a day. Plain Python: no records, no pages, no today.

The order in which decisions were recorded does not matter; the day from which each is in force does. Of two
decisions in force from one day the stricter one is taken to come last: nobody is sent away on a doubt.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Generic, Protocol, TypeVar
from uuid import UUID


class Kind(StrEnum):
    """What was decided on a permit. In the order from mild to strict, which decides between equal days.

    ``ANNULLED`` takes an entry back that should never have been made; it decides nothing itself.
    """

    ANNULLED = "annulled"
    GRANTED = "granted"
    EXTENDED = "extended"
    RESUMED = "resumed"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"


class State(StrEnum):
    """What a permit is on a day."""

    ALLOWED = "allowed"
    ALLOWED_UNTIL = "allowed_until"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    NEVER = "never"


ALLOWED = frozenset({State.ALLOWED, State.ALLOWED_UNTIL})
STRICT = (Kind.SUSPENDED, Kind.CANCELLED)
OPENING = (Kind.GRANTED, Kind.EXTENDED)
_RANK = {kind: place for place, kind in enumerate(Kind)}
_SEVERITY = {State.SUSPENDED: 1, State.CANCELLED: 2}


class Move(Protocol):
    """A decision, as far as the rules ask."""

    @property
    def key(self) -> UUID:
        """Names it."""
        ...

    @property
    def kind(self) -> Kind:
        """What was decided."""
        ...

    @property
    def day(self) -> date:
        """First day in force."""
        ...

    @property
    def until(self) -> date | None:
        """Last day of the permit that it sets; None when it sets none."""
        ...

    @property
    def corrects(self) -> UUID | None:
        """The decision in whose place it stands."""
        ...


M = TypeVar("M", bound=Move)


@dataclass(frozen=True, slots=True)
class Term:
    """For which days a permit was given. ``ends``: its last day; None when nobody said one."""

    starts: date
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Standing(Generic[M]):
    """What holds on a day, and by which decision.

    Args:
        state: What the permit is.
        move: The decision that decides; None only for ``NEVER``.
        until: For ``ALLOWED_UNTIL`` and ``EXPIRED`` the last day; for ``NOT_YET`` None.
        starts: For ``NOT_YET`` the first day.
    """

    state: State
    move: M | None = None
    until: date | None = None
    starts: date | None = None

    @property
    def is_allowed(self) -> bool:
        """Tell whether people may be sent."""
        return self.state in ALLOWED


def in_place(moves: Iterable[M]) -> list[M]:
    """Leave out what was corrected or taken back; the rest in the order in which it came into force."""
    known = list(moves)
    corrected = {move.corrects for move in known if move.corrects is not None}
    stand = [m for m in known if m.key not in corrected and m.kind is not Kind.ANNULLED]
    return sorted(stand, key=lambda m: (m.day, _RANK[m.kind], m.until or date.max, str(m.key)))


def standing(term: Term, moves: Iterable[M], day: date) -> "Standing[M]":
    """Say what a permit is on a day.

    Args:
        term: Its days, as granted.
        moves: All decisions on it, in any order, corrected ones too.
        day: Any day.
    """
    ordered = in_place(moves)
    past = [move for move in ordered if move.day <= day]
    if not past:
        return _before_all(term, ordered)
    last = _last_of_each(past)
    if Kind.CANCELLED in last:
        return Standing(State.CANCELLED, last[Kind.CANCELLED])
    if Kind.SUSPENDED in last:
        return Standing(State.SUSPENDED, last[Kind.SUSPENDED])
    opening = [move for move in past if move.kind in OPENING]
    if not opening:
        return Standing(State.NEVER)
    if day < term.starts:
        return Standing(State.NOT_YET, opening[-1], starts=term.starts)
    until = _until(term, opening)
    if until is not None and day > until:
        return Standing(State.EXPIRED, opening[-1], until=until)
    return _open(past, ordered[len(past) :], until)


def over_all(standings: "Sequence[Standing[M]]") -> "Standing[M]":
    """Say what holds for an agency that had several permits for one country.

    What was decided last holds; of one day the stricter. So a new permit counts after an old one was cancelled,
    and a suspension counts although an older permit beside it was never touched.
    """
    deciding = [s for s in standings if s.is_allowed or s.state in _SEVERITY]
    if deciding:
        return max(deciding, key=_weight)
    for state in (State.NOT_YET, State.EXPIRED):
        found = [s for s in standings if s.state is state]
        if found:
            return max(found, key=_weight)
    return Standing(State.NEVER)


def _weight(one: "Standing[M]") -> tuple[date, int, date, str]:
    move = one.move
    severity = _SEVERITY.get(one.state, 0)
    key = str(move.key) if move else ""
    return (move.day if move else date.min, severity, one.until or date.max, key)


def _before_all(term: Term, ordered: list[M]) -> "Standing[M]":
    coming = next((move for move in ordered if move.kind in OPENING), None)
    if coming is None:
        return Standing(State.NEVER)
    return Standing(State.NOT_YET, coming, starts=max(coming.day, term.starts))


def _last_of_each(past: list[M]) -> dict[Kind, M]:
    """Follow the decisions: what is suspended or cancelled at the end, and by which of them."""
    last: dict[Kind, M] = {}
    for move in past:
        if move.kind is Kind.GRANTED:
            last.clear()
        elif move.kind is Kind.RESUMED:
            last.pop(Kind.SUSPENDED, None)
        elif move.kind in STRICT:
            last.setdefault(move.kind, move)
    return last


def _until(term: Term, opening: list[M]) -> date | None:
    """Find the last day: what the newest grant or extension says, else the permit itself."""
    return next((move.until for move in reversed(opening) if move.until), term.ends)


def _open(past: list[M], coming: list[M], until: date | None) -> "Standing[M]":
    opened = [m for m in past if m.kind in (*OPENING, Kind.RESUMED)][-1]
    stop = next((m.day - timedelta(days=1) for m in coming if m.kind in STRICT), None)
    days = [day for day in (until, stop) if day is not None]
    if not days:
        return Standing(State.ALLOWED, opened)
    return Standing(State.ALLOWED_UNTIL, opened, until=min(days))
