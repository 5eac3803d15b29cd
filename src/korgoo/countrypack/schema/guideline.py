"""A guideline: catalogues, views and test vectors that come into force together."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from korgoo.countrypack.schema.base import ArticleRef, Data, Day, Key, Text, Words
from korgoo.countrypack.schema.bodies import Mandate
from korgoo.countrypack.schema.catalogues import Catalogue, IndicatorCode
from korgoo.countrypack.schema.provenance import Provenance
from korgoo.countrypack.schema.views import AgencyView, Outcome


class GuidelineHead(Data):
    """The file guideline.yaml: what the guideline is called and when it holds.

    Attributes:
        edition: its name, as people quote it ("2026-1").
        valid_from: first day; None when it holds from the beginning.
        legal_basis: the act that put it in force, in words; None when no act did.
        rests_on: articles of the lawbook.
        approving_mandates: two persons of organisations with one of these must adopt a change.
    """

    key: Key
    edition: Words
    title: Text
    valid_from: Day | None = None
    legal_basis: Text | None = None
    rests_on: tuple[ArticleRef, ...] = ()
    approving_mandates: Annotated[tuple[Mandate, ...], Field(min_length=1)] = ("coordinate",)
    provenance: Provenance


class Vector(Data):
    """One line of vectors.yaml: answers, and what they must be read as.

    Attributes:
        child: read under the profile for children.
        expected: the outcome on which people agreed.
    """

    key: Key
    title: Text
    catalogue: Key
    child: bool = False
    present: tuple[IndicatorCode, ...] = ()
    absent: tuple[IndicatorCode, ...] = ()
    expected: Outcome
    provenance: Provenance


class GuidelineData(Data):
    """A whole guideline, checked. ``head`` is None where a pack has no guideline.yaml."""

    head: GuidelineHead | None
    catalogues: Mapping[str, Catalogue]
    views: Mapping[str, AgencyView]
    vectors: tuple[Vector, ...] = ()
