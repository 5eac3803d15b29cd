"""A guideline: which signs are asked about, and how much each weighs for one profile."""

from collections import Counter
from dataclasses import dataclass

from korgoo.identification.rules.enums import Profile, Strength

DECEPTION = "D1"
COERCIVE_RECRUITMENT = "D2"
VULNERABILITY_AT_RECRUITMENT = "D3"
EXPLOITATION = "D4"
COERCION = "D5"
VULNERABILITY_AT_DESTINATION = "D6"

DIMENSIONS = (
    DECEPTION,
    COERCIVE_RECRUITMENT,
    VULNERABILITY_AT_RECRUITMENT,
    EXPLOITATION,
    COERCION,
    VULNERABILITY_AT_DESTINATION,
)
VULNERABILITY = frozenset({VULNERABILITY_AT_RECRUITMENT, VULNERABILITY_AT_DESTINATION})
MEANS = frozenset(DIMENSIONS) - {EXPLOITATION}


@dataclass(frozen=True, slots=True)
class Indicator:
    """One sign: its code, the dimension it belongs to (D1 to D6), its weight there."""

    code: str
    dimension: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class Guideline:
    """One version of a list of weighted signs for one profile.

    `vulnerability_as_means` is the country's choice whether abuse of vulnerability may
    stand in the place of deception or coercive recruitment.

    Raises:
        ValueError: A code occurs twice, or a dimension is none of D1 to D6.
    """

    key: str
    version: str
    profile: Profile
    indicators: tuple[Indicator, ...]
    vulnerability_as_means: bool = False

    def __post_init__(self) -> None:
        counts = Counter(sign.code for sign in self.indicators)
        if twice := sorted(code for code, times in counts.items() if times > 1):
            raise ValueError(f"guideline {self.key}: code given twice: {', '.join(twice)}")
        for sign in self.indicators:
            if sign.dimension not in DIMENSIONS:
                raise ValueError(f"indicator {sign.code}: no dimension {sign.dimension!r}")

    @property
    def codes(self) -> frozenset[str]:
        """Every code the guideline asks about."""
        return frozenset(sign.code for sign in self.indicators)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The dimensions it asks about, D1 first, whatever the order of its signs."""
        asked = {sign.dimension for sign in self.indicators}
        return tuple(key for key in DIMENSIONS if key in asked)
