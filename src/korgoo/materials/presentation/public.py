"""The page on which everybody finds what to take."""

from typing import Any

from django.utils.translation import get_language

from korgoo.campaign import api as campaigns
from korgoo.materials import public
from korgoo.materials.wording import languages


def list_page(key: str) -> dict[str, Any]:
    """Show the materials of a campaign to everybody, those in the reader's language first.

    Raises:
        NotFound: There is no such campaign, or it was not launched.
    """
    campaign = campaigns.public_campaign(key)
    found = public.of_campaign(campaign.id)
    return {
        "campaign": campaign,
        "groups": [
            (code, name, [one for one in found if one.language == code])
            for code, name in sorted(languages(), key=lambda one: one[0] != get_language())
        ],
    }
