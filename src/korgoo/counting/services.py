"""What counting persons leaves in the trail."""

from typing import TYPE_CHECKING

from korgoo.access import audit
from korgoo.access.enums import Event

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.counting.api import Question

TARGET = "counting.persons"


def record_count(question: "Question", *, actor: "Actor") -> None:
    """Record that persons were counted: possible pairs were opened for it, and none was shown."""
    audit.record(Event.PERSONS_COUNTED, actor=actor, target=TARGET, detail=_words(question))


def record_export(question: "Question", *, actor: "Actor") -> None:
    """Record that the counts were taken as a file."""
    audit.record(Event.PERSONS_EXPORTED, actor=actor, target=TARGET, detail=_words(question))


def _words(question: "Question") -> str:
    return f"{question.scope.value} {question.year} {question.half} {question.region}"
