"""The owner of the other case answers, without seeing who asks; until it is released they may take it back."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.lib.errors import DomainError
from korgoo.pairs import policies, sealed, selectors
from korgoo.pairs.enums import PersonSays, QuestionState
from korgoo.pairs.models import Question
from korgoo.pairs.services import keys
from korgoo.pairs.services.asking import words_of

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def answer(
    question_id: UUID,
    to: QuestionState,
    *,
    says: PersonSays = PersonSays.NOT_SAFE,
    why: str = "",
    actor: "Actor",
) -> Question:
    """Answer about an own case.

    Args:
        question_id: The question.
        to: Agreed, not now, or not the same person.
        says: Whether the person was asked and agrees; for an agreement.
        why: A sentence for the co-ordinator alone; may be empty.
        actor: A front-line member of the owner.

    Raises:
        NotFound: No question that waits about an own case.
        Forbidden: It was answered already; that is taken back first.
    """
    row = selectors.get_question(question_id, actor=actor, lock=True)
    policies.answer(row, to, today=clock.today()).require()
    watch = keys.watch_public(actor=actor)
    if watch is None:
        raise DomainError(_("No co-ordinator can read an answer now. Try again later."))
    row.state, row.answered_by_id = to, actor.user_id
    row.answer = sealed.seal(
        words_of(says, why), to=watch, size=sealed.WORDS, name="answer", record=row.pk
    )
    row.save(update_fields=["state", "answered_by_id", "answer"])
    audit.record(Event.QUESTION_ANSWERED, actor=actor, target=row)
    return row


@transaction.atomic
def take_answer_back(question_id: UUID, *, actor: "Actor") -> Question:
    """Take an answer back while nothing was done on it.

    Raises:
        NotFound: No question that waits about an own case.
        Forbidden: It was not answered.
    """
    row = selectors.get_question(question_id, actor=actor, lock=True)
    policies.answer(row, QuestionState.OPEN, today=clock.today()).require()
    row.state, row.answer = QuestionState.OPEN, b""
    row.save(update_fields=["state", "answer"])
    audit.record(Event.QUESTION_ANSWER_TAKEN_BACK, actor=actor, target=row)
    return row
