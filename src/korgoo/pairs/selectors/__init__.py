"""Questions: what was found, what is asked, what an owner may know, what who minds data sees."""

from korgoo.pairs.selectors.alarms import list_alarms, list_bait
from korgoo.pairs.selectors.asks import (
    Watched,
    Weighed,
    count_asks,
    get_pair,
    hold_ask,
    links_of,
    watch,
)
from korgoo.pairs.selectors.found import Pair, Side, list_pairs, require_watch
from korgoo.pairs.selectors.own import (
    Asked,
    Notice,
    Other,
    ask_of,
    asked_of,
    count_questions,
    get_connection,
    get_question,
    is_own,
    is_waiting,
    list_near,
    list_questions,
    notice_of,
    others_of,
)

__all__ = [
    "Asked",
    "Notice",
    "Other",
    "Pair",
    "Side",
    "Watched",
    "Weighed",
    "ask_of",
    "asked_of",
    "count_asks",
    "count_questions",
    "get_connection",
    "get_pair",
    "get_question",
    "hold_ask",
    "is_own",
    "is_waiting",
    "links_of",
    "list_alarms",
    "list_bait",
    "list_near",
    "list_pairs",
    "list_questions",
    "notice_of",
    "others_of",
    "require_watch",
    "watch",
]
