"""Questions are whole, fit their kind, and lead to indicators that exist."""

from collections.abc import Iterator

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.documents import Path
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import GuidelineSources
from korgoo.countrypack.schema.views import QuestionData, ViewData

View = Record[ViewData]
Placed = tuple[Path, QuestionData]


def placed_questions(view: ViewData) -> Iterator[Placed]:
    """Give the questions of a view with their places."""
    for p, page in enumerate(view.pages):
        for q, question in enumerate(page.questions):
            yield ("pages", p, "questions", q), question


def questions(sources: GuidelineSources) -> Iterator[Fault]:
    """A question is written in one of two ways and has its own key; age is asked once."""
    for view in sources.views:
        seen: set[str] = set()
        ages = 0
        for path, question in placed_questions(view.value):
            key = question.key or question.indicator
            if key is None:
                yield view.fault("missing", "'key' is missing", *path)
            elif key in seen:
                yield view.fault("repeated", f"the question '{key}' is there twice", *path)
            seen.add(key or "")
            ages += question.kind == "age"
            if question.kind == "age" and ages > 1:
                message = "the view already asks about age"
                yield view.fault("age-twice", message, *path, "kind")
            yield from _written_once(view, path, question)
            yield from _sealed(view, path, question)


def _written_once(view: View, path: Path, question: QuestionData) -> Iterator[Fault]:
    full = question.text is not None or bool(question.options) or question.kind != "indicator"
    if question.indicator is not None and full:
        message = "a question with 'indicator' takes text and options from the catalogue"
        yield view.fault("two-ways", message, *path, "indicator")
    few = question.kind != "sealed" and len(question.options) < 2
    if question.indicator is None and (question.text is None or few):
        message = "a question needs 'text' and at least two 'options', or an 'indicator'"
        yield view.fault("incomplete-question", message, *path)


def _sealed(view: View, path: Path, question: QuestionData) -> Iterator[Fault]:
    if question.kind == "sealed":
        if question.facet is None:
            message = "say in which 'facet' the words are sealed: identity, contact or story"
            yield view.fault("sealed-without-facet", message, *path, "kind")
        if question.options:
            message = "a sealed question is answered in words and has no options"
            yield view.fault("sealed-options", message, *path, "options")
    elif question.facet is not None:
        message = "only a question of kind 'sealed' names a facet"
        yield view.fault("facet-without-seal", message, *path, "facet")


def mentions(view: ViewData) -> Iterator[tuple[Path, Path, str]]:
    """Give place of the question, place of the mention and code, for each mention of a code."""
    for path, question in placed_questions(view):
        if question.indicator is not None:
            yield path, (*path, "indicator"), question.indicator
        for o, option in enumerate(question.options):
            for code in option.sets:
                yield path, (*path, "options", o, "sets", code), code


def codes(sources: GuidelineSources) -> Iterator[Fault]:
    """A view names indicators of its own catalogues, and asks about each in one question."""
    for view in sources.views:
        yield from _known(sources, view)
        yield from _asked_twice(view)


def _known(sources: GuidelineSources, view: View) -> Iterator[Fault]:
    keys = (view.value.catalogue, *view.value.also)
    read = [source for key in keys if (source := sources.catalogue(key))]
    if len(read) < len(keys):
        return
    named = [(place, code) for _, place, code in mentions(view.value)]
    signs = view.value.pocket.signs if view.value.pocket else ()
    named += [(("pocket", "signs", index), code) for index, code in enumerate(signs)]
    for place, code in named:
        if all(source.indicators.lacks(code) for source in read):
            message = f"there is no indicator '{code}' in {', '.join(keys)}"
            yield view.fault("unknown-indicator", message, *place)
    for index, code in enumerate(signs):
        if code in signs[:index]:
            message = f"'{code}' is on the card twice"
            yield view.fault("repeated", message, "pocket", "signs", index)


def _asked_twice(view: View) -> Iterator[Fault]:
    # Two questions about one indicator could answer it in two ways.
    first: dict[str, Path] = {}
    for question, place, code in mentions(view.value):
        if first.setdefault(code, question) != question:
            message = f"an earlier question already answers the indicator '{code}'"
            yield view.fault("asked-twice", message, *place)
