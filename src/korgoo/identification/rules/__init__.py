"""The guideline rules: answers in, an explained reading out. Standard library only.

The method, its sources and what it does not say: docs/methods/identification.md.
"""

from korgoo.identification.rules.engine import read
from korgoo.identification.rules.enums import (
    Because,
    DimensionState,
    Outcome,
    Profile,
    Source,
    Strength,
    Value,
)
from korgoo.identification.rules.guideline import Guideline, Indicator
from korgoo.identification.rules.reading import DimensionReading, Reading, WouldChange
from korgoo.identification.rules.tally import Rule, rule_of

__all__ = [
    "Because",
    "DimensionReading",
    "DimensionState",
    "Guideline",
    "Indicator",
    "Outcome",
    "Profile",
    "Reading",
    "Rule",
    "Source",
    "Strength",
    "Value",
    "WouldChange",
    "read",
    "rule_of",
]
