from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from korgoo.countrypack.schema.base import Data, Text, Words
from korgoo.countrypack.schema.provenance import Provenance
from korgoo.countrypack.schema.reminders import ReminderTimes

LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]


class Language(Data):
    """A language in which every text of the pack is written."""

    code: LanguageCode
    own_name: Words
    direction: Literal["ltr", "rtl"] = "ltr"


class UnitLevel(Data):
    """What a level of the administrative division is called (1 is the highest)."""

    level: Annotated[int, Field(ge=1, le=6)]
    name: Text


class PackHead(Data):
    """The file pack.yaml: what the country is called, its languages, its time."""

    code: CountryCode
    name: Text
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    default_language: LanguageCode
    time_zone: Words
    unit_levels: tuple[UnitLevel, ...] = ()
    reminders: ReminderTimes = ReminderTimes()
    provenance: Provenance
