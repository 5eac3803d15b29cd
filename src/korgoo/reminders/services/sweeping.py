"""Wake whoever must act in time. Run as often as wanted: the rows say what was done already."""

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.functional import cached_property

from korgoo.access import api as access
from korgoo.access.enums import Mandate
from korgoo.lib import clock
from korgoo.reminders import policies, sources
from korgoo.reminders.enums import STAGES, Stage
from korgoo.reminders.models import Reminder, Turn
from korgoo.reminders.services.mailing import ask_to_mail
from korgoo.reminders.sources import Due, Source, TakenSource

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

BATCH = 500
Known = dict[tuple[str, "datetime"], list[Reminder]]


def sweep() -> int:
    """Wake everybody whose moment has come; tell how many reminders were made.

    Killed in the middle, it leaves whole batches or nothing of one. Two at once: one waits for
    nothing and passes by what the other is at.
    """
    known = sources.registered()
    Turn.objects.bulk_create([Turn(source=one.name) for one in known], ignore_conflicts=True)
    return sum(_sweep(source) for source in known)


def _sweep(source: Source | TakenSource) -> int:
    made = 0
    go_on = True
    while go_on:
        with transaction.atomic():
            if not _is_my_turn(source):
                break
            if isinstance(source, TakenSource):
                new, go_on = _wake_taken(source)
            else:
                new, go_on = _wake_found(source), False
            made += new
    return made


def _is_my_turn(source: Source | TakenSource) -> bool:
    """Hold the turn until the transaction ends; not while another sweep holds it."""
    rows = Turn.objects.filter(source=source.name)
    return rows.select_for_update(skip_locked=True).first() is not None


def _wake_taken(source: TakenSource) -> tuple[int, bool]:
    """Wake for one batch; tell how many reminders were made, and whether more may wait."""
    now = clock.now()
    batch = source.take(now, most=BATCH)
    made = _wake(source.name, batch, now)
    source.set_waking({due.key: policies.next_waking(due, now) for due in batch})
    return made, len(batch) == BATCH


def _wake_found(source: Source) -> int:
    """Wake for all that a source finds, and end the reminders of what it finds no more."""
    now, made = clock.now(), 0
    found = list(source.find(now + policies.longest_warning()))
    _end_gone(source.name, found, now)
    rest = iter(found)
    while batch := list(islice(rest, BATCH)):
        made += _wake(source.name, batch, now)
    return made


def _end_gone(name: str, found: "Sequence[Due]", now: "datetime") -> None:
    standing = {(due.key, due.due_at) for due in found}
    rows = Reminder.objects.standing().filter(source=name).only("key", "due_at")
    gone = [row.pk for row in rows if (row.key, row.due_at) not in standing]
    Reminder.objects.filter(pk__in=gone).update(over_at=now)


def _wake(source: str, batch: "Sequence[Due]", now: "datetime") -> int:
    """Make the reminders of one batch; rows that are there already are left as they are."""
    office = _Office(batch)
    known, rows = _known(source, batch), list[Reminder]()
    for due in batch:
        rows += _rows(source, due, known[due.key, due.due_at], office, now)
    _end_earlier(known, rows, now)
    Reminder.objects.bulk_create(rows, ignore_conflicts=True)
    ask_to_mail({row.user_id for row in rows if row.user_id}, now)
    return sum(not row.is_skipped for row in rows)


class _Office:
    """Who works where, for the organisations of one batch."""

    def __init__(self, batch: "Sequence[Due]") -> None:
        self.batch = batch

    @cached_property
    def watchers(self) -> list[int]:
        return access.holders(Mandate.COORDINATE)

    @cached_property
    def staff(self) -> policies.Staff:
        places = {due.organisation_id for due in self.batch}
        places |= {due.else_id for due in self.batch if due.else_id is not None}
        found: dict[int, list[access.Post]] = defaultdict(list)
        for post in access.posts(places | set(self.watchers)):
            found[post.organisation_id].append(post)
        return dict(found)


def _known(source: str, batch: "Sequence[Due]") -> Known:
    """Fetch what was made for these things before, by key and end."""
    found: Known = defaultdict(list)
    rows = Reminder.objects.filter(source=source, key__in=[due.key for due in batch])
    for row in rows.only("key", "due_at", "stage", "user_id", "over_at"):
        found[row.key, row.due_at].append(row)
    return found


def _rows(
    source: str, due: Due, known: "Iterable[Reminder]", office: _Office, now: "datetime"
) -> list[Reminder]:
    """Say which rows a thing needs now: none, when its stage was told already."""
    stage = policies.stage_at(due, now)
    told = {row.stage for row in known}
    if stage is None or stage in told:
        return []
    skipped = [early for early in STAGES[: STAGES.index(stage)] if early not in told]
    woken = policies.whom_to_wake(
        due, [*skipped, stage], staff=office.staff, watchers=office.watchers
    )
    # Nobody at all: kept as skipped, so that it is seen in the rows and not tried for ever.
    empty = skipped if woken else [*skipped, stage]
    rows = [_row(source, due, early, now) for early in empty]
    return rows + [
        _row(source, due, stage, now, user_id, place) for user_id, place in sorted(woken)
    ]


def _row(
    source: str,
    due: Due,
    stage: Stage,
    now: "datetime",
    user_id: int = 0,
    organisation_id: int | None = None,
) -> Reminder:
    return Reminder(
        source=source,
        key=due.key,
        label=due.label,
        due_at=due.due_at,
        stage=stage,
        case_id=due.case_id,
        organisation_id=organisation_id,
        user_id=user_id,
        is_skipped=not user_id,
        at=now,
    )


def _end_earlier(known: Known, new: "Iterable[Reminder]", now: "datetime") -> None:
    """A member who is woken again for the same thing need not see the earlier stage as well."""
    woken = {(row.key, row.due_at, row.user_id) for row in new if row.user_id}
    earlier = [
        row.pk
        for rows in known.values()
        for row in rows
        if row.over_at is None and (row.key, row.due_at, row.user_id) in woken
    ]
    Reminder.objects.filter(pk__in=earlier).update(over_at=now)
