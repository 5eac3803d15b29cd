"""The encodings of one organisation, or of all, open in this process's memory while somebody entitled uses them.

Who asks must open the matching key in their own session each time; what is kept is dropped fifteen minutes after
the last of them asked. Each process has its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from operator import itemgetter
from threading import Lock, RLock, Timer
from typing import TYPE_CHECKING

import numpy as np
from django.conf import settings
from django.db import connection

from korgoo.lib import clock
from korgoo.lookup import rows, sealed
from korgoo.lookup.blocks import Asked, Block, Found
from korgoo.lookup.models import CaseEncoding, HouseTally
from korgoo.matching.encoding import together

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

OVERLAP = 256  # changes that are read again: those seen before they were taken back
LONGEST_TAIL = 5_000  # encodings beside the ready list before it is made anew
Row = tuple[str, int, int, bytes]  # case (hexadecimal), owner, serial, ciphertext
Scope = tuple[int, int | None]  # key, organisation (None: all)


@dataclass(frozen=True, slots=True)
class Hit:
    """A case found: its number (hexadecimal), owner, evidence, what agrees; ``serial`` of the encoding seen."""

    case: str
    owner_id: int
    serial: int
    evidence: float
    kinds: frozenset[str]


@dataclass(slots=True)
class Part:
    """Encodings of some cases: the rows of ``block`` belong to the cases by ``place``."""

    cases: list[str]
    owners: list[int]
    serials: list[int]
    place: "np.ndarray[tuple[int], np.dtype[np.int64]]"
    block: Block

    def hits(self, found: Found) -> list[Hit]:
        """Say which cases were found, each once."""
        best: dict[int, Hit] = {}
        for row, evidence, kinds in zip(found.rows, found.evidence, found.kinds, strict=True):
            place = int(self.place[row])
            if place not in best or best[place].evidence < evidence:
                best[place] = Hit(
                    self.cases[place],
                    self.owners[place],
                    self.serials[place],
                    float(evidence),
                    kinds,
                )
        return list(best.values())


@dataclass
class Index:
    """All encodings of a scope under one generation, open."""

    key_id: int
    owner_id: int | None
    seen: dict[int, int] = field(default_factory=dict)
    marks: dict[int, tuple[int, str]] = field(default_factory=dict)
    recent: dict[tuple[int, int], bytes] = field(default_factory=dict)
    newest: dict[str, int] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    users: dict[int, datetime] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock, repr=False)

    def __len__(self) -> int:
        return sum(len(part.cases) for part in self.parts)

    def find(self, ways: Iterable[Asked], keep: int) -> list[Hit]:
        """Find who fits any of several readings, the best first; each case once."""
        best: dict[str, Hit] = {}
        for asked in ways:
            for part in self.parts:
                for hit in part.hits(part.block.find(asked, keep)):
                    if self.newest.get(hit.case, hit.serial) != hit.serial:
                        continue  # written anew since
                    if hit.case not in best or best[hit.case].evidence < hit.evidence:
                        best[hit.case] = hit
        return sorted(best.values(), key=lambda hit: (-hit.evidence, hit.case))[:keep]

    def refresh(self, key: sealed.OpenKey) -> None:
        """Take in what changed since it was read last."""
        marks = dict(self._tallies())
        now = {owner: changes for owner, (changes, _mark) in marks.items()}
        changed = [owner for owner, mark in marks.items() if mark != self.marks.get(owner)]
        if not changed:
            return
        self._take_in(changed, now, key)
        self.marks = marks

    def _take_in(self, changed: list[int], now: dict[int, int], key: sealed.OpenKey) -> None:
        if not self.parts or any(now[owner] < self.seen.get(owner, 0) for owner in changed):
            self._load(key, now)
            return
        fresh = [row for owner in changed for row in self._since(owner)]
        self._append(fresh, key)
        self.seen = now
        if len(self.parts) > 1 and len(self.parts[1].cases) > LONGEST_TAIL:
            self._load(key, now)

    def _load(self, key: sealed.OpenKey, now: dict[int, int]) -> None:
        found = _read(self.key_id, self.owner_id)
        self.parts = [_part(found, key, None)] if found else []
        self.seen, self.recent, self.newest = now, {}, {}
        self._remember(found)

    def _append(self, fresh: list[Row], key: sealed.OpenKey) -> None:
        new = [row for row in fresh if self.recent.get((row[1], row[2])) != _trace(row)]
        if not new:
            return
        self._remember(new)
        self.newest |= {row[0]: row[2] for row in sorted(new, key=lambda row: row[2])}
        base = self.parts[0].block
        tail = _part(new, key, base)
        if len(self.parts) > 1:
            tail = _joined(self.parts[1], tail, base)
        self.parts = [self.parts[0], tail]

    def _remember(self, found: list[Row]) -> None:
        oldest = min(self.seen.values(), default=0) - OVERLAP
        for row in [row for row in found if row[2] > oldest]:
            _case, owner, serial, _text = row
            if serial > self.seen.get(owner, 0) - OVERLAP:
                self.recent[owner, serial] = _trace(row)

    def _tallies(self) -> Iterable[tuple[int, tuple[int, str]]]:
        rows_ = HouseTally.objects.all()
        if self.owner_id is not None:
            rows_ = rows_.filter(owner_id=self.owner_id)
        for owner, changes, mark in rows_.values_list("owner_id", "changes", "mark"):
            yield owner, (changes, mark)

    def _since(self, owner: int) -> list[Row]:
        found = CaseEncoding.objects.filter(
            key_id=self.key_id, owner_id=owner, serial__gt=self.seen.get(owner, 0) - OVERLAP
        )
        columns = found.values_list("case_id", "owner_id", "serial", "sealed")
        return [(case.hex, one, serial, bytes(text)) for case, one, serial, text in columns]


_open: dict[Scope, Index] = {}
_guard = RLock()
_timers: list[Timer] = []


def opened(key: sealed.OpenKey, *, owner_id: int | None, actor: "Actor") -> Index:
    """Give the index of a scope, read from the database if it is not in memory, and up to date.

    Args:
        key: Opened in the actor's session.
        owner_id: Cases of this organisation alone; None for all.
        actor: Who uses it: while they do, it is kept.
    """
    drop_idle()
    with _guard:
        index = _open.setdefault((key.key_id, owner_id), Index(key.key_id, owner_id))
        index.users[actor.user_id] = clock.now()
        _watch()
    with index.lock:
        index.refresh(key)
    return index


def drop_idle() -> int:
    """Drop what nobody used for as long as a session stays open; say how many went."""
    since = clock.now() - settings.IDLE_LOCK
    with _guard:
        for index in _open.values():
            index.users = {user: at for user, at in index.users.items() if at > since}
        return _drop([scope for scope, index in _open.items() if not index.users])


def drop_of(user_id: int) -> int:
    """Drop what only this member held open: they locked or left. Say how many went."""
    with _guard:
        for index in _open.values():
            index.users.pop(user_id, None)
        return _drop([scope for scope, index in _open.items() if not index.users])


def drop_key(key_id: int) -> int:
    """Drop what is open under a generation that ended."""
    with _guard:
        return _drop([scope for scope in _open if scope[0] == key_id])


def count_open() -> int:
    """Count the indexes in this process's memory."""
    return len(_open)


