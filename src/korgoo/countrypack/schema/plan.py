"""The national plan: how its levels are called, when everybody reports on it, what is known of it."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from korgoo.countrypack.schema.base import Data, Key, Text
from korgoo.countrypack.schema.provenance import Provenance

# A day of every year, as in "07-15". The 29th of February is none.
DayOfYear = Annotated[
    str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
]
Level = Literal["programme", "task", "measure", "indicator"]


class ReportPeriod(Data):
    """A period of every year for which everybody reports.

    Attributes:
        first, last: its days; a period lies within one year.
        due: last day for the report; when it lies before the end, it is of the next year.
    """

    key: Key
    name: Text
    first: DayOfYear
    last: DayOfYear
    due: DayOfYear


class KnownProgramme(Data):
    """A programme of the country, as far as it is known. It is no plan to report on.

    Attributes:
        document: what adopted it.
        says: what is known of it, fact by fact.
    """

    key: Key
    name: Text
    first_year: Annotated[int, Field(ge=1991, le=2100)]
    last_year: Annotated[int, Field(ge=1991, le=2100)]
    document: Text | None = None
    says: tuple[Text, ...] = ()
    provenance: Provenance


class Plan(Data):
    """What a country says of its plan.

    Attributes:
        levels: what the levels of the plan are called.
        collected_by: code of the body that collects the reports.
        clock: key of the clock that names the duty to report and its legal basis.
        currency: code of the money in which a budget usually stands.
    """

    levels: Mapping[Level, Text]
    collected_by: Key
    clock: Key | None = None
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    periods: Annotated[tuple[ReportPeriod, ...], Field(min_length=1)]
    programmes: tuple[KnownProgramme, ...] = ()
    provenance: Provenance


def day_in(day: str, year: int) -> date:
    """Give a day of every year in one year.

    Raises:
        ValueError: There is no such day.
    """
    month, number = day.split("-")
    return date(year, int(month), int(number))
