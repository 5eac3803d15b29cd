from datetime import date
from typing import Literal

from korgoo.countrypack.schema.base import Data, Day, Key, Text
from korgoo.countrypack.schema.provenance import Provenance

Mandate = Literal[
    "presume",
    "decide",
    "serve",
    "coordinate",
    "inspect",
    "investigate",
    "consular",
    "advise",
    "take_part",
]


class Body(Data):
    """A body of the country's referral mechanism, or one that was.

    A renamed ministry is a successor, never an edit: old records keep the name of their day.

    Attributes:
        valid_from: first day, None when not known.
        valid_to: last day, None while the body exists.
        dates_known_to: how exact the source is; "month" means the day was filled in.
        successor: code of the body that took over.
    """

    code: Key
    name: Text
    short: Text
    kind: Literal["state", "ngo", "international"]
    mandates: tuple[Mandate, ...] = ()
    valid_from: Day | None = None
    valid_to: Day | None = None
    dates_known_to: Literal["day", "month", "year"] = "day"
    successor: Key | None = None
    provenance: Provenance

    def exists_on(self, day: date) -> bool:
        """Say whether the body exists on a day; an unknown first day counts as long ago."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)
