from korgoo.pairs.views.minding import alarms, lay, look_into, take_up
from korgoo.pairs.views.owning import (
    ask,
    compare,
    mine,
    part,
    question,
    take_answer_back,
    take_back,
)
from korgoo.pairs.views.watching import close, close_left, list_pairs, pair, pass_on, release

__all__ = [
    "alarms",
    "ask",
    "close",
    "close_left",
    "compare",
    "lay",
    "list_pairs",
    "look_into",
    "mine",
    "pair",
    "part",
    "pass_on",
    "question",
    "release",
    "take_answer_back",
    "take_back",
    "take_up",
]
