"""Names of measures and indicators by code: those of the newest version that knows them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from korgoo.plan import selectors
from korgoo.plan.consolidation.facts import Key
from korgoo.plan.models import Indicator, Measure, PlanVersion


@dataclass(frozen=True, slots=True)
class Names:
    """What codes stand for, in the order of the plan."""

    measures: dict[str, Measure] = field(default_factory=dict)
    indicators: dict[Key, Indicator] = field(default_factory=dict)
    lines: dict[Key, str] = field(default_factory=dict)

    def measure(self, code: str) -> str:
        """Name a measure with its code."""
        row = self.measures.get(code)
        return f"{code}. {row.name}" if row else code

    def indicator(self, key: Key) -> str:
        """Name an indicator, with its unit."""
        row = self.indicators.get(key)
        if row is None:
            return "/".join(key)
        return f"{row.name}, {row.unit}" if row.unit else row.name


def names_in(versions: Iterable[PlanVersion]) -> Names:
    """Read the names of some versions; the newest counts, and sets the order."""
    found = Names()
    for version in sorted(versions, key=lambda one: one.number, reverse=True):
        for row in selectors.measures_of(version):
            found.measures.setdefault(row.code, row)
            for indicator in row.indicators.all():
                found.indicators.setdefault((row.code, indicator.code), indicator)
            for line in row.lines.all():
                words = " ".join(part for part in (line.get_funding_display(), line.payer) if part)
                found.lines.setdefault((row.code, line.code), words)
    return found
