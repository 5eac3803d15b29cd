from korgoo.campaign.selectors.campaigns import (
    find_code,
    get_campaign,
    get_own,
    list_campaigns,
    list_codes,
    public_campaign,
    public_campaigns,
)
from korgoo.campaign.selectors.counts import (
    Answered,
    Recalled,
    answers,
    checks,
    checks_by_region,
    messages_recalled,
    recalled,
)
from korgoo.campaign.selectors.plan import count_unlooked, get_part, unready

__all__ = [
    "Answered",
    "Recalled",
    "answers",
    "checks",
    "checks_by_region",
    "count_unlooked",
    "find_code",
    "get_campaign",
    "get_own",
    "get_part",
    "list_campaigns",
    "list_codes",
    "messages_recalled",
    "public_campaign",
    "public_campaigns",
    "recalled",
    "unready",
]
