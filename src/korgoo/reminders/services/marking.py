from typing import TYPE_CHECKING

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.reminders.models import MailChoice, Reminder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor


def mark_seen(reminder_ids: "Iterable[int]", *, actor: "Actor") -> int:
    """Mark own reminders as seen; those of others are passed over. The row itself is the trace.

    Returns:
        How many were marked now.
    """
    rows = Reminder.objects.of(actor).unseen().filter(pk__in=set(reminder_ids))
    return rows.update(seen_at=clock.now())


@transaction.atomic
def choose_mail(language: str, *, is_wanted: bool, actor: "Actor") -> None:
    """Say whether the member wants e-mail that something waits, and in which language."""
    MailChoice.objects.update_or_create(
        user_id=actor.user_id, defaults={"is_wanted": is_wanted, "language": language}
    )
    detail = "on" if is_wanted else "off"
    audit.record(Event.MAIL_CHOSEN, actor=actor, target="reminders.MailChoice", detail=detail)
