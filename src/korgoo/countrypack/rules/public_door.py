"""Who answers the public is a body of the pack."""

from collections.abc import Iterator

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.sources import Sources


def bodies(sources: Sources) -> Iterator[Fault]:
    """Each body named exists."""
    record = sources.public_door
    if record is None:
        return
    for name in ("help_goes_to", "offers_go_to"):
        for index, code in enumerate(getattr(record.value, name)):
            if sources.bodies.lacks(code):
                yield record.fault("unknown-body", f"there is no body '{code}'", name, index)
