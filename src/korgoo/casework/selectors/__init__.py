"""Questions about cases: one case for one purpose, lists, history, consents, sealed parts."""

from korgoo.casework.grants import consents_in_force, relation, scopes_in_force
from korgoo.casework.selectors.consents import (
    list_agreements,
    list_consents,
    newest_talks,
    running_out,
)
from korgoo.casework.selectors.fetching import find_by_code, get_case, reading
from korgoo.casework.selectors.history import (
    decisions_after,
    get_for_procedural,
    list_moves,
    list_timeline,
    may_record_procedural,
    may_see_procedural,
    presumed_since,
    stood_before,
)
from korgoo.casework.selectors.lists import (
    PAGE,
    CasePage,
    list_filters,
    list_own_cases,
    list_watched_cases,
    own_cases,
    watched_cases,
)
from korgoo.casework.selectors.parts import (
    FacetState,
    count_papers,
    facet_states,
    may_read_facet,
    parts_for_papers,
)

__all__ = [
    "PAGE",
    "CasePage",
    "FacetState",
    "consents_in_force",
    "count_papers",
    "decisions_after",
    "facet_states",
    "find_by_code",
    "get_case",
    "get_for_procedural",
    "list_agreements",
    "list_consents",
    "list_filters",
    "list_moves",
    "list_own_cases",
    "list_timeline",
    "list_watched_cases",
    "may_read_facet",
    "may_record_procedural",
    "may_see_procedural",
    "newest_talks",
    "own_cases",
    "parts_for_papers",
    "presumed_since",
    "reading",
    "relation",
    "running_out",
    "scopes_in_force",
    "stood_before",
    "watched_cases",
]
