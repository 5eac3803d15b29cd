"""What a country says of campaigns does not contradict itself."""

from collections.abc import Iterator

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.sources import Sources


def questions(sources: Sources) -> Iterator[Fault]:
    """A question has one right answer, and no answer twice."""
    for record in sources.campaign.questions.records:
        answers = record.value.answers
        if sum(one.is_right for one in answers) != 1:
            yield record.fault("one-right-answer", "exactly one answer is right", "answers")
        keys = [one.key for one in answers]
        for index, key in enumerate(keys):
            if key in keys[:index]:
                message = f"'{key}' stands twice"
                yield record.fault("repeated", message, "answers", index, "key")


def history(sources: Sources) -> Iterator[Fault]:
    """Last days that contradict each other are said to do so, and none lies before the first."""
    for record in sources.campaign.history.records:
        past = record.value
        if len(past.last_days) > 1 and past.conflict is None:
            yield record.fault("conflict-unsaid", "say in 'conflict' how the days differ", "key")
        for index, last in enumerate(past.last_days):
            if last.day and past.first_day and last.day < past.first_day:
                message = "the last day lies before the first"
                yield record.fault("order", message, "last_days", index, "day")
