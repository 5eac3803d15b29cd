"""A record is not over before it begins."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.schema.bodies import Body
from korgoo.countrypack.schema.information import InformationItem
from korgoo.countrypack.schema.units import Unit

Dated = TypeVar("Dated", Body, Unit, InformationItem)


def date_ranges(records: Iterable[Record[Dated]]) -> Iterator[Fault]:
    """Find records whose last day is before their first."""
    for record in records:
        value = record.value
        begins, ends = value.valid_from, value.valid_to
        if begins and ends and ends < begins:
            name = getattr(value, "code", None) or getattr(value, "key", "")
            message = f"'{name}' ends on {ends}, before it begins on {begins}"
            yield record.fault("date-range", message, "valid_to")
