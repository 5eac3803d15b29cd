"""A time limit is set by law, a working value, or open; and says so in one way only."""

from collections.abc import Iterator
from datetime import timedelta

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import Sources
from korgoo.countrypack.schema.clocks import (
    CASE_STEPS,
    ORGANISATION_STEPS,
    REFERRAL_CLOCKS,
    Clock,
)


def required(sources: Sources) -> Iterator[Fault]:
    """The clocks that the platform starts are there."""
    for key in REFERRAL_CLOCKS:
        if sources.clocks.lacks(key):
            message = f"the clock '{key}' is missing; write basis: unset if no time is set for it"
            yield Fault("clocks.yaml", 1, "missing-clock", message)


def basis(sources: Sources) -> Iterator[Fault]:
    """The basis of a clock agrees with the time it carries and with its status."""
    for record in sources.clocks.records:
        clock = record.value
        if clock.basis == "unset" or clock.provenance.status == "unset":
            yield from _open(record)
        elif not clock.is_set:
            message = f"the clock '{clock.key}' gives no time; write basis: unset if there is none"
            yield record.fault("set-without-time", message, "basis")
        if clock.basis == "law" and clock.legal_basis is None:
            message = f"the clock '{clock.key}' is set by law but names no legal basis"
            yield record.fault("law-without-basis", message, "basis")
        yield from _times(record)


def steps(sources: Sources) -> Iterator[Fault]:
    """What starts and stops a clock is a step that the platform knows."""
    for record in sources.clocks.records:
        clock = record.value
        known = CASE_STEPS if clock.scope == "case" else ORGANISATION_STEPS
        named = [("starts", clock.starts)]
        named += [("restarts", word) for word in clock.restarts]
        named += [("stops", word) for word in clock.stops]
        for where, word in named:
            if word not in known:
                message = (
                    f"the clock '{clock.key}' waits for '{word}', which is no step"
                    f" of this scope; these are: {', '.join(known)}"
                )
                yield record.fault("unknown-step", message, where)


def changes(sources: Sources) -> Iterator[Fault]:
    """A clock that a referral runs is neither paused nor extended, and grounds are said once."""
    for record in sources.clocks.records:
        clock = record.value
        if clock.key in REFERRAL_CLOCKS and (clock.may_pause or clock.extensions):
            message = f"the clock '{clock.key}' belongs to a referral: a question is how it waits"
            where = "may_pause" if clock.may_pause else "extensions"
            yield record.fault("referral-clock", message, where)
        if len({ground.key for ground in clock.extensions}) < len(clock.extensions):
            message = f"the clock '{clock.key}' names a ground of extension twice"
            yield record.fault("ground-twice", message, "extensions")


def _open(record: Record[Clock]) -> Iterator[Fault]:
    clock = record.value
    if clock.is_set:
        where = "duration" if clock.duration is not None else "by_urgency"
        message = f"the clock '{clock.key}' is unset and yet carries a time"
        yield record.fault("unset-with-value", message, where)
    if (clock.basis == "unset") != (clock.provenance.status == "unset"):
        message = f"the clock '{clock.key}' is unset in its basis or its status, but not in both"
        yield record.fault("unset-half", message, "basis")


def _times(record: Record[Clock]) -> Iterator[Fault]:
    clock = record.value
    if clock.duration is not None and clock.by_urgency:
        message = f"the clock '{clock.key}' gives one time and times by urgency; keep one"
        yield record.fault("two-times", message, "by_urgency")
    times = [(("duration",), clock.duration)] if clock.duration is not None else []
    by_urgency = (clock.by_urgency or {}).items()
    for where, time in [
        *times,
        *((("by_urgency", urgency), time) for urgency, time in by_urgency),
    ]:
        if time <= timedelta(0):
            message = f"the clock '{clock.key}' gives no time at all"
            yield record.fault("duration", message, *where)
