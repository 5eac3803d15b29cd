"""Laws, decrees, plans and conventions by article and by day; offences by edition of the code.

A text that could not be had is listed as missing. What an article is known to say, from a source
that is not the text itself, stands in ``gist``, in the platform's own words.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from korgoo.countrypack.schema.base import ArticleRef, Data, Day, Key, Text, Words
from korgoo.countrypack.schema.provenance import Provenance

InstrumentKind = Literal["law", "code", "decree", "plan", "procedure", "convention", "standard"]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
ArticleKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]*$")]


class ArticleVersion(Data):
    """An article as it stands from a day on.

    Attributes:
        valid_from: first day; None when it stands so from the first day of the instrument, or
            when the day is not known (``day_known`` is then false).
        valid_to: last day, where the version ended without a next one (repealed).
        amended_by: key of the amending instrument.
        text: the words of the article, by language; None when the text could not be had.
        gist: what it says, in our own words, where the text could not be had.
        languages: languages in which the official text exists, as far as known.
    """

    valid_from: Day | None = None
    valid_to: Day | None = None
    day_known: bool = True
    amended_by: Key | None = None
    text: Text | None = None
    gist: Text | None = None
    languages: tuple[str, ...] = ()
    provenance: Provenance

    @property
    def is_missing(self) -> bool:
        """The words of this version could not be had."""
        return self.text is None


class Article(Data):
    """One article, clause or paragraph, with its versions, oldest first."""

    key: ArticleKey
    number: Words
    title: Text
    versions: Annotated[tuple[ArticleVersion, ...], Field(min_length=1)]


class Instrument(Data):
    """One file of lawbook/instruments/: a law, decree, plan, procedure or international instrument.

    Attributes:
        number: official number, as text; None when not known.
        adopted, in_force_from, in_force_to: days; None when not known, or still in force.
        amends: keys of the instruments that it amends.
        address: where the official text stands; None when none is known.
        text_status: "held" when every article is here, "part" when some are, "missing" when none.
    """

    key: Key
    kind: InstrumentKind
    number: Words | None = None
    title: Text
    short: Text
    adopted: Day | None = None
    in_force_from: Day | None = None
    in_force_to: Day | None = None
    issued_by: Text | None = None
    amends: tuple[Key, ...] = ()
    address: Address | None = None
    languages: tuple[str, ...] = ()
    text_status: Literal["held", "part", "missing"]
    articles: tuple[Article, ...] = ()
    provenance: Provenance

    def article(self, key: str) -> Article:
        """Find an article by its key.

        Raises:
            KeyError: no such article here.
        """
        for one in self.articles:
            if one.key == key:
                return one
        raise KeyError(key)


class OffenceConcept(Data):
    """A stable concept under which offences of all editions of the code are counted."""

    key: Key
    title: Text
    beside: bool = False  # stands next to trafficking in statistics, and is not trafficking


class OffenceArticle(Data):
    """An article of one edition of the criminal code, mapped to concepts.

    Attributes:
        article: in the lawbook ("code-1997#124").
        part: part of the article; None for the whole.
        penalty: in words; None when not known.
    """

    article: ArticleRef
    part: Words | None = None
    title: Text
    concepts: Annotated[tuple[Key, ...], Field(min_length=1)]
    valid_from: Day | None = None
    valid_to: Day | None = None
    penalty: Text | None = None
    provenance: Provenance


class Lawbook(Data):
    """All instruments and offences of a pack."""

    instruments: tuple[Instrument, ...] = ()
    concepts: tuple[OffenceConcept, ...] = ()
    offences: tuple[OffenceArticle, ...] = ()

    def instrument(self, key: str) -> Instrument:
        """Find an instrument by its key.

        Raises:
            KeyError: no such instrument here.
        """
        for one in self.instruments:
            if one.key == key:
                return one
        raise KeyError(key)
