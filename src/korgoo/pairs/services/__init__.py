"""Deeds: comparing, asking, weighing, answering, laying bait, a new key."""

from korgoo.pairs.services.alarms import look_into
from korgoo.pairs.services.answering import answer, take_answer_back
from korgoo.pairs.services.asking import ask, part, take_back
from korgoo.pairs.services.baiting import lay, take_up
from korgoo.pairs.services.comparing import STEP, compare_more, on_written
from korgoo.pairs.services.keys import give
from korgoo.pairs.services.opening import open_all
from korgoo.pairs.services.renewal import confirm, propose, refuse
from korgoo.pairs.services.tidying import forget, sweep
from korgoo.pairs.services.weighing import close, close_left, pass_on, release

__all__ = [
    "STEP",
    "answer",
    "ask",
    "close",
    "close_left",
    "compare_more",
    "confirm",
    "forget",
    "give",
    "lay",
    "look_into",
    "on_written",
    "open_all",
    "part",
    "pass_on",
    "propose",
    "refuse",
    "release",
    "sweep",
    "take_answer_back",
    "take_back",
    "take_up",
]
