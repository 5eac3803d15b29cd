"""A member's secret calendar address: made, renewed, switched off. Only its hash is kept."""

import hashlib
import secrets
from typing import TYPE_CHECKING

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.meetings.models import CalendarFeed

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

BYTES = 32


@transaction.atomic
def renew_feed(*, actor: "Actor") -> str:
    """Make a new secret address for a member; an earlier one ends at once.

    Returns:
        The secret part of the address. It is shown once and kept nowhere.
    """
    token = secrets.token_urlsafe(BYTES)
    row, _made = CalendarFeed.objects.update_or_create(
        user_id=actor.user_id,
        defaults={
            "organisation_id": actor.organisation_id,
            "digest": digest_of(token),
            "made_at": clock.now(),
        },
    )
    audit.record(Event.CALENDAR_RENEWED, actor=actor, target=row)
    return token


@transaction.atomic
def drop_feed(*, actor: "Actor") -> None:
    """Switch a member's calendar address off."""
    CalendarFeed.objects.filter(user_id=actor.user_id).delete()
    audit.record(Event.CALENDAR_SWITCHED_OFF, actor=actor, target="meetings.CalendarFeed")


def digest_of(token: str) -> str:
    """Hash a secret address: it is random and long, so one round is enough."""
    return hashlib.sha256(token.encode()).hexdigest()
