from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from korgoo.countrypack.schema.base import ArticleRef, Data, Key, Text, Words
from korgoo.countrypack.schema.provenance import Provenance

Weight = Literal["strong", "medium", "weak"]
Evidence = Literal["told", "observed", "document"]
RuleKind = Literal["weighted", "elements", "signs"]
IndicatorCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]+\.[0-9]{2}$")]
DimensionKey = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]+$")]


class Dimension(Data):
    """A side of the crime that indicators are grouped by."""

    key: DimensionKey
    title: Text


class Element(Data):
    """One thing that must be shown, in a catalogue read by elements (act, means, purpose).

    Attributes:
        dimensions: signs of any of these dimensions show it; a dimension may show several.
        at_least: how many of its signs must be present.
        not_for_children: the element is not needed when the person is, or may be, a child.
        core: it makes "some indications" even when other elements are not shown.
    """

    key: Key
    title: Text
    dimensions: Annotated[tuple[DimensionKey, ...], Field(min_length=1)]
    at_least: Annotated[int, Field(ge=1, le=9)] = 1
    not_for_children: bool = False
    core: bool = False


class IndicatorData(Data):
    """One indicator of a catalogue.

    Attributes:
        weights: strength by profile, in a weighted catalogue; a missing profile does not use it.
        profiles: the profiles that use it, in a catalogue without weights.
        question: words to read aloud; "yes" always means that the indicator is present.
        evidence: how it may become known, besides the account of a third party.
        same_as: codes of other catalogues that state the same fact: an answer to one answers this.
        check_weight: the weight is in doubt and waits for a look at the primary text.
        non_punishment: the person may have been made to break the law: say that this must be
            looked at before any sanction.
        rests_on: articles of the lawbook.
    """

    code: IndicatorCode
    dimension: DimensionKey
    weights: Mapping[Key, Weight] = {}
    profiles: tuple[Key, ...] = ()
    title: Text
    question: Text
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    same_as: tuple[IndicatorCode, ...] = ()
    check_weight: bool = False
    non_punishment: bool = False
    rests_on: tuple[ArticleRef, ...] = ()
    provenance: Provenance

    @property
    def used_by(self) -> frozenset[str]:
        """The profiles that use the indicator, with or without weights."""
        return frozenset(self.weights) | frozenset(self.profiles)


class AnswerWords(Data):
    """The two plain answers to a question of the catalogue."""

    yes: Text
    no: Text


class CatalogueHead(Data):
    """The file catalogue.yaml of a catalogue.

    Attributes:
        rule: how it is read. "weighted": strengths in the six dimensions D1 to D6 of the ILO;
            "elements": which elements are shown, unweighted; "signs": signs worth a closer look.
        child_profiles: the profiles of children; the others are those of adults.
        vulnerability_as_means: the country lets abuse of vulnerability alone stand for the means
            (weighted only).
        elements: what must be shown (elements only).
        second_to: it is never asked by itself, but read from the answers to this catalogue, for
            cases without migration (indicators name theirs in ``same_as``).
    """

    key: Key
    version: Words
    title: Text
    rule: RuleKind = "weighted"
    profiles: Annotated[tuple[Key, ...], Field(min_length=1)]
    child_profiles: tuple[Key, ...] = ()
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]
    elements: tuple[Element, ...] = ()
    answers: AnswerWords
    vulnerability_as_means: bool = False
    second_to: Key | None = None
    provenance: Provenance

    def profile_for(self, *, child: bool) -> str:
        """The profile that holds for an adult, or for a child or a person in doubt of age.

        A catalogue with one profile only uses it for everybody.
        """
        fitting = [key for key in self.profiles if (key in self.child_profiles) == child]
        return (fitting or list(self.profiles))[0]


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
        return tuple(one for one in self.indicators if profile in one.used_by)
