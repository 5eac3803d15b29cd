"""Questions to the records, limited to what the member may know."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import F

from korgoo.casework import api as casework
from korgoo.lib import clock
from korgoo.reminders import clocks, sources
from korgoo.reminders.enums import Stage
from korgoo.reminders.models import MailChoice, OrganisationClock, Reminder

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.reminders.models.reminders import ReminderQuerySet


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """One reminder as its member reads it. Codes and words of the pack, no name.

    ``case_id`` is None, and ``code`` empty, for an organisation's own work.
    """

    id: int
    what: str
    case_id: UUID | None
    code: str
    stage: Stage
    due_at: datetime
    at: datetime
    seen_at: datetime | None

    @property
    def is_late(self) -> bool:
        """Tell whether the time is over."""
        return self.due_at <= clock.now()


@dataclass(frozen=True, slots=True)
class LimitLine:
    """A time limit of an organisation's own work. ``due_at`` is None when no limit is set."""

    name: str
    subject: str
    due_at: datetime | None


def list_unseen(*, actor: "Actor", most: int) -> list[ReminderLine]:
    """List what the member was woken for and has not marked as seen, what ends first on top."""
    return _lines(Reminder.objects.of(actor).unseen(), actor, most)


def list_standing(*, actor: "Actor", most: int) -> list[ReminderLine]:
    """List all that the member was woken for and that is not over, seen or not."""
    return _lines(Reminder.objects.of(actor).standing(), actor, most)


def mail_choice(*, actor: "Actor") -> MailChoice | None:
    """Fetch the member's wish about e-mail; None when they have not said."""
    return MailChoice.objects.filter(user_id=actor.user_id).first()


def list_limits(*, actor: "Actor") -> list[LimitLine]:
    """List the running time limits of the actor's own organisation, the soonest first."""
    rows = OrganisationClock.objects.running().filter(organisation_id=actor.organisation_id)
    return [
        LimitLine(sources.words_of(clocks.ORGANISATION, row.key), row.subject, row.due_at)
        for row in rows.order_by(F("due_at").asc(nulls_last=True), "pk")
    ]


def _lines(rows: "ReminderQuerySet", actor: "Actor", most: int) -> list[ReminderLine]:
    found = list(rows.order_by("due_at", "pk")[:most])
    # A case that was closed to the member since, or went to another house, is not named.
    codes = casework.codes_of([row.case_id for row in found if row.case_id], actor=actor)
    return [
        ReminderLine(
            row.pk,
            sources.words_of(row.source, row.label),
            row.case_id,
            codes[row.case_id] if row.case_id else "",
            Stage(row.stage),
            row.due_at,
            row.at,
            row.seen_at,
        )
        for row in found
        if row.case_id is None or row.case_id in codes
    ]
