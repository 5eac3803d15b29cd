"""Campaigns for tests: complete, small, and plainly fictitious."""

from datetime import date
from typing import Any

from korgoo.campaign.enums import State
from korgoo.campaign.models import Audience, Campaign, CampaignCode
from korgoo.lib import clock

# Day 1 is a fortnight before the tests' own day, 2 March 2026.
FIRST = date(2026, 2, 16)
LAST = date(2026, 5, 26)


def words(text: str) -> dict[str, str]:
    """Say the same in three languages, marked so that a test sees which one it got."""
    return {code: f"{text} ({code})" for code in ("ky", "ru", "en")}


def make_campaign(keeper: Any, **changed: Any) -> Campaign:
    """Make a campaign of a hundred days that an organisation keeps; still being written."""
    fields = {
        "key": "2026",
        "name": words("100 days"),
        "slogan": words("Look before you leave"),
        "theme": words("Act"),
        "ask": words("Check the agency"),
        "starts_on": FIRST,
        "ends_on": LAST,
        "keeper": keeper,
        "made_at": clock.now(),
        "state": State.DRAFT,
    }
    return Campaign.objects.create(**(fields | changed))


def make_code(campaign: Campaign, code: str = "48296", **changed: Any) -> CampaignCode:
    """Make a code of a campaign."""
    fields = {"label": "Bus stop in Osh", "region": "", "channel": "poster"}
    return CampaignCode.objects.create(
        campaign=campaign, code=code, made_at=clock.now(), **(fields | changed)
    )


def make_audience(campaign: Campaign, **changed: Any) -> Audience:
    """Make an audience with its message."""
    fields = {"who": "Those who leave soon", "message": words("Ask for the permit")}
    return Audience.objects.create(campaign=campaign, **(fields | changed))
