"""The guideline rules: answers in, an explained reading out. Standard library only.

The method, its sources and what it does not say: docs/methods/identification.md.
"""

from korgoo.identification.rules.engine import read
from korgoo.identification.rules.enums import (
    Because,
    DimensionState,
    Outcome,
    RuleKind,
    Source,
    Strength,
    Value,
)
from korgoo.identification.rules.guideline import Element, Guideline, Indicator
from korgoo.identification.rules.reading import (
    DimensionReading,
    ElementReading,
    Reading,
    WouldChange,
)
from korgoo.identification.rules.tally import Rule, rule_of

__all__ = [
    "Because",
    "DimensionReading",
    "DimensionState",
    "Element",
    "ElementReading",
    "Guideline",
    "Indicator",
    "Outcome",
    "Reading",
    "Rule",
    "RuleKind",
    "Source",
    "Strength",
    "Value",
    "WouldChange",
    "read",
    "rule_of",
]
