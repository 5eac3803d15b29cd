from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from korgoo.countrypack.schema.base import Data, Key, Text, Words
from korgoo.countrypack.schema.provenance import Provenance

Weight = Literal["strong", "medium", "weak"]
Evidence = Literal["told", "observed", "document"]
IndicatorCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]+\.[0-9]{2}$")]
DimensionKey = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]+$")]


class Dimension(Data):
    """A side of the crime that indicators are grouped by."""

    key: DimensionKey
    title: Text


class IndicatorData(Data):
    """One indicator of a catalogue.

    Attributes:
        weights: strength by profile; a profile that is missing does not use the indicator.
        question: words to read aloud; "yes" always means that the indicator is present.
        evidence: how it may become known, besides the account of a third party.
        check_weight: the weight is in doubt and waits for a look at the primary text.
    """

    code: IndicatorCode
    dimension: DimensionKey
    weights: Annotated[Mapping[Key, Weight], Field(min_length=1)]
    title: Text
    question: Text
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    check_weight: bool = False
    provenance: Provenance


class AnswerWords(Data):
    """The two plain answers to a question of the catalogue."""

    yes: Text
    no: Text


class CatalogueHead(Data):
    """The file catalogue.yaml of a catalogue.

    Attributes:
        vulnerability_as_means: the country lets abuse of vulnerability alone stand for the means.
    """

    key: Key
    version: Words
    title: Text
    profiles: Annotated[tuple[Key, ...], Field(min_length=1)]
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]
    answers: AnswerWords
    vulnerability_as_means: bool
    provenance: Provenance


class Catalogue(CatalogueHead):
    """A versioned list of indicators."""

    indicators: tuple[IndicatorData, ...]

    def indicator(self, code: str) -> IndicatorData:
        """Find an indicator by its code.

        Raises:
            KeyError: no such code in this catalogue.
        """
        for one in self.indicators:
            if one.code == code:
                return one
        raise KeyError(code)

    def for_profile(self, profile: str) -> tuple[IndicatorData, ...]:
        """Give the indicators that a profile uses, in the order of the catalogue."""
        return tuple(one for one in self.indicators if profile in one.weights)
