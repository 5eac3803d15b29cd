"""Plain data of campaigns, for pages and other missions."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.campaign.days import Span
from korgoo.campaign.enums import Action, State
from korgoo.campaign.words import told

if TYPE_CHECKING:
    from korgoo.campaign.models import Campaign, CampaignCode


@dataclass(frozen=True, slots=True)
class CampaignCard:
    """A campaign, named in the language of the page.

    Attributes:
        key: stands in the addresses of pages.
        days: how many days it lasts.
        is_public: it was launched, so that anybody may know of it.
        keeper_id: the organisation that keeps it.
        regions: codes of regions in which it is held; none: everywhere.
    """

    id: UUID
    key: str
    name: str
    slogan: str
    starts_on: date
    ends_on: date
    days: int
    state: State
    is_public: bool
    theme: str = ""
    ask: str = ""
    action: Action = Action.CHECK_AGENCY
    keeper_id: int = 0
    regions: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """Its days."""
        return Span(self.starts_on, self.ends_on)


@dataclass(frozen=True, slots=True)
class CodeCard:
    """A code to print. ``region``: code of the unit, empty for the whole country."""

    code: str
    label: str
    region: str
    channel: str = ""


def card_of(row: "Campaign", language: str = "") -> CampaignCard:
    """Describe a campaign in a language; that of the page when empty."""
    return CampaignCard(
        id=row.pk,
        key=row.key,
        name=told(row.name, language),
        slogan=told(row.slogan, language),
        theme=told(row.theme, language),
        ask=told(row.ask, language),
        action=Action(row.action),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        days=row.days,
        state=State(row.state),
        is_public=row.is_public,
        keeper_id=row.keeper_id,
        regions=tuple(row.regions),
    )


def code_of(row: "CampaignCode") -> CodeCard:
    """Describe a code."""
    return CodeCard(row.code, row.label, row.region, row.channel)
