"""Campaigns, and who may know of them."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from korgoo.access.enums import Permission
from korgoo.campaign import policies
from korgoo.campaign.enums import PUBLIC, State
from korgoo.campaign.models import Campaign, CampaignCode
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from korgoo.access.actor import Actor


def list_campaigns(*, actor: "Actor") -> "QuerySet[Campaign]":
    """List the campaigns that the actor may know of, newest first."""
    if not policies.may(actor, Permission.CAMPAIGN_VIEW):
        return Campaign.objects.none()
    return Campaign.objects.filter(~Q(state=State.DRAFT) | Q(keeper_id=actor.organisation_id))


def get_campaign(key: str, *, actor: "Actor", to_change: bool = False) -> Campaign:
    """Fetch a campaign.

    Args:
        key: As it stands in addresses.
        actor: Who asks.
        to_change: Hold it until the transaction ends.

    Raises:
        NotFound: There is none, or it is still being written elsewhere.
    """
    rows = list_campaigns(actor=actor).filter(key=key)
    row = (rows.select_for_update() if to_change else rows).first()
    if row is None:
        raise NotFound(_("We found no such campaign."))
    return row


def get_own(key: str, *, actor: "Actor") -> Campaign:
    """Fetch a campaign that the actor's organisation keeps, to change it, and hold it.

    Raises:
        NotFound: There is none, or it is still being written elsewhere.
        Forbidden: Another organisation keeps it.
    """
    row = get_campaign(key, actor=actor, to_change=True)
    policies.keep(actor, keeper_id=row.keeper_id).require()
    return row


def public_campaigns() -> "QuerySet[Campaign]":
    """List the campaigns that were launched, newest first."""
    return Campaign.objects.filter(state__in=PUBLIC)


def public_campaign(key: str) -> Campaign:
    """Fetch a campaign of which anybody may know.

    Raises:
        NotFound: There is none, or it was not launched yet.
    """
    row = public_campaigns().filter(key=key).first()
    if row is None:
        raise NotFound(_("We found no such campaign."))
    return row


def list_codes(campaign_id: UUID) -> "QuerySet[CampaignCode]":
    """List the codes of a campaign in the order in which they were made."""
    return CampaignCode.objects.filter(campaign_id=campaign_id)


def find_code(code: str) -> CampaignCode | None:
    """Find a code whose campaign was launched; None for every other."""
    rows = CampaignCode.objects.select_related("campaign")
    return rows.filter(code=code, campaign__state__in=PUBLIC).first()
