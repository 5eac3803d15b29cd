"""Campaigns of a country: its days, what can be chosen in a plan, questions to people, and what was told of earlier ones."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from korgoo.countrypack.schema.base import Data, Day, Key, Text, Words
from korgoo.countrypack.schema.provenance import Provenance

# A figure is of one unit. There is none for people: reports of campaigns count contacts.
Unit = Literal["events", "contacts", "calls", "assisted"]
COMMON_YEAR = 2023


def _day_of_year(value: str) -> str:
    try:
        date.fromisoformat(f"{COMMON_YEAR}-{value}")
    except ValueError:
        raise PydanticCustomError("date", "there is no such day in every year") from None
    return value


DayOfYear = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{2}-[0-9]{2}$"), AfterValidator(_day_of_year)
]


class CampaignDays(Data):
    """Days of every year: when a campaign begins, and how long it lasts.

    Attributes:
        first: month and day, such as "07-31".
        days: how many, the first one included.
    """

    key: Key
    name: Text
    first: DayOfYear
    days: Annotated[int, Field(ge=1, le=366)]
    provenance: Provenance

    def first_in(self, year: int) -> date:
        """Give the first day in a year."""
        return date.fromisoformat(f"{year:04}-{self.first}")


class CampaignTheme(Data):
    """What the World Day, or the campaign of the country, was about in one year."""

    key: Key
    year: Annotated[int, Field(ge=2000, le=2100)]
    words: Text
    provenance: Provenance


class CampaignChoice(Data):
    """One of the formats, audiences or channels from which a plan chooses."""

    key: Key
    name: Text
    provenance: Provenance


class CampaignAnswer(Data):
    """One answer to choose."""

    key: Key
    text: Text
    is_right: bool = False


class CampaignQuestion(Data):
    """A question asked before and after people met the campaign; one of its answers is right.

    Attributes:
        why: what to know, shown after the answers.
    """

    key: Key
    text: Text
    answers: Annotated[tuple[CampaignAnswer, ...], Field(min_length=2, max_length=5)]
    why: Text
    provenance: Provenance


class ReportedFigure(Data):
    """A figure as a source gives it.

    Attributes:
        unit: events; contacts, which are never people; calls; persons assisted.
        told: how the source says it, such as "over 10,000 people".
    """

    unit: Unit
    figure: Annotated[int, Field(ge=1)]
    told: Text
    source: Words


class ReportedDay(Data):
    """A last day as a source gives it; without a day, in its words."""

    day: Day | None = None
    told: Text
    source: Words


class PastCampaign(Data):
    """An earlier campaign as sources tell of it. Never counted by the platform.

    Attributes:
        years: as people write them, such as "2017" or "2011-2015".
        first_year: for the order.
        last_days: more than one when sources contradict each other.
        conflict: in what sources contradict each other.
        lesson: what was learned.
        addresses: of the sources on the web.
    """

    key: Key
    years: Words
    first_year: Annotated[int, Field(ge=1990, le=2100)]
    name: Text
    what: Text
    first_day: Day | None = None
    last_days: tuple[ReportedDay, ...] = ()
    figures: tuple[ReportedFigure, ...] = ()
    conflict: Text | None = None
    lesson: Text | None = None
    addresses: tuple[Annotated[str, StringConstraints(pattern=r"^https?://\S+$")], ...] = ()
    provenance: Provenance


class CampaignFacts(Data):
    """All of it, checked and whole; empty in a pack without a campaign."""

    days: tuple[CampaignDays, ...] = ()
    themes: tuple[CampaignTheme, ...] = ()
    formats: tuple[CampaignChoice, ...] = ()
    audiences: tuple[CampaignChoice, ...] = ()
    channels: tuple[CampaignChoice, ...] = ()
    questions: tuple[CampaignQuestion, ...] = ()
    history: tuple[PastCampaign, ...] = ()

    def days_of(self, key: str) -> CampaignDays | None:
        """Find days by their key."""
        return next((one for one in self.days if one.key == key), None)
