"""Bodies follow one another in time."""

from collections.abc import Iterator, Mapping

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.sources import Sources
from korgoo.countrypack.rules.validity import date_ranges


def successors(sources: Sources) -> Iterator[Fault]:
    """A successor exists, takes over from a body that has ended, and nobody succeeds himself."""
    follows = {body.code: body.successor for body in sources.bodies.values}
    for record in sources.bodies.records:
        body = record.value
        if body.successor is None:
            continue
        if sources.bodies.lacks(body.successor):
            message = f"there is no body '{body.successor}' to succeed '{body.code}'"
            yield record.fault("unknown-body", message, "successor")
        if body.valid_to is None:
            message = f"'{body.code}' has a successor but no last day (valid_to)"
            yield record.fault("successor-without-end", message, "successor")
        if _returns(body.code, follows):
            message = f"the successors of '{body.code}' lead back to it"
            yield record.fault("successor-circle", message, "successor")


def _returns(start: str, follows: Mapping[str, str | None]) -> bool:
    seen: set[str] = set()
    at = follows.get(start)
    while at is not None and at not in seen and at != start:
        seen.add(at)
        at = follows.get(at)
    return at == start


def validity(sources: Sources) -> Iterator[Fault]:
    """No body ends before it begins."""
    return date_ranges(sources.bodies.records)
