"""What the library itself puts into the inbox: announcements, notices, consultations."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from korgoo.consultation import api as consultation
from korgoo.library import api
from korgoo.library.inboxes import InboxItem

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def announcements(actor: "Actor") -> list[InboxItem]:
    """List announcements to the actor's role that the actor has not marked as read."""
    return [
        InboxItem(card.title, card.address, card.until, _("Read the announcement"))
        for card in api.unread(actor=actor)
    ]


def consultations(actor: "Actor") -> list[InboxItem]:
    """List consultations that wait for something from the actor, and notices of what changed."""
    drafts = [
        InboxItem(
            row.title,
            row.card.address,
            row.card.open_until if row.card.is_open else None,
            ", ".join(str(wait.label) for wait in row.waits),
        )
        for row in consultation.list_open(actor=actor)
        if row.waits
    ]
    told = [
        InboxItem(card.title, card.address, None, _("The rules have changed for your work"))
        for card in consultation.unread_notices(actor=actor)
    ]
    return [*drafts, *told]
