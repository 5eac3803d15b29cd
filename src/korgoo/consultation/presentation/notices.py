"""Notices as the members of one organisation read them."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse

from korgoo.access import api as access
from korgoo.consultation import api, selectors, wording

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def notices(*, actor: "Actor") -> dict[str, Any]:
    """List the notices to the actor's organisation: those to read, then those that were read."""
    unread = api.unread_notices(actor=actor)
    waiting = {card.id for card in unread}
    every = [api.notice_card(copy) for copy in selectors.list_notices(actor=actor)]
    return {"unread": unread, "old": [card for card in every if card.id not in waiting]}


def notice(notice_id: UUID, *, actor: "Actor") -> dict[str, Any]:
    """Gather the page of one notice: what changes for everybody, then for this organisation.

    Raises:
        NotFound: No such notice, or it did not go to the actor's organisation.
    """
    copy = selectors.get_notice(notice_id, actor=actor)
    adoption = copy.notice.adoption
    return {
        "card": api.notice_card(copy),
        "organisation": access.card(actor.organisation_id).name,
        "for_everybody": _words(copy.notice.lines),
        "for_us": _words(copy.lines),
        "legal_basis": adoption.legal_basis,
        "takes_effect": adoption.takes_effect,
        "consultation": reverse("consultation:consultation", args=[adoption.consultation_id]),
        "is_read": not selectors.list_unread(actor=actor).filter(pk=copy.pk).exists(),
    }


def _words(lines: list[dict[str, str]]) -> list[str]:
    return [wording.in_language(line) for line in lines]
