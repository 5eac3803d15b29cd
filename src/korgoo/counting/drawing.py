"""What matching said beside what people found, as bars; plain numbers for the template."""

from collections.abc import Sequence
from dataclasses import dataclass

from korgoo.counting.quality import Step

WIDTH, HEIGHT = 640, 240
LEFT, RIGHT, TOP, BOTTOM = 56, 8, 12, 28
BAR, WHISKER = 44, 4  # points across
TENTHS = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar; ``tone`` is ``said`` or ``found``, or ``doubt`` for the thin one of an interval."""

    x: float
    y: float
    width: float
    height: float
    tone: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the axis, or the name of a pair of bars with its middle."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart, in points of its own picture."""

    bars: tuple[Bar, ...]
    lines: tuple[Mark, ...]
    names: tuple[Mark, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    foot: int = HEIGHT - 8


def draw(steps: Sequence[Step], names: Sequence[str], marks: Sequence[str]) -> Chart:
    """Draw for each step what was said, what was found, and what it may be in truth.

    Args:
        steps: What was said and found.
        names: Words for each step.
        marks: Words for no, a quarter, a half, three quarters and all.
    """
    room = (WIDTH - LEFT - RIGHT) / max(len(steps), 1)
    bars: list[Bar] = []
    middles: list[Mark] = []
    for number, (step, name) in enumerate(zip(steps, names, strict=True)):
        middle = LEFT + room * (number + 0.5)
        found = step.share.value or 0.0
        bars += [
            _bar(middle - BAR - 2, BAR, 0, step.said, "said"),
            _bar(middle + 2, BAR, 0, found, "found"),
            _bar(
                middle + 2 + (BAR - WHISKER) / 2, WHISKER, step.share.low, step.share.high, "doubt"
            ),
        ]
        middles.append(Mark(_p(middle), name))
    lines = [Mark(_at(part / 100), text) for part, text in zip(TENTHS, marks, strict=True)]
    return Chart(tuple(bars), tuple(lines), tuple(middles))


def _bar(x: float, width: float, low: float, high: float, tone: str) -> Bar:
    return Bar(_p(x), _at(high), width, _p(max(_at(low) - _at(high), 1)), tone)


def _at(share: float) -> float:
    return _p(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share)


def _p(number: float) -> float:
    return round(number, 1)
