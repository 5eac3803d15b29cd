"""Those who answer take a conversation, write, and end it. One of two who come at once wins."""

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import audit
from korgoo.access.enums import Event, Role
from korgoo.helpline import policies, seals, selectors
from korgoo.helpline.enums import Author, State
from korgoo.helpline.models import Conversation, Message
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.lib.verdict import Verdict


@transaction.atomic
def take(conversation_id: UUID, *, actor: "Actor") -> Conversation:
    """Say that the actor answers now.

    Raises:
        NotFound: None that the actor may know.
        DomainError: A colleague answers it, or it is over.
    """
    row = _held(conversation_id, actor)
    _ask(policies.take(State(row.state), taken_by=row.taken_by_id, by=actor.user_id))
    if row.is_waiting:
        row.state = State.TAKEN
    row.taken_by_id = actor.user_id
    row.save(update_fields=["state", "taken_by_id"])
    audit.record(Event.HELP_TAKEN, actor=actor, target=row)
    return row


@transaction.atomic
def release(conversation_id: UUID, *, actor: "Actor") -> None:
    """Give a conversation back to the queue; a head does so for a colleague too.

    Raises:
        DomainError: The actor does not answer it.
    """
    row = _held(conversation_id, actor)
    is_head = Role.HEAD in actor.roles
    verdict = policies.release(
        State(row.state), taken_by=row.taken_by_id, by=actor.user_id, is_head=is_head
    )
    _ask(verdict)
    row.state, row.taken_by_id = State.NEW, None
    row.save(update_fields=["state", "taken_by_id"])
    audit.record(Event.HELP_RELEASED, actor=actor, target=row)


@transaction.atomic
def hand_over(conversation_id: UUID, *, to_id: int, actor: "Actor") -> None:
    """Give a conversation to a colleague, at the end of a shift.

    Args:
        conversation_id: An open one that the actor answers, or nobody.
        to_id: The colleague; works for the same organisation.
        actor: Who gives it.

    Raises:
        DomainError: It is over, a colleague answers it, or ``to_id`` is nobody here.
    """
    row = _held(conversation_id, actor)
    _ask(policies.take(State(row.state), taken_by=row.taken_by_id, by=actor.user_id))
    if to_id not in {number for number, _name in access.list_colleagues(actor=actor)}:
        raise DomainError(_("This colleague does not answer messages here."))
    if row.is_waiting:
        row.state = State.TAKEN
    row.taken_by_id = to_id
    row.save(update_fields=["state", "taken_by_id"])
    audit.record(Event.HELP_HANDED_OVER, actor=actor, target=row)


@transaction.atomic
def answer(conversation_id: UUID, text: str, *, actor: "Actor") -> Message:
    """Write to the person: sealed to their words, and to the organisation.

    Raises:
        DomainError: A colleague answers, or it is over.
    """
    row = _held(conversation_id, actor)
    _ask(policies.take(State(row.state), taken_by=row.taken_by_id, by=actor.user_id))
    message = _write(row, text, actor)
    _rest(row, State.ANSWERED, actor)
    audit.record(Event.HELP_ANSWERED, actor=actor, target=row)
    return message


@transaction.atomic
def end(conversation_id: UUID, *, actor: "Actor") -> None:
    """End a conversation; the person may still read it, and opens it again by writing.

    Raises:
        DomainError: A colleague answers, or it is over.
    """
    row = _held(conversation_id, actor)
    _may_end(row, State.ENDED, actor)
    _rest(row, State.ENDED, actor)
    audit.record(Event.HELP_ENDED, actor=actor, target=row)


@transaction.atomic
def pass_on(conversation_id: UUID, *, body: str, text: str, actor: "Actor") -> None:
    """Tell the person who can help with what is not ours; nothing of what they wrote is given on.

    Args:
        conversation_id: An open one.
        body: Code of the body to which they are sent.
        text: What is written to the person.
        actor: Who writes.

    Raises:
        DomainError: A colleague answers, or it is over.
    """
    row = _held(conversation_id, actor)
    _may_end(row, State.PASSED_ON, actor)
    _write(row, text, actor)
    row.passed_to = body
    _rest(row, State.PASSED_ON, actor)
    audit.record(Event.HELP_PASSED_ON, actor=actor, target=row, detail=body)


@transaction.atomic
def refuse(conversation_id: UUID, *, actor: "Actor") -> None:
    """Mark as no call for help: what was written is destroyed, here and for the sender.

    Raises:
        DomainError: A colleague answers, or it is over.
    """
    row = _held(conversation_id, actor)
    _may_end(row, State.SPAM, actor)
    row.messages.all().delete()
    _rest(row, State.SPAM, actor)
    audit.record(Event.HELP_REFUSED, actor=actor, target=row)


@transaction.atomic
def link(conversation_id: UUID, *, to: str, actor: "Actor") -> None:
    """Leave a trace that a contact was joined to a conversation; the contact keeps the number.

    Args:
        conversation_id: One that the actor may know.
        to: Label of the contact, as the audit trail writes it.
        actor: Who joins them.
    """
    row = selectors.get_conversation(conversation_id, actor=actor)
    audit.record(Event.HELP_LINKED, actor=actor, target=row, detail=to)


def _held(conversation_id: UUID, actor: "Actor") -> Conversation:
    return selectors.get_conversation(conversation_id, actor=actor, is_locking=True)


def _ask(verdict: "Verdict") -> None:
    if not verdict:
        raise DomainError(verdict.reason)


def _may_end(row: Conversation, to: State, actor: "Actor") -> None:
    verdict = policies.end(State(row.state), to, taken_by=row.taken_by_id, by=actor.user_id)
    _ask(verdict)


def _write(row: Conversation, text: str, actor: "Actor") -> Message:
    reader = selectors.key_of(row)
    if reader is None:
        raise DomainError(_("This cannot be sealed yet: nobody here has a key."))
    sealer = seals.Sealer(bytes(row.public), reader.public, uuid4(), Author.HELPLINE)
    payload = {"text": text.strip()}
    return Message.objects.create(
        conversation=row,
        key=sealer.key,
        author=Author.HELPLINE,
        by_id=actor.user_id,
        at=policies.to_the_hour(clock.now()),
        helpline_key_id=reader.key_id,
        to_helpline=sealer.to_helpline(payload),
        to_person=sealer.to_person(payload),
    )


def _rest(row: Conversation, state: State, actor: "Actor") -> None:
    """Nobody waits any more; who spoke last stays known to colleagues."""
    row.state, row.taken_by_id, row.waits_since = state, actor.user_id, None
    row.last_at = policies.to_the_hour(clock.now())
    row.save()
