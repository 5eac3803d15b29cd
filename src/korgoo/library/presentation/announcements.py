"""Announcements as members read them."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from korgoo.access.enums import Permission, Role
from korgoo.library import api, marks, policies, readers, selectors
from korgoo.library.readers import Reader

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def lists(*, actor: "Actor") -> dict[str, Any]:
    """Gather announcements: to read, read before, and those that the actor's organisation sent."""
    unread = api.unread(actor=actor)
    waiting = {card.id for card in unread}
    heard = [
        api.announcement_card(row, is_read=True)
        for row in selectors.list_announcements(actor=actor)
        if row.pk not in waiting
    ]
    sent = [api.announcement_card(row, is_read=True) for row in selectors.list_sent(actor=actor)]
    known = {card.id for card in sent}
    return {
        "unread": unread,
        "old": [card for card in heard if card.id not in known],
        "sent": sent,
        "may_announce": bool(policies.may(actor, Permission.ANNOUNCEMENT_SEND)),
    }


def announcement_page(announcement_id: UUID, *, actor: "Actor") -> dict[str, Any]:
    """Gather the page of one announcement.

    Raises:
        NotFound: None that the actor may know of.
    """
    row = selectors.get_announcement(announcement_id, actor=actor)
    waiting = {one.pk for one in selectors.list_unread(actor=actor)}
    groups = [Reader(one.kind, one.key) for one in row.readers.all()]
    return {
        "card": api.announcement_card(row, is_read=row.pk not in waiting),
        "blocks": marks.blocks(row.text),
        "audience": readers.words_of(groups, actor=actor),
        "roles": [str(Role(role).label) for role in row.roles],
    }
