from korgoo.campaign.selectors.campaigns import (
    find_code,
    get_campaign,
    get_own,
    list_campaigns,
    list_codes,
    public_campaign,
    public_campaigns,
)

__all__ = [
    "find_code",
    "get_campaign",
    "get_own",
    "list_campaigns",
    "list_codes",
    "public_campaign",
    "public_campaigns",
]
