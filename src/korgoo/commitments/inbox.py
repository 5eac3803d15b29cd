"""What of promises concerns a member: what their organisation owes soon, and what waits to be confirmed."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from korgoo.access.enums import Permission
from korgoo.commitments import api, policies, selectors
from korgoo.commitments.selectors import Standing, Wanted
from korgoo.lib import clock
from korgoo.library.api import InboxItem

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

SOON = timedelta(days=31)


def find(actor: "Actor") -> list[InboxItem]:
    """List open promises of the actor's organisation that end within a month or are late, and those to confirm.

    Only who speaks for an organisation is asked.
    """
    return [*_owed(actor), *_to_confirm(actor)]


def _owed(actor: "Actor") -> list[InboxItem]:
    if not policies.may(actor, Permission.COMMITMENT_MAKE):
        return []
    last = clock.today() + SOON
    wanted = Wanted(is_mine=True, standing=Standing.UNFINISHED)
    rows = selectors.list_commitments(wanted, actor=actor)
    return [
        InboxItem(card.what, card.address, card.due_on, _("Keep the promise, and say so"))
        for card in api.cards(rows)
        if card.due_on and card.due_on <= last
    ]


def _to_confirm(actor: "Actor") -> list[InboxItem]:
    if not policies.may(actor, Permission.COMMITMENT_CONFIRM):
        return []
    rows = selectors.list_commitments(Wanted(standing=Standing.FULFILLED), actor=actor)
    mine = [
        row for row in rows if policies.confirm(actor, selectors.standing_of(row, actor=actor))
    ]
    return [
        InboxItem(card.what, card.address, None, _("Look at the evidence, and confirm"))
        for card in api.cards(mine)
    ]
