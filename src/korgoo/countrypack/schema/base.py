"""What all records of a pack share: closed shapes, and the few kinds of value they are made of."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    RootModel,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# An article of an instrument of the lawbook: "law-55-2005#21-4"; the instrument alone: "law-55-2005".
ArticleRef = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*(#[a-z0-9][a-z0-9.-]*)?$")
]

_ISO_DURATION = re.compile(r"^P(?=.)(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?$")
_ISO_DAY = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")


class Data(BaseModel):
    """A record of a pack: cannot change, and refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _duration(value: object) -> object:
    # A bare number would be read as seconds; a person who writes 10 means ten days.
    if value is None or isinstance(value, timedelta):
        return value
    if not isinstance(value, str) or not _ISO_DURATION.match(value):
        raise PydanticCustomError("duration", "write a length of time like P10D, PT24H or P7D")
    return value


def _day(value: object) -> date:
    # A number would be read as seconds since 1970; a person who writes 2011 means a year.
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _ISO_DAY.match(value):
        raise PydanticCustomError("date", "write a date like 2011-11-18")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("date", "there is no such day") from None


def _day_or_unknown(value: object) -> date | Literal["unknown"]:
    return "unknown" if value == "unknown" else _day(value)


Day = Annotated[date, PlainValidator(_day)]
Duration = Annotated[timedelta, BeforeValidator(_duration)]
DayOrUnknown = Annotated[date | Literal["unknown"], PlainValidator(_day_or_unknown)]


class Text(RootModel[Mapping[str, Words]]):
    """The same words in every language of the pack."""

    model_config = ConfigDict(frozen=True)

    @property
    def languages(self) -> frozenset[str]:
        """The languages in which the text is there."""
        return frozenset(self.root)

    def in_language(self, code: str) -> str:
        """Give the text in a language.

        Args:
            code: language code such as "ky"; a regional code such as "ky-kg" finds "ky".

        Returns:
            The words. Only names of units may lack a language (`Unit.untranslated` says which):
            then the first language that is there.
        """
        found = self.root.get(code) or self.root.get(code.partition("-")[0])
        return found or next(iter(self.root.values()))
