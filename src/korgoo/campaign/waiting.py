"""What waits for who keeps campaigns: a launch that is due, days that are over, results not written."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from korgoo.access.enums import Permission
from korgoo.campaign import policies, selectors
from korgoo.campaign.cards import card_of
from korgoo.campaign.enums import State
from korgoo.lib import clock
from korgoo.library.api import InboxItem

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.campaign.models import Campaign

# So long before its first day a campaign that is not launched is shown to who keeps it.
SOON = timedelta(days=30)


def find(actor: "Actor") -> list[InboxItem]:
    """List what the actor's organisation has to do for its campaigns."""
    if not policies.may(actor, Permission.CAMPAIGN_EDIT):
        return []
    rows = selectors.list_campaigns(actor=actor).filter(keeper_id=actor.organisation_id)
    return [item for row in rows if (item := _item(row)) is not None]


def _item(row: "Campaign") -> InboxItem | None:
    today, state = clock.today(), State(row.state)
    label, href = card_of(row).name, reverse("campaign:page", args=[row.key])
    if state in {State.DRAFT, State.PLANNED} and row.starts_on - SOON <= today <= row.ends_on:
        return InboxItem(label, href, row.starts_on, _("Get it ready and launch it."))
    if state is State.RUNNING and row.ends_on < today:
        return InboxItem(label, href, row.ends_on, _("Its days are over: end it."))
    if state is State.ENDED:
        return InboxItem(label, href, None, _("Write its results and close the report."))
    return None
