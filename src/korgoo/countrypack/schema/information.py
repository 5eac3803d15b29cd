"""What migrants are told: where, about what, one statement at a time."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from korgoo.countrypack.schema.base import Data, Day, Duration, Key, Text, Words
from korgoo.countrypack.schema.provenance import Provenance

Iso2 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
# What a statement is, which decides how long it is believed: a rule of law, a rule of a season
# (quotas, places), a number to call, or advice that follows from no rule.
Sort = Literal["law", "season", "number", "advice"]
SourceType = Literal["law", "ministry", "embassy", "international", "ngo", "press", "platform"]
# Press and organisations report; law, ministries and embassies say what holds (domain 3.1).
OFFICIAL: frozenset[SourceType] = frozenset({"law", "ministry", "embassy", "international"})


class Destination(Data):
    """A country or group of countries that people go to; home before leaving; or a warning.

    Attributes:
        countries: ISO 3166-1 codes; none for home and for a warning without one.
        lead: one sentence under the title.
    """

    key: Key
    kind: Literal["home", "country", "region", "warning"]
    name: Text
    lead: Text
    countries: tuple[Iso2, ...] = ()


class Step(Data):
    """A step of a journey, in the order in which people meet it."""

    key: Key
    name: Text


class PlainQuestion(Data):
    """A trouble in a person's own words ("They took my passport").

    Attributes:
        words: further words that people would search for, separated by commas.
        is_urgent: numbers to call stand above every answer.
    """

    key: Key
    text: Text
    words: Text
    is_urgent: bool = False


class InformationHead(Data):
    """What the items are sorted by, and how long each sort is believed without a new look."""

    destinations: Annotated[tuple[Destination, ...], Field(min_length=1)]
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    questions: Annotated[tuple[PlainQuestion, ...], Field(min_length=1)]
    believed_for: Mapping[Sort, Duration]
    provenance: Provenance


class PhoneNumber(Data):
    """A number that items name. It stands here alone, so that one change corrects it everywhere.

    Attributes:
        kind: whom one reaches.
        destinations: where it is offered.
        hours: when somebody answers; None when not known.
    """

    key: Key
    number: Annotated[Words, Field(pattern=r"^\+?[0-9][0-9 ]*$")]
    name: Text
    kind: Literal["police", "emergency", "trafficking", "rights", "embassy", "home"]
    destinations: Annotated[tuple[Key, ...], Field(min_length=1)]
    hours: Text | None = None
    provenance: Provenance


class InformationItem(Data):
    """One statement of at most sixty words in each language.

    Attributes:
        steps: where on the way it matters.
        questions: which troubles it answers.
        applies_to: whom it concerns.
        sms: the same, short enough for a text message.
        numbers: keys of the numbers to call, shown under it.
        valid_from: first day of the rule, when known.
        valid_to: last day of the rule; such an item is shown as history only.
        as_of: day for which the source speaks.
        address: of the source, where it has one.
        supersedes: keys of items that this one replaces.
        review_by: when somebody must look again; None: ``believed_for`` its sort after ``as_of``.
    """

    key: Key
    destination: Key
    sort: Sort
    steps: tuple[Key, ...] = ()
    questions: tuple[Key, ...] = ()
    title: Text
    text: Text
    applies_to: Text
    sms: Text
    numbers: tuple[Key, ...] = ()
    valid_from: Day | None = None
    valid_to: Day | None = None
    as_of: Day
    source_type: SourceType
    address: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    supersedes: tuple[Key, ...] = ()
    review_by: Day | None = None
    provenance: Provenance

    @property
    def may_be_shown(self) -> bool:
        """Tell whether somebody found it in a source, or it is advice that claims no rule.

        Background knowledge waits for a person to check it against the primary text.
        """
        trust = self.provenance.trust
        return trust == "sourced" or (trust == "proposal" and self.sort == "advice")

    @property
    def is_official(self) -> bool:
        """Tell whether the source is one that can say what holds."""
        return self.provenance.trust == "sourced" and self.source_type in OFFICIAL


class Information(Data):
    """All that migrants are told, checked and whole."""

    destinations: tuple[Destination, ...] = ()
    steps: tuple[Step, ...] = ()
    questions: tuple[PlainQuestion, ...] = ()
    believed_for: Mapping[Sort, timedelta] = {}
    numbers: tuple[PhoneNumber, ...] = ()
    items: tuple[InformationItem, ...] = ()

    def review_by(self, item: InformationItem) -> date:
        """Say by when somebody must look at an item again."""
        return item.review_by or item.as_of + self.believed_for[item.sort]
