"""A shift ends: what is open goes to a colleague or to whoever comes next, in one act."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, policy
from korgoo.access.enums import Event, Permission
from korgoo.desk import policies, sealed, selectors
from korgoo.desk.models import Contact, Handover, HandoverItem
from korgoo.helpline import api as helpline
from korgoo.helpline.enums import State
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from korgoo.access.actor import Actor
    from korgoo.lib.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Left:
    """One thing that is handed over: a contact or a conversation without a name, and a word on it."""

    contact_id: UUID | None = None
    conversation_id: UUID | None = None
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class OpenedItem:
    """One thing of a handover with its word in clear; empty when none was written."""

    contact: Contact | None
    conversation_id: UUID | None
    note: str = field(repr=False)


@transaction.atomic
def hand_over(things: "Sequence[Left]", *, to_id: int | None, actor: "Actor") -> Handover:
    """Hand over what one looks after.

    Args:
        things: What goes; each must be the actor's.
        to_id: A colleague; None for whoever comes next.
        actor: Whose shift ends.

    Raises:
        NotFound: The actor takes no contacts, or something is not theirs.
        DomainError: Nothing was marked, or nobody of this number works here.
    """
    _ask(policies.hand_over(is_empty=not things))
    _know(to_id, actor)
    now = clock.now()
    row = Handover.objects.create(
        organisation_id=actor.organisation_id, from_id=actor.user_id, to_id=to_id, at=now
    )
    for thing in things:
        _leave(row, thing, actor)
    audit.record(Event.SHIFT_HANDED_OVER, actor=actor, target=row, detail=str(len(things)))
    return row


@transaction.atomic
def open_handover(handover_id: UUID, *, actor: "Actor") -> list[OpenedItem]:
    """Open the words of a colleague to what they left.

    Raises:
        NotFound: Not left to the actor.
        Locked: The session is locked.
        Forbidden: The member holds no key.
    """
    row = selectors.get_handover(handover_id, actor=actor)
    items = [_open(item, actor) for item in row.items.select_related("contact")]
    audit.record(Event.SHIFT_NOTES_OPENED, actor=actor, target=row)
    return items


@transaction.atomic
def take_over(handover_id: UUID, *, actor: "Actor") -> Handover:
    """Take over what a colleague left; from now on the actor looks after it.

    Raises:
        NotFound: Not left to the actor.
        DomainError: Somebody took it over already, or the actor left it.
    """
    row = selectors.get_handover(handover_id, actor=actor, is_locking=True)
    is_own = row.from_id == actor.user_id
    _ask(policies.take_over(is_taken=row.is_taken, is_own=is_own))
    row.taken_by_id, row.taken_at = actor.user_id, clock.now()
    row.save(update_fields=["taken_by_id", "taken_at"])
    _take_messages(row, actor)
    contacts = row.items.filter(contact__isnull=False).values_list("contact_id", flat=True)
    Contact.objects.filter(pk__in=list(contacts)).update(
        holder_id=actor.user_id, touched_at=clock.now()
    )
    audit.record(Event.SHIFT_TAKEN_OVER, actor=actor, target=row)
    return row


def _take_messages(row: Handover, actor: "Actor") -> None:
    """Take the messages that were left to whoever comes next, unless somebody answers them already."""
    if row.to_id is not None:
        return
    left = [item.conversation_id for item in row.items.all()]
    for conversation_id in filter(None, left):
        if helpline.conversation(conversation_id, actor=actor).state == State.NEW:
            helpline.take(conversation_id, actor=actor)


def _know(to_id: int | None, actor: "Actor") -> None:
    if not policy.may_enter(actor, Permission.SHIFT_HAND_OVER):
        raise NotFound(_("We found no such page."))
    if to_id is not None and to_id not in dict(selectors.colleagues(actor=actor)):
        raise DomainError(_("This colleague takes no calls here."))


def _leave(row: Handover, thing: Left, actor: "Actor") -> None:
    item = HandoverItem(handover=row)
    if thing.contact_id:
        item.contact = _own(thing.contact_id, actor)
        Contact.objects.filter(pk=item.contact.pk).update(
            holder_id=row.to_id, touched_at=clock.now()
        )
    else:
        item.conversation_id = thing.conversation_id
    item.save()
    if thing.note.strip():
        payload = {"note": thing.note.strip()}
        item.key_id, item.sealed = sealed.seal(payload, record=audit.label(item), actor=actor)
        item.save(update_fields=["key_id", "sealed"])
    if thing.conversation_id:
        _pass(thing.conversation_id, row.to_id, actor)


def _pass(conversation_id: UUID, to_id: int | None, actor: "Actor") -> None:
    """Give messages without a name to a colleague, or back to the queue for whoever comes next."""
    if to_id:
        helpline.hand_over(conversation_id, to_id=to_id, actor=actor)
    elif helpline.conversation(conversation_id, actor=actor).state == State.TAKEN:
        helpline.release(conversation_id, actor=actor)


def _own(contact_id: UUID, actor: "Actor") -> Contact:
    contact = selectors.get_contact(contact_id, actor=actor, is_locking=True)
    if contact.holder_id != actor.user_id:
        raise NotFound(_("We found no such contact."))
    return contact


def _open(item: HandoverItem, actor: "Actor") -> OpenedItem:
    note = ""
    if item.key_id is not None:
        label = audit.label(item)
        opened = sealed.unseal(item.sealed, key_id=item.key_id, record=label, actor=actor)
        note = str(opened.get("note", ""))
    return OpenedItem(item.contact, item.conversation_id, note)


def _ask(verdict: "Verdict") -> None:
    if not verdict:
        raise DomainError(verdict.reason)
