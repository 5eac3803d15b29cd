"""Bodies that meet are made of organisations of the pack, and lie in units of the pack."""

from collections.abc import Iterator

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.sources import Sources


def bodies(sources: Sources) -> Iterator[Fault]:
    """Keeper and seats are organisations that exist, the region is a unit; nothing stands twice."""
    keys: set[str] = set()
    for record in sources.platform.records:
        body = record.value
        if body.key in keys:
            yield record.fault("repeated", f"the body '{body.key}' stands twice", "key")
        keys.add(body.key)
        if body.region is not None and sources.units.lacks(body.region):
            yield record.fault("unknown-unit", f"there is no unit '{body.region}'", "region")
        if body.keeper is not None and sources.bodies.lacks(body.keeper):
            yield record.fault("unknown-body", f"there is no body '{body.keeper}'", "keeper")
        if body.founded and body.ended and body.ended < body.founded:
            message = f"'{body.key}' ends on {body.ended}, before it begins on {body.founded}"
            yield record.fault("date-range", message, "ended")


def seats(sources: Sources) -> Iterator[Fault]:
    """Who sits in a body exists, and its days fit each other."""
    for record in sources.platform.records:
        for index, seat in enumerate(record.value.seats):
            if sources.bodies.lacks(seat.body):
                message = f"there is no body '{seat.body}'"
                yield record.fault("unknown-body", message, "seats", index, "body")
            if seat.valid_to and seat.valid_to < seat.valid_from:
                message = f"'{seat.body}' ends on {seat.valid_to}, before {seat.valid_from}"
                yield record.fault("date-range", message, "seats", index, "valid_to")
