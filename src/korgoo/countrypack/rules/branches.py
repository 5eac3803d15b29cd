"""Pages that are asked only after certain answers: each can be reached, and none waits for itself.

A condition holds when the page of its question was shown and one of its answers was given. So a
page is reached when all its conditions hold, and those of every page that it depends on.
"""

from collections.abc import Iterator, Mapping

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import GuidelineSources
from korgoo.countrypack.schema.views import Condition, PageData, QuestionData, ViewData

View = Record[ViewData]
Needed = Mapping[str, frozenset[str]]  # answers that may be given, by question
_CATALOGUE_ANSWERS = frozenset({"yes", "no"})


def conditions(sources: GuidelineSources) -> Iterator[Fault]:
    """A condition names a question of an earlier page, and answers of it."""
    for view in sources.views:
        pages = _pages_of(view.value)
        answers = _answers(view.value)
        for p, page in enumerate(view.value.pages):
            for c, condition in enumerate(page.when):
                place = ("pages", p, "when", c)
                yield from _order(view, place, (p, pages.get(condition.question)), condition)
                for a, answer in enumerate(condition.any_of):
                    if answer not in answers.get(condition.question, {answer}):
                        message = f"the question '{condition.question}' has no option '{answer}'"
                        yield view.fault("unknown-option", message, *place, "any_of", a)


def _order(
    view: View, place: tuple[str | int, ...], pages: tuple[int, int | None], condition: Condition
) -> Iterator[Fault]:
    own, other = pages
    key = condition.question
    if other is None:
        message = f"the view has no question '{key}'"
        yield view.fault("unknown-question", message, *place, "question")
    elif other == own:
        message = f"'{key}' is asked on this same page; ask it on an earlier one"
        yield view.fault("branch-self", message, *place, "question")
    elif other > own:
        message = f"'{key}' is asked later, on page {other + 1}; ask it before page {own + 1}"
        yield view.fault("branch-order", message, *place, "question")


def loops(sources: GuidelineSources) -> Iterator[Fault]:
    """No pages wait for each other's answers."""
    for view in sources.views:
        pages = view.value.pages
        waits = {p: _waits_for(view.value, page) - {p} for p, page in enumerate(pages)}
        told: set[int] = set()
        for p in waits:
            circle = {other for other in _behind(p, waits) if p in _behind(other, waits)}
            if circle and p not in told:
                told |= circle
                names = ", ".join(f"{n + 1} ({_name(pages[n])})" for n in sorted(circle))
                message = f"these pages wait for each other's answers: {names}"
                yield view.fault("branch-loop", message, "pages", p, "when")


def _behind(page: int, waits: Mapping[int, set[int]]) -> set[int]:
    """All pages that a page waits for, near or far; itself among them when it is in a circle."""
    found: set[int] = set()
    ahead = set(waits[page])
    while ahead:
        found |= ahead
        ahead = {further for one in ahead for further in waits[one]} - found
    return found


def reach(sources: GuidelineSources) -> Iterator[Fault]:
    """Every page can be reached by some answers."""
    for view in sources.views:
        found: dict[int, Needed] = {}
        pages = _pages_of(view.value)
        for p, page in enumerate(view.value.pages):
            behind = [found.get(pages.get(one.question, -1), {}) for one in page.when]
            own = [{one.question: frozenset(one.any_of)} for one in page.when]
            found[p] = _together([*behind, *own])
            for question in sorted(key for key, answers in found[p].items() if not answers):
                message = f"no answer to '{question}' leads here: conditions contradict each other"
                yield view.fault("never-reached", message, "pages", p, "when")


def _together(demands: list[Needed]) -> Needed:
    needed: dict[str, frozenset[str]] = {}
    for demand in demands:
        for question, answers in demand.items():
            needed[question] = needed.get(question, answers) & answers
    return needed


def _pages_of(view: ViewData) -> Mapping[str, int]:
    """The page of each question."""
    return {_key(question): p for p, page in enumerate(view.pages) for question in page.questions}


def _answers(view: ViewData) -> Mapping[str, frozenset[str]]:
    """The answers that each question can have."""
    return {
        _key(question): _CATALOGUE_ANSWERS
        if question.indicator is not None
        else frozenset(option.key for option in question.options)
        for page in view.pages
        for question in page.questions
    }


def _waits_for(view: ViewData, page: PageData) -> set[int]:
    pages = _pages_of(view)
    return {pages[one.question] for one in page.when if one.question in pages}


def _key(question: QuestionData) -> str:
    return question.key or question.indicator or ""


def _name(page: PageData) -> str:
    return next(iter(page.title.root.values()), "")
