"""A guideline: which signs are asked about for one profile, and by which rules they are read."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from korgoo.identification.rules.enums import RuleKind, Strength

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
    """One sign: its code, the dimension it belongs to, its weight there.

    Weighted guidelines know the dimensions D1 to D6 and weigh every sign; the others know any
    dimension and weigh none.
    """

    code: str
    dimension: str
    strength: Strength | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """One thing to be shown: by `at_least` present signs of its dimensions taken together.

    `not_for_children`: not needed when the person is a child. `core`: makes "some indications"
    even when other elements are not shown. Without a dimension it is not in the guideline for
    this profile, and can never be shown.
    """

    key: str
    dimensions: tuple[str, ...]
    at_least: int = 1
    not_for_children: bool = False
    core: bool = False


@dataclass(frozen=True, slots=True)
class Guideline:
    """One version of a list of signs for one profile.

    `profile` is a word of the data; the rules know only whether it `is_child`.
    `vulnerability_as_means` (weighted only) is the country's choice whether abuse of
    vulnerability may stand in the place of deception or coercive recruitment.

    Raises:
        ValueError: A code or an element occurs twice; a sign of a weighted guideline has no
            strength or a dimension other than D1 to D6, one of another kind has a strength;
            elements are missing, or there without being read; an element names a dimension
            without signs, or needs fewer than 1; nothing is needed of a child.
    """

    key: str
    version: str
    profile: str
    indicators: tuple[Indicator, ...]
    vulnerability_as_means: bool = False
    rule: RuleKind = RuleKind.WEIGHTED
    is_child: bool = False
    elements: tuple[Element, ...] = ()

    def __post_init__(self) -> None:
        for fault in _faults(self):
            raise ValueError(fault)

    @property
    def codes(self) -> frozenset[str]:
        """Every code the guideline asks about."""
        return frozenset(sign.code for sign in self.indicators)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The dimensions it asks about.

        Weighted: D1 first, whatever the order of its signs. Otherwise: as its signs name them.
        """
        asked = dict.fromkeys(sign.dimension for sign in self.indicators)
        if self.rule == RuleKind.WEIGHTED:
            return tuple(key for key in DIMENSIONS if key in asked)
        return tuple(asked)

    def needs(self, element: Element) -> bool:
        """Say whether an element must be shown for this profile."""
        return not (self.is_child and element.not_for_children)


def _faults(guideline: Guideline) -> Iterator[str]:
    yield from _twice(guideline.key, "code", [sign.code for sign in guideline.indicators])
    weighted = guideline.rule == RuleKind.WEIGHTED
    for sign in guideline.indicators:
        yield from _weighted_sign(sign) if weighted else _plain_sign(sign)
    if guideline.vulnerability_as_means and not weighted:
        yield f"guideline {guideline.key}: only a weighted one knows vulnerability_as_means"
    if guideline.rule == RuleKind.ELEMENTS:
        yield from _elements(guideline)
    elif guideline.elements:
        yield f"guideline {guideline.key}: read as {guideline.rule}, it has elements"


def _weighted_sign(sign: Indicator) -> Iterator[str]:
    if sign.dimension not in DIMENSIONS:
        yield f"indicator {sign.code}: no dimension {sign.dimension!r}"
    if sign.strength is None:
        yield f"indicator {sign.code}: no strength"


def _plain_sign(sign: Indicator) -> Iterator[str]:
    if sign.strength is not None:
        yield f"indicator {sign.code}: a strength that is not read"


def _elements(guideline: Guideline) -> Iterator[str]:
    yield from _twice(guideline.key, "element", [element.key for element in guideline.elements])
    for element in guideline.elements:
        for dimension in element.dimensions:
            if dimension not in guideline.dimensions:
                yield f"element {element.key}: no dimension {dimension!r}"
        if element.at_least < 1:
            yield f"element {element.key}: needs {element.at_least} signs"
    # Without this, "all that is needed is shown" would hold before the first answer.
    if not any(guideline.needs(element) for element in guideline.elements):
        yield f"guideline {guideline.key}: no element is needed"


def _twice(key: str, what: str, names: list[str]) -> Iterator[str]:
    if twice := sorted(name for name, times in Counter(names).items() if times > 1):
        yield f"guideline {key}: {what} given twice: {', '.join(twice)}"