def _drop(scopes: list[Scope]) -> int:
    for scope in scopes:
        del _open[scope]
    return len(scopes)


def _watch() -> None:
    """Look once a minute for what is idle, as long as anything is open."""
    if any(timer.is_alive() for timer in _timers):
        return
    timer = Timer(60, _look)
    timer.daemon = True
    _timers[:] = [timer]
    timer.start()


def _look() -> None:
    _timers.clear()
    drop_idle()
    with _guard:
        if _open:
            _watch()


def _trace(row: Row) -> bytes:
    """Tell one writing of an encoding from another: its nonce."""
    return bytes(row[3][:12])


def _read(key_id: int, owner_id: int | None) -> list[Row]:
    """Read rows as the driver gives them: a million objects of the ORM would take longer than opening them."""
    case = "case_id" if connection.vendor == "sqlite" else "replace(case_id::text, '-', '')"
    table = connection.ops.quote_name(CaseEncoding._meta.db_table)
    query = f"SELECT {case}, owner_id, serial, sealed FROM {table} WHERE key_id = %s"  # noqa: S608 - names alone
    wanted = [key_id] if owner_id is None else [key_id, owner_id]
    query += "" if owner_id is None else " AND owner_id = %s"
    with connection.cursor() as cursor:
        cursor.execute(query, wanted)
        return list(cursor.fetchall())


def _part(found: list[Row], key: sealed.OpenKey, beside: Block | None) -> Part:
    texts = key.open_many(map(itemgetter(3, 0, 1), found))
    # A row whose seal does not fit is not there: it was moved or changed.
    words, place = rows.from_bytes(rows.wholes(texts))
    cases, owners, serials = ([row[n] for row in found] for n in range(3))
    block = Block.of(rows.to_encoded(words), beside)
    return Part(cases, owners, serials, place, block)  # type: ignore[arg-type]


def _joined(one: Part, other: Part, beside: Block) -> Part:
    encoded = together([one.block.encoded, other.block.encoded])
    return Part(
        one.cases + other.cases,
        one.owners + other.owners,
        one.serials + other.serials,
        np.concatenate([one.place, other.place + len(one.cases)]),
        Block.of(encoded, beside),
    )
