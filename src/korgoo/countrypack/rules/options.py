"""Options fit the kind of their question."""

from collections.abc import Iterator

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.documents import Path
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import GuidelineSources
from korgoo.countrypack.rules.questions import placed_questions
from korgoo.countrypack.schema.views import Option, QuestionData, ViewData

View = Record[ViewData]
# The page gives these answers itself, under these keys.
RESERVED = frozenset({"unknown", "refused", "sealed", "not_asked"})


def options(sources: GuidelineSources) -> Iterator[Fault]:
    """Each option has its own key and says what its question asks, and nothing else."""
    for view in sources.views:
        for path, question in placed_questions(view.value):
            keys = [option.key for option in question.options]
            for o, option in enumerate(question.options):
                place = (*path, "options", o)
                if option.key in keys[:o]:
                    message = f"the option '{option.key}' is there twice"
                    yield view.fault("repeated", message, *place, "key")
                if option.key in RESERVED:
                    message = f"the page itself gives '{option.key}'; choose another key"
                    yield view.fault("reserved-key", message, *place, "key")
                yield from _kind(view, place, question, option)
            yield from _silent(view, path, question)


def _kind(view: View, place: Path, question: QuestionData, option: Option) -> Iterator[Fault]:
    if (option.age is not None) != (question.kind == "age") or (option.age and option.sets):
        message = "options of an age question give 'age' and nothing else; other options never do"
        yield view.fault("option-kind", message, *place)
    if question.kind == "plain" and option.sets:
        message = "a question of kind 'plain' says nothing about indicators; take 'sets' out"
        yield view.fault("plain-sets", message, *place, "sets")


def _silent(view: View, path: Path, question: QuestionData) -> Iterator[Fault]:
    said = any(option.sets for option in question.options)
    if question.indicator is None and question.kind == "indicator" and not said:
        message = "no answer to this question says anything about an indicator; is it 'plain'?"
        yield view.fault("sets-nothing", message, *path)
