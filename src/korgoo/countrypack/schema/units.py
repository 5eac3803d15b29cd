from typing import Annotated

from pydantic import Field

from korgoo.countrypack.schema.base import Data, Day, Text, Words
from korgoo.countrypack.schema.provenance import Provenance


class Unit(Data):
    """A unit of the administrative division.

    Attributes:
        code: code of the national classifier, as text (it may begin with a zero).
        level: 1 for the highest.
        untranslated: languages in which no name was found; the name is shown as it stands.
        valid_from: first day, None when not known.
        valid_to: last day, None while the unit exists.
    """

    code: Words
    level: Annotated[int, Field(ge=1, le=6)]
    name: Text
    untranslated: tuple[str, ...] = ()
    parent: Words | None = None
    p_code: Words | None = None
    iso_3166_2: Words | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None
    provenance: Provenance


class Village(Data):
    """A settlement inside a unit of the lowest level, for where something public took place.

    Never for where a person is from: a village can point at one. ``name`` is shown as it stands in every
    language.
    """

    code: Words
    parent: Words
    name: Words
