from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.desk.models import Contact, ContactWords
from korgoo.lib import codes
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

MOST_SHOWN = 100


def get_contact(contact_id: UUID, *, actor: "Actor", is_locking: bool = False) -> Contact:
    """Fetch a contact that the actor's organisation took.

    Args:
        contact_id: Its number.
        actor: Who asks.
        is_locking: Hold it until the transaction ends.

    Raises:
        NotFound: None that the actor may know.
    """
    rows = Contact.objects.select_for_update() if is_locking else Contact.objects.all()
    found = rows.of(actor.organisation_id).filter(pk=contact_id).first()
    if found is None or not policy.may_enter(actor, Permission.CONTACT_READ):
        raise NotFound(_("We found no such contact."))
    return found


def by_code(text: str, *, actor: "Actor") -> Contact:
    """Find an own contact by the number that was read out.

    Raises:
        NotFound: No own contact has it, or a digit is wrong.
    """
    code = codes.parse(text)
    found = None
    if code and policy.may_enter(actor, Permission.CONTACT_READ):
        found = Contact.objects.of(actor.organisation_id).real().filter(code=code).first()
    if found is None:
        raise NotFound(_("We found no contact with this number. Look at each digit."))
    return found


def list_to_call(*, actor: "Actor") -> list[Contact]:
    """List whom the actor's organisation is to call back, who waits longest first."""
    if not policy.may_enter(actor, Permission.CONTACT_READ):
        return []
    return list(Contact.objects.of(actor.organisation_id).to_call()[:MOST_SHOWN])


def list_unfinished(*, actor: "Actor") -> list[Contact]:
    """List contacts without an outcome and without a planned call, the newest first."""
    if not policy.may_enter(actor, Permission.CONTACT_READ):
        return []
    rows = (
        Contact.objects.of(actor.organisation_id).real().filter(outcome="", call_at__isnull=True)
    )
    return list(rows.order_by("-at", "pk")[:MOST_SHOWN])


def around(contact: Contact) -> list[Contact]:
    """List the contacts of one person, the newest first, the given one too."""
    return list(Contact.objects.along(contact).order_by("-at", "pk"))


def joined_to(conversation_id: UUID, *, actor: "Actor") -> Contact | None:
    """Find the newest own contact that belongs to a conversation without a name."""
    rows = Contact.objects.of(actor.organisation_id).filter(conversation_id=conversation_id)
    return rows.order_by("-at", "pk").first()


def words_of(contact: Contact) -> ContactWords | None:
    """Give the sealed words of a contact; None when none are kept."""
    return ContactWords.objects.filter(contact=contact).first()


def has_words(contact: Contact) -> bool:
    """Tell whether words of a contact are kept."""
    return ContactWords.objects.filter(contact=contact).exists()
