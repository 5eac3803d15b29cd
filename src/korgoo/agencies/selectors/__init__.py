from korgoo.agencies.selectors.lists import get_list, list_imports, newest_list
from korgoo.agencies.selectors.register import (
    agencies_in,
    agencies_of,
    all_agencies,
    decisions_since,
    find_agency,
    get_agency,
    get_decision,
    get_permit,
    newest_decisions,
    permit_keys,
    search,
    version,
)
from korgoo.agencies.selectors.watches import watched_by

__all__ = [
    "agencies_in",
    "agencies_of",
    "all_agencies",
    "decisions_since",
    "find_agency",
    "get_agency",
    "get_decision",
    "get_list",
    "get_permit",
    "list_imports",
    "newest_decisions",
    "newest_list",
    "permit_keys",
    "search",
    "version",
    "watched_by",
]
