"""Whether an instrument was in force on a day. Plain Python."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from korgoo.countrypack.schema.lawbook import Instrument


class Force(StrEnum):
    """Whether an instrument was in force on a day."""

    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    DAY_UNKNOWN = "day_unknown"
    OVER = "over"


def begins(instrument: "Instrument") -> date | None:
    """Give the first day on which an instrument can have been in force; None when not known."""
    return instrument.in_force_from or instrument.adopted


def force_on(instrument: "Instrument", day: date) -> Force:
    """Say whether an instrument was in force on a day.

    Where the day of effect is not known, it was certainly not in force before it was adopted.
    """
    first, last = begins(instrument), instrument.in_force_to
    if last is not None and day > last:
        return Force.OVER
    if first is not None and day < first:
        return Force.NOT_YET
    return Force.IN_FORCE if instrument.in_force_from is not None else Force.DAY_UNKNOWN
