from typing import Annotated

from pydantic import Field

from korgoo.countrypack.schema.base import Data, Words
from korgoo.countrypack.schema.provenance import Provenance


class Outline(Data):
    """The outline of a unit of the highest level.

    Attributes:
        unit: its code.
        path: SVG path data in the measures of the map, closed rings only.
        x, y: where its name or number is written.
    """

    unit: Words
    path: Annotated[str, Field(pattern=r"^[MLZ0-9 ,.-]+$", max_length=20_000)]
    x: float
    y: float


class Spot(Data):
    """A unit that is drawn as a point: a city that is a region of its own."""

    unit: Words
    x: float
    y: float


class CountryMap(Data):
    """The outlines of a country, drawn flat; ``width`` and ``height`` are the measures of the picture."""

    width: Annotated[int, Field(gt=0, le=4000)]
    height: Annotated[int, Field(gt=0, le=4000)]
    outlines: tuple[Outline, ...]
    spots: tuple[Spot, ...] = ()
    licence: Words
    provenance: Provenance
