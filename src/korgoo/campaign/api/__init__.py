"""What other missions may ask of campaigns. Plain data out, never a model."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.campaign import days, selectors
from korgoo.campaign.addresses import public_paths
from korgoo.campaign.api.measuring import (
    answers,
    effects,
    messages_recalled,
    public_effects,
    public_sums,
    recalled,
)
from korgoo.campaign.cards import CampaignCard, CodeCard, card_of, code_of
from korgoo.campaign.days import Periods, Span, comparable
from korgoo.campaign.effects import Series
from korgoo.campaign.enums import Action, Check, State
from korgoo.campaign.registry import (
    Effect,
    ReadinessFact,
    SeenCount,
    register_effect,
    register_readiness,
)
from korgoo.campaign.versions import version

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

__all__ = [
    "Action",
    "CampaignCard",
    "Check",
    "CodeCard",
    "Effect",
    "Periods",
    "ReadinessFact",
    "SeenCount",
    "Series",
    "Span",
    "State",
    "answers",
    "campaign",
    "campaigns",
    "codes",
    "comparable",
    "day_number",
    "effects",
    "messages_recalled",
    "public_campaign",
    "public_campaigns",
    "public_effects",
    "public_paths",
    "public_sums",
    "recalled",
    "register_effect",
    "register_readiness",
    "version",
]


def campaigns(*, actor: "Actor") -> list[CampaignCard]:
    """List the campaigns that the actor may know of, newest first, in the language of the page."""
    return [card_of(row) for row in selectors.list_campaigns(actor=actor)]


def campaign(key: str, *, actor: "Actor") -> CampaignCard:
    """Describe a campaign.

    Args:
        key: As it stands in addresses.
        actor: Who asks.

    Raises:
        NotFound: There is none, or it is still being written elsewhere.
    """
    return card_of(selectors.get_campaign(key, actor=actor))


def public_campaigns() -> list[CampaignCard]:
    """List the campaigns that were launched, newest first."""
    return [card_of(row) for row in selectors.public_campaigns()]


def public_campaign(key: str) -> CampaignCard:
    """Describe a campaign to anybody.

    Raises:
        NotFound: There is none, or it was not launched yet.
    """
    return card_of(selectors.public_campaign(key))


def day_number(card: CampaignCard, day: date) -> int | None:
    """Give the number of a day of a campaign, 1 on the first; None before and after it."""
    return days.number_of(day, card.starts_on, card.ends_on)


def codes(campaign_id: UUID) -> list[CodeCard]:
    """List the codes of a campaign to print; each has a page at /<language>/c/<code>/."""
    return [code_of(row) for row in selectors.list_codes(campaign_id)]
