from korgoo.pairs.models.alarms import Bait, FishingAlarm
from korgoo.pairs.models.asks import Ask, Connection, Question
from korgoo.pairs.models.checks import Check, Settled
from korgoo.pairs.models.keys import SharedKey, SharedKeyWrap, WatchRenewal

__all__ = [
    "Ask",
    "Bait",
    "Check",
    "Connection",
    "FishingAlarm",
    "Question",
    "Settled",
    "SharedKey",
    "SharedKeyWrap",
    "WatchRenewal",
]
