from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.consultation import policies, selectors, subjects
from korgoo.consultation.enums import WHOLE, AnswerKind
from korgoo.consultation.models import Comment
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.consultation.models import Consultation


@transaction.atomic
def write_comment(consultation_id: UUID, item: str, text: str, *, actor: "Actor") -> Comment:
    """Say something about one part of a draft, on behalf of the actor's organisation.

    Args:
        consultation_id: Which consultation.
        item: Key of the part; empty for the draft as a whole.
        text: As typed; every organisation can read it.
        actor: Who writes.

    Raises:
        NotFound: No such consultation, or the draft has no such part.
        Forbidden: The actor's role does not include it, or the time is over.
        DomainError: Their organisation has said as much as one organisation can.
    """
    row = selectors.get_consultation(consultation_id, actor=actor, lock=True)
    standing = selectors.standing_of(row, actor=actor)
    policies.comment(actor, standing).require()
    _check_item(row, item)
    verdict = policies.room(selectors.count_on_part(row, item, actor=actor), standing.own)
    if not verdict:
        raise DomainError(verdict.reason)
    comment = Comment.objects.create(
        consultation=row,
        item=item,
        organisation_id=actor.organisation_id,
        written_by_id=actor.user_id,
        text=text,
        at=clock.now(),
    )
    audit.record(Event.COMMENT_WRITTEN, actor=actor, target=comment)
    return comment


@transaction.atomic
def answer_comment(
    comment_id: UUID, kind: AnswerKind, reason: str, *, seen: str, actor: "Actor"
) -> Comment:
    """Answer a comment, or correct the answer, until adoption is proposed.

    Args:
        comment_id: Which comment.
        kind: What becomes of it.
        reason: Why; may be empty for a comment that is accepted whole.
        seen: ``answer_mark`` of the comment as the actor saw it: no colleague's answer is lost.
        actor: Who answers.

    Raises:
        NotFound: No such comment, or the actor answers none.
        Forbidden: Adoption was proposed.
        DomainError: A reason is missing, or somebody else answered meanwhile.
    """
    consultation_id = selectors.get_comment(comment_id, actor=actor).consultation_id
    row = selectors.get_consultation(consultation_id, actor=actor, lock=True)
    policies.answer(actor, selectors.standing_of(row)).require()
    comment = selectors.get_comment(comment_id, actor=actor)
    for verdict in (
        policies.up_to_date(comment.answer_mark, seen=seen),
        policies.reason(kind, reason),
    ):
        if not verdict:
            raise DomainError(verdict.reason)
    comment.verdict, comment.reason = kind, reason
    comment.answered_by_id, comment.answered_at = actor.user_id, clock.now()
    comment.save(update_fields=["verdict", "reason", "answered_by_id", "answered_at"])
    audit.record(Event.COMMENT_ANSWERED, actor=actor, target=comment, detail=kind)
    return comment


def _check_item(row: "Consultation", item: str) -> None:
    described = subjects.subject(row.kind).describe(row.subject_id)
    if item != WHOLE and item not in {one.key for one in described.items}:
        raise NotFound(_("The draft has no such part."))
