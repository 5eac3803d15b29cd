from korgoo.pairs.views.keys import confirm_key, give_key, key, propose_key, refuse_key
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
    "confirm_key",
    "give_key",
    "key",
    "lay",
    "list_pairs",
    "look_into",
    "mine",
    "pair",
    "part",
    "pass_on",
    "propose_key",
    "question",
    "refuse_key",
    "release",
    "take_answer_back",
    "take_back",
    "take_up",
]
