"""A map of regions in steps of one tone; the number in each leads to the row of its table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

STEPS = 4  # tones, the lightest for nothing


class Spot(Protocol):
    """A point of the country pack."""

    @property
    def unit(self) -> str:
        """Code of the unit."""

    @property
    def x(self) -> float:
        """Across, from the left."""

    @property
    def y(self) -> float:
        """Down, from the top."""


class Outline(Spot, Protocol):
    """An outline of the country pack."""

    @property
    def path(self) -> str:
        """SVG path data."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A region on the map. ``path`` is empty for a city that is a point; ``step`` is its tone."""

    unit: str
    name: str
    count: int
    number: int
    step: int
    x: float
    y: float
    path: str = ""


@dataclass(frozen=True, slots=True)
class Map:
    """A drawn map."""

    shapes: tuple[Shape, ...]
    width: int
    height: int


class Country(Protocol):
    """The map of a country pack."""

    @property
    def width(self) -> int:
        """Points across."""

    @property
    def height(self) -> int:
        """Points down."""

    @property
    def outlines(self) -> Sequence[Outline]:
        """The regions."""

    @property
    def spots(self) -> Sequence[Spot]:
        """Cities that are regions of their own."""


def draw_map(country: Country, counts: Mapping[str, int], names: Mapping[str, str]) -> Map:
    """Draw a map.

    Args:
        country: Outlines and points.
        counts: By unit; a unit that is missing has 0.
        names: By unit, in the order of the table under the map: its rows are numbered from 1.
    """
    order = {unit: number for number, unit in enumerate(names, start=1)}
    most = max(counts.values(), default=0)
    drawn: Iterable[tuple[Outline | Spot, str]] = (
        *((one, one.path) for one in country.outlines),
        *((one, "") for one in country.spots),
    )
    return Map(
        tuple(
            Shape(
                one.unit,
                names[one.unit],
                counts.get(one.unit, 0),
                order[one.unit],
                step_of(counts.get(one.unit, 0), most),
                one.x,
                one.y,
                path,
            )
            for one, path in drawn
            if one.unit in order
        ),
        country.width,
        country.height,
    )


def step_of(count: int, most: int) -> int:
    """Say how dark a region is: 0 for nothing, 3 for the third with the most.

    >>> [step_of(n, 9) for n in (0, 1, 3, 4, 9)]
    [0, 1, 1, 2, 3]
    """
    if count <= 0 or most <= 0:
        return 0
    return min(STEPS - 1, -(-count * (STEPS - 1) // most))
