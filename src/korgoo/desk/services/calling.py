"""Words of a caller are opened, and a person is called back as they said. Each opening leaves a row."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.desk import policies, sealed, selectors
from korgoo.desk.enums import MayCall, Reached, When
from korgoo.desk.models import Contact, ContactWords
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def open_words(contact_id: UUID, *, actor: "Actor") -> sealed.Payload:
    """Open what a caller let us keep.

    Raises:
        NotFound: None that the actor may know, or nothing is kept.
        Locked: The session is locked.
        Forbidden: The member holds no key.
    """
    row = selectors.get_contact(contact_id, actor=actor)
    words = selectors.words_of(row)
    if words is None:
        raise NotFound(_("Nothing is kept in words."))
    opened = sealed.unseal(words.sealed, key_id=words.key_id, record=audit.label(row), actor=actor)
    audit.record(Event.CONTACT_OPENED, actor=actor, target=row)
    return opened


@transaction.atomic
def open_for_call(contact_id: UUID, *, actor: "Actor") -> sealed.Payload:
    """Open number, hours and word of somebody who may be called.

    Raises:
        NotFound: None that the actor may know.
        DomainError: They must not be called, or left no number.
    """
    row = selectors.get_contact(contact_id, actor=actor)
    _may_call(row)
    return open_words(contact_id, actor=actor)


@transaction.atomic
def call_back(contact_id: UUID, reached: Reached, *, again: str = "", actor: "Actor") -> Contact:
    """Write down what came of a call back. Five calls that reach nobody end it.

    Args:
        contact_id: Whom one called.
        reached: Who answered.
        again: When to try again, a value of ``When``; needed when nobody was reached.
        actor: Who called.

    Raises:
        NotFound: None that the actor may know.
        DomainError: They must not be called, or nobody said when to try again.
    """
    row = selectors.get_contact(contact_id, actor=actor, is_locking=True)
    _may_call(row)
    if reached in policies.AGAIN:
        _try_again(row, again)
    else:
        row.call_at, row.call_when = None, ""
    if reached == Reached.STOP:
        row.may_call = MayCall.NEVER
        Contact.objects.along(row).update(call_at=None, call_when="", may_call=MayCall.NEVER)
    row.touched_at, row.holder_id = clock.now(), actor.user_id
    row.save()
    audit.record(Event.CONTACT_CALLED, actor=actor, target=row, detail=reached)
    return row


@transaction.atomic
def forget(contact_id: UUID, *, actor: "Actor") -> None:
    """Destroy the words of a caller who takes back their yes; the codes stay, for counting.

    Raises:
        NotFound: None that the actor may know.
    """
    row = selectors.get_contact(contact_id, actor=actor, is_locking=True)
    ContactWords.objects.filter(contact=row).delete()
    row.has_agreed, row.call_at, row.call_when = False, None, ""
    row.may_call = "" if row.may_call == MayCall.YES else row.may_call
    row.touched_at = clock.now()
    row.save()
    audit.record(Event.CONTACT_FORGOTTEN, actor=actor, target=row)


def _try_again(row: Contact, again: str) -> None:
    row.tries += 1
    if row.tries >= policies.MOST_TRIES:
        row.call_at, row.call_when = None, ""
        return
    if not again:
        raise DomainError(_("Say when to try again."))
    row.call_at, row.call_when = policies.due_at(When(again), clock.now()), again


def _may_call(row: Contact) -> None:
    answers = [one.may_call for one in selectors.around(row)]
    verdict = policies.call_back(answers, has_words=selectors.has_words(row))
    if not verdict:
        raise DomainError(verdict.reason)
