"""The plan names bodies and clocks that exist, and its periods do not run into each other."""

from collections.abc import Iterator

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import Sources
from korgoo.countrypack.schema.plan import Plan, day_in

COMMON_YEAR = 2026


def named(sources: Sources) -> Iterator[Fault]:
    """Who collects is a body, and the duty to report a clock."""
    record = sources.plan
    if record is None:
        return
    if sources.bodies.lacks(record.value.collected_by):
        message = f"there is no body '{record.value.collected_by}'"
        yield record.fault("unknown-body", message, "collected_by")
    clock = record.value.clock
    if clock is not None and sources.clocks.lacks(clock):
        yield record.fault("unknown-clock", f"there is no clock '{clock}'", "clock")


def periods(sources: Sources) -> Iterator[Fault]:
    """Each period has days that exist, in order, each key once, after the one before."""
    record = sources.plan
    if record is None:
        return
    before, keys = "", set()
    for index, period in enumerate(record.value.periods):
        yield from _days(record, index)
        if period.first <= before or period.last < period.first:
            message = f"the period '{period.key}' does not begin after the one before, or ends before it begins"
            yield record.fault("order", message, "periods", index, "first")
        if period.key in keys:
            yield record.fault("repeated", f"'{period.key}' stands twice", "periods", index, "key")
        before = max(before, period.last)
        keys.add(period.key)


def programmes(sources: Sources) -> Iterator[Fault]:
    """No programme ends before it begins."""
    record = sources.plan
    for index, one in enumerate(record.value.programmes if record else ()):
        if record and one.last_year < one.first_year:
            message = f"'{one.key}' ends before it begins"
            yield record.fault("order", message, "programmes", index, "last_year")


def _days(record: Record[Plan], index: int) -> Iterator[Fault]:
    for name in ("first", "last", "due"):
        words = getattr(record.value.periods[index], name)
        try:
            day_in(words, COMMON_YEAR)
        except ValueError:
            yield record.fault(
                "date", f"there is no day {words} in every year", "periods", index, name
            )
