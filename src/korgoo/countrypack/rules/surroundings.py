"""What a guideline names outside itself is there: hotlines, bodies, mandates."""

from collections.abc import Iterator, Sequence
from typing import Any

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import GuidelineSources, Surroundings


def named(sources: GuidelineSources) -> Iterator[Fault]:
    """A card calls known numbers; a view is for known bodies; somebody can approve a change."""
    around = sources.around
    if around is None:
        return
    for view in sources.views:
        for index, key in enumerate(view.value.pocket.call if view.value.pocket else ()):
            if around.hotlines.lacks(key):
                message = f"there is no hotline '{key}'"
                yield view.fault("unknown-hotline", message, "pocket", "call", index)
        for index, code in enumerate(view.value.for_bodies):
            if around.bodies.lacks(code):
                message = f"there is no body '{code}'"
                yield view.fault("unknown-body", message, "for_bodies", index)
        yield from _mandates(view, "for_mandates", view.value.for_mandates, around)
    if sources.head is not None:
        wanted = sources.head.value.approving_mandates
        yield from _mandates(sources.head, "approving_mandates", wanted, around)


def _mandates(
    record: Record[Any], field: str, wanted: Sequence[str], around: Surroundings
) -> Iterator[Fault]:
    for index, mandate in enumerate(wanted):
        if around.mandates is not None and mandate not in around.mandates:
            message = f"no body has the mandate '{mandate}'"
            yield record.fault("nobody-has-mandate", message, field, index)
