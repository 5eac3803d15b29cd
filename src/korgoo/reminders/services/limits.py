"""Time limits of an organisation's own work, in no case."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.reminders.clocks import ORGANISATION
from korgoo.reminders.models import OrganisationClock, Reminder

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def start_clock(
    organisation_id: int,
    key: str,
    *,
    subject: str = "",
    due_at: datetime | None = None,
    actor: "Actor | None",
) -> OrganisationClock:
    """Start a time limit of an organisation; one that runs for the same subject is kept.

    Args:
        organisation_id: Who must act.
        key: Name of the clock in the pack.
        subject: A code of what it is about, such as a period: "2026-1".
        due_at: When the time is over, where a calendar sets it; else as long as the pack says.
        actor: Whose deed starts it; None for the platform.

    Raises:
        KeyError: The pack has no such clock.
    """
    length, now = packs.current().clocks[key].duration, clock.now()
    due_at = due_at or (now + length if length else None)
    row, is_new = OrganisationClock.objects.get_or_create(
        organisation_id=organisation_id,
        key=key,
        subject=subject,
        stopped_at=None,
        defaults={"started_at": now, "due_at": due_at, "wake_at": _first_wake(key, now, due_at)},
    )
    if is_new:
        audit.record(Event.ORGANISATION_CLOCK_STARTED, actor=actor, target=row, detail=key)
    return row


@transaction.atomic
def stop_clock(
    organisation_id: int, key: str, *, subject: str = "", actor: "Actor | None"
) -> bool:
    """Stop a time limit of an organisation; tell whether one ran."""
    rows = OrganisationClock.objects.running().select_for_update(of=("self",))
    row = rows.filter(organisation_id=organisation_id, key=key, subject=subject).first()
    if row is None:
        return False
    row.stopped_at, row.wake_at = clock.now(), None
    row.save(update_fields=["stopped_at", "wake_at"])
    Reminder.objects.end(ORGANISATION, [str(row.pk)], row.stopped_at)
    audit.record(Event.ORGANISATION_CLOCK_STOPPED, actor=actor, target=row, detail=key)
    return True


def run_step(organisation_id: int, word: str, *, subject: str = "", actor: "Actor | None") -> None:
    """Stop and start what the pack ties to a step of an organisation's own work.

    Args:
        organisation_id: Whose step it is.
        word: The step as packs call it.
        subject: A code of what it is about.
        actor: Who took it; None for the platform.
    """
    with transaction.atomic():
        for key, described in packs.current().clocks.items():
            if described.scope != "organisation":
                continue
            if word in (*described.stops, *described.restarts):
                stop_clock(organisation_id, key, subject=subject, actor=actor)
            if word == described.starts or word in described.restarts:
                start_clock(organisation_id, key, subject=subject, actor=actor)


def _first_wake(key: str, started_at: datetime, due_at: datetime | None) -> datetime | None:
    if due_at is None:
        return None
    pack = packs.current()
    near = pack.clocks[key].warn_before
    return pack.reminders.moments(due_at, started_at, approaching=near)[0]
