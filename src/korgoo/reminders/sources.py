"""What can run out, and so wake somebody. Missions that have time limits of their own register them.

Clocks of cases and of organisations are here from the start. A mission above, or the place where
all are put together, adds others::

    sources.register(
        "follow_up",
        find=closing.follow_ups_due,      # find(before) -> Iterable[Due]
        words=lambda label: _("Follow-up after closure"),
    )

``find`` gives everything that is open and due before a moment, also what is late: what it no longer
gives is taken for done, and its reminders end.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.access.enums import Role

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that runs out.

    Attributes:
        key: names it inside its source, at most 80 characters, for ever the same.
        case_id: the case it belongs to; None for an organisation's own work.
        organisation_id: who must act.
        user_id: the member who must act; None: all of the organisation who work on cases.
        due_at: when the time is over (aware).
        label: code of what it is, for ``words``.
        started_at: when the time began; without it the whole times of the pack count.
        else_id: the organisation that is woken when the one that must act has no members.
        warn_before: this thing's own time before the end.
        roles: who is woken in the organisation; empty: who works on cases there.
    """

    key: str
    case_id: UUID | None
    organisation_id: int
    user_id: int | None
    due_at: datetime
    label: str
    started_at: datetime | None = None
    else_id: int | None = None
    warn_before: timedelta | None = None
    roles: frozenset[Role] = frozenset()


Words = Callable[[str], "_StrOrPromise"]


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of time limit that is found anew by each sweep.

    Attributes:
        name: names it in rows; never changed.
        find: gives what is open and due before a moment, all of it.
        words: says what a label is, in the language of the page.
    """

    name: str
    find: Callable[[datetime], Iterable[Due]]
    words: Words


@dataclass(frozen=True, slots=True)
class TakenSource:
    """A kind of time limit that knows itself when it wakes next: only those rows are read.

    Attributes:
        name: names it in rows; never changed.
        take: ``take(now, most=...)`` gives those whose waking has come, held until the end of the
            transaction.
        set_waking: says by key when each of those wakes next; None for never.
        words: says what a label is, in the language of the page.
    """

    name: str
    take: Callable[..., list[Due]]
    set_waking: Callable[[Mapping[str, datetime | None]], None]
    words: Words


_registered: dict[str, Source | TakenSource] = {}


def register(name: str, *, find: Callable[[datetime], Iterable[Due]], words: Words) -> None:
    """Add a kind of time limit; once per name.

    Args:
        name: A short code, never changed.
        find: ``find(before)`` gives everything open and due before a moment.
        words: ``words(label)`` says what it is.
    """
    _registered[name] = Source(name, find, words)


def register_taken(source: TakenSource) -> None:
    """Add a kind of time limit that knows when it wakes next; once per name."""
    _registered[source.name] = source


def registered() -> list[Source | TakenSource]:
    """List the kinds of time limit, in the order in which they were added."""
    return list(_registered.values())


def words_of(source: str, label: str) -> str:
    """Say what a time limit is, in the language of the page; its code when nobody knows it."""
    known = _registered.get(source)
    return str(known.words(label)) if known else label


_waiting: list[Callable[[int], bool]] = []


def register_waiting(waits: Callable[[int], bool]) -> None:
    """Add something besides reminders of which e-mails say that it waits; once, at start.

    Args:
        waits: ``waits(user_id)`` tells whether it still waits for a member.
    """
    if waits not in _waiting:
        _waiting.append(waits)


def waits_elsewhere(user_id: int) -> bool:
    """Tell whether something besides reminders waits for a member."""
    return any(waits(user_id) for waits in _waiting)
