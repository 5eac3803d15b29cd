"""Contacts of one person are joined: a second call, another operator, messages on the web."""

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.desk import policies, selectors
from korgoo.desk.enums import MayCall
from korgoo.desk.models import Contact
from korgoo.helpline import api as helpline
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def join(contact_id: UUID, code: str, *, actor: "Actor") -> Contact:
    """Say that two contacts are of one person.

    Args:
        contact_id: One of them.
        code: Number of the other one, as it was read out.
        actor: Who says so.

    Raises:
        NotFound: Either is none that the actor may know.
        DomainError: They are together already, one asked for nothing, or each has its own case.
    """
    row = selectors.get_contact(contact_id, actor=actor, is_locking=True)
    other = selectors.by_code(code, actor=actor)
    _bring_together(row, other)
    audit.record(Event.CONTACT_JOINED, actor=actor, target=row, detail=audit.label(other))
    return row


@transaction.atomic
def join_conversation(contact_id: UUID, conversation_id: UUID, *, actor: "Actor") -> Contact:
    """Say that a contact and a conversation without a name are of one person.

    Raises:
        NotFound: Either is none that the actor may know.
        DomainError: They are together already, or each has its own case.
    """
    row = selectors.get_contact(contact_id, actor=actor, is_locking=True)
    card = helpline.conversation(conversation_id, actor=actor)
    other = selectors.joined_to(card.id, actor=actor)
    if row.noise or row.conversation_id == card.id:
        _refuse(is_same=not row.noise, is_noise=bool(row.noise))
    row.conversation_id, row.touched_at = card.id, clock.now()
    row.save(update_fields=["conversation_id", "touched_at"])
    if other is not None and other not in selectors.around(row):
        _bring_together(row, other)
    helpline.link(card.id, to=audit.label(row), actor=actor)
    audit.record(Event.CONTACT_JOINED, actor=actor, target=row, detail=f"conversation:{card.id}")
    return row


@transaction.atomic
def join_by_words(contact_id: UUID, typed: str, *, actor: "Actor") -> Contact:
    """Join a contact to the conversation whose seven words the caller reads out.

    Raises:
        NotFound: The words lead to nothing of the actor's house.
        DomainError: They are together already, or each has its own case.
    """
    card = helpline.by_words(typed, actor=actor)
    return join_conversation(contact_id, card.id, actor=actor)


@transaction.atomic
def part(contact_id: UUID, *, actor: "Actor") -> None:
    """Take back that a contact is of the same person as others, and its conversation.

    Raises:
        NotFound: None that the actor may know.
    """
    row = selectors.get_contact(contact_id, actor=actor, is_locking=True)
    others = [one for one in selectors.around(row) if one.pk != row.pk]
    row.thread, row.conversation_id, row.touched_at = None, None, clock.now()
    row.save(update_fields=["thread", "conversation_id", "touched_at"])
    if len(others) == 1:
        Contact.objects.filter(pk=others[0].pk).update(thread=None)
    audit.record(Event.CONTACT_PARTED, actor=actor, target=row)


def heed_never(row: Contact) -> None:
    """Plan no call any more to somebody whose last word on it was never."""
    row.refresh_from_db()
    answers = [one.may_call for one in selectors.around(row) if one.may_call]
    if answers and answers[0] == MayCall.NEVER:
        Contact.objects.along(row).update(call_at=None, call_when="")


def _bring_together(row: Contact, other: Contact) -> None:
    row.refresh_from_db()
    ours, theirs = selectors.around(row), selectors.around(other)
    _refuse(
        is_same=other in ours,
        is_noise=bool(row.noise or other.noise),
        cases=len({one.case_id for one in (*ours, *theirs) if one.case_id}),
    )
    thread = row.thread or other.thread or uuid4()
    both = [one.pk for one in (*ours, *theirs)]
    Contact.objects.filter(pk__in=both).update(thread=thread, touched_at=clock.now())
    heed_never(row)


def _refuse(*, is_same: bool, is_noise: bool, cases: int = 0) -> None:
    verdict = policies.join(is_same=is_same, is_noise=is_noise, cases=cases)
    if not verdict:
        raise DomainError(verdict.reason)
