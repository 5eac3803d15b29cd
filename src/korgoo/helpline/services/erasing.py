from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.helpline import policies, seals
from korgoo.helpline.models import Conversation
from korgoo.helpline.services.reading import admit
from korgoo.lib import clock


def erase_by_person(locator: bytes) -> None:
    """Erase a conversation for whoever has its words; nothing remains, also not that it was there."""
    Conversation.objects.filter(place=seals.place_of(locator)).delete()


def erase_by_words(canonical: str) -> None:
    """Erase a conversation with its seven words; the same answer when nothing was there.

    Raises:
        Later: Very many try words now.
    """
    admit(by_words=True)
    erase_by_person(seals.receipt_of(canonical).locator)


@transaction.atomic
def erase_old() -> int:
    """Erase conversations 180 days after their last word.

    Returns:
        How many went.
    """
    limit = clock.now() - policies.KEPT_AFTER_LAST_WORD
    rows = Conversation.objects.silent_since(limit)
    labels = [audit.label(row) for row in rows.only("pk")]
    rows.delete()
    if labels:
        audit.record_many(Event.HELP_ERASED, actor=None, targets=labels)
    return len(labels)
