"""A view asks about catalogues that exist, and advises on each outcome they can give."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import GuidelineSources
from korgoo.countrypack.rules.outcomes import outcomes_of, second_to
from korgoo.countrypack.schema.views import ViewData

View = Record[ViewData]
# Under this key the platform itself offers the whole list.
RESERVED = "full"


def heads(sources: GuidelineSources) -> Iterator[Fault]:
    """A view is called like its file; it asks questions or is a card to carry."""
    for view in sources.views:
        key = view.value.key
        if key != PurePosixPath(view.document.file).stem:
            message = f"the view '{key}' stands in {view.document.file}"
            yield view.fault("other-name", message, "key")
        if key.split("--")[0] == RESERVED:
            message = f"the key '{key}' is taken by the whole list; choose another"
            yield view.fault("reserved-key", message, "key")
        if bool(view.value.pages) == (view.value.pocket is not None):
            message = "a view has 'pages' of questions or is a 'pocket' card, and never both"
            place = "pocket" if view.value.pages else "pages"
            yield view.fault("pages-or-pocket", message, place)


def catalogues(sources: GuidelineSources) -> Iterator[Fault]:
    """The catalogues of a view are there, once each, and can be asked."""
    for view in sources.views:
        asked = (view.value.catalogue, *view.value.also)
        for index, key in enumerate(asked):
            place = ("also", index - 1) if index else ("catalogue",)
            source = sources.catalogue(key)
            if source is None:
                yield view.fault("unknown-catalogue", f"there is no catalogue '{key}'", *place)
            elif second_to(source) is not None:
                message = f"'{key}' is read from answers to another catalogue and is never asked"
                yield view.fault("second-asked", message, *place)
            if key in asked[:index]:
                message = f"the view already asks about '{key}'"
                yield view.fault("repeated", message, *place)


def advice(sources: GuidelineSources) -> Iterator[Fault]:
    """There is advice for every outcome that can come, and for no other."""
    for view in sources.views:
        given = set(view.value.advice)
        if view.value.pocket is not None:
            possible: frozenset[str] | None = frozenset()
        else:
            possible = outcomes_of(sources, (view.value.catalogue, *view.value.also))
        for outcome in sorted((possible or frozenset()) - given):
            message = f"the view says nothing about the outcome '{outcome}'"
            yield view.fault("missing-advice", message, "advice")
        for outcome in sorted(given - possible if possible is not None else ()):
            message = f"no answers to this view lead to '{outcome}'; take the advice out"
            yield view.fault("needless-advice", message, "advice", outcome)
