"""The questions of an agency lead to indicators that exist."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.documents import Path
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import GuidelineSources
from korgoo.countrypack.schema.catalogues import RuleKind
from korgoo.countrypack.schema.views import Outcome, QuestionData, ViewData

View = Record[ViewData]
OUTCOMES: Mapping[RuleKind, tuple[Outcome, ...]] = {
    "weighted": ("strong", "some", "labour_rights", "not_enough"),
    "elements": ("elements", "some", "not_enough"),
    "signs": ("signs", "not_enough"),
}
Placed = tuple[Path, QuestionData]


def placed_questions(view: ViewData) -> Iterator[Placed]:
    """Give the questions of a view with their places."""
    for p, page in enumerate(view.pages):
        for q, question in enumerate(page.questions):
            yield ("pages", p, "questions", q), question


def heads(sources: GuidelineSources) -> Iterator[Fault]:
    """A view is called like its file, uses a known catalogue, advises on every outcome."""
    for view in sources.views:
        if view.value.key != PurePosixPath(view.document.file).stem:
            message = f"the view '{view.value.key}' stands in {view.document.file}"
            yield view.fault("other-name", message, "key")
        if sources.catalogue(view.value.catalogue) is None:
            message = f"there is no catalogue '{view.value.catalogue}'"
            yield view.fault("unknown-catalogue", message, "catalogue")
        for outcome in sorted(_outcomes(sources, view.value) - set(view.value.advice)):
            message = f"the view says nothing about the outcome '{outcome}'"
            yield view.fault("missing-advice", message, "advice")


def _outcomes(sources: GuidelineSources, view: ViewData) -> set[str]:
    heads = (sources.catalogue(key) for key in (view.catalogue, *view.also))
    rules = {one.head.value.rule for one in heads if one and one.head}
    return {outcome for rule in rules for outcome in OUTCOMES[rule]}


def questions(sources: GuidelineSources) -> Iterator[Fault]:
    """A question is written in one of two ways, has its own key, and asks for what exists."""
    for view in sources.views:
        seen: set[str] = set()
        for path, question in placed_questions(view.value):
            key = question.key or question.indicator
            if key is None:
                yield view.fault("missing", "'key' is missing", *path)
            elif key in seen:
                yield view.fault("repeated", f"the question '{key}' is there twice", *path)
            seen.add(key or "")
            yield from _written_once(view, path, question)
        yield from _known_indicators(sources, view)
        yield from _asked_twice(view)


def _written_once(view: View, path: Path, question: QuestionData) -> Iterator[Fault]:
    full = question.text is not None or bool(question.options) or question.kind != "indicator"
    if question.indicator is not None and full:
        message = "a question with 'indicator' takes text and options from the catalogue"
        yield view.fault("two-ways", message, *path, "indicator")
    few = question.kind != "sealed" and len(question.options) < 2
    if question.indicator is None and (question.text is None or few):
        message = "a question needs 'text' and at least two 'options', or an 'indicator'"
        yield view.fault("incomplete-question", message, *path)


def _sets(view: ViewData) -> Iterator[tuple[Path, Path, str]]:
    """Give place of the question, place of the mention and code, for each mention."""
    for path, question in placed_questions(view):
        if question.indicator is not None:
            yield path, (*path, "indicator"), question.indicator
        for o, option in enumerate(question.options):
            for code in option.sets:
                yield path, (*path, "options", o, "sets", code), code


def _known_indicators(sources: GuidelineSources, view: View) -> Iterator[Fault]:
    catalogue = sources.catalogue(view.value.catalogue)
    if catalogue is None:
        return
    for _, place, code in _sets(view.value):
        if catalogue.indicators.lacks(code):
            message = f"the catalogue '{view.value.catalogue}' has no indicator '{code}'"
            yield view.fault("unknown-indicator", message, *place)


def _asked_twice(view: View) -> Iterator[Fault]:
    # Two questions about one indicator could answer it in two ways.
    first: dict[str, Path] = {}
    for question, place, code in _sets(view.value):
        if first.setdefault(code, question) != question:
            message = f"an earlier question already answers the indicator '{code}'"
            yield view.fault("asked-twice", message, *place)


def options(sources: GuidelineSources) -> Iterator[Fault]:
    """Options fit the kind of their question, and each has its own key."""
    for view in sources.views:
        for path, question in placed_questions(view.value):
            keys = [option.key for option in question.options]
            for o, option in enumerate(question.options):
                place = (*path, "options", o)
                if option.key in keys[:o]:
                    message = f"the option '{option.key}' is there twice"
                    yield view.fault("repeated", message, *place, "key")
                if (option.age is not None) != (question.kind == "age") or (
                    option.age and option.sets
                ):
                    message = "options of an age question give 'age' and nothing else"
                    yield view.fault("option-kind", f"{message}; other options never do", *place)
            yield from _silent(view, path, question)


def _silent(view: View, path: Path, question: QuestionData) -> Iterator[Fault]:
    said = any(option.sets for option in question.options)
    if question.indicator is None and question.kind == "indicator" and not said:
        message = "no answer to this question says anything about an indicator"
        yield view.fault("sets-nothing", message, *path)
