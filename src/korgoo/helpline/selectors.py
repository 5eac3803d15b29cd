from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import keyring, policy
from korgoo.access.enums import Permission
from korgoo.access.models import OrganisationKey
from korgoo.countrypack import api as packs
from korgoo.helpline.enums import Author
from korgoo.helpline.models import Conversation, Message
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

MOST_SHOWN = 200


def bodies_that_answer() -> list[str]:
    """List the codes of bodies that may answer, those that this installation names first."""
    door = packs.current().public_door
    return [*settings.HELP_GOES_TO, *(door.help_goes_to if door else ())]


def receiver() -> access.Answering | None:
    """Find who answers help without a name today; None when nobody could read it."""
    return access.answering(bodies_that_answer())


def reader_of(key_id: int) -> int | None:
    """Say whose key this is, among the bodies that may answer.

    A message that waited on a telephone without a network may be sealed to an earlier key of theirs.
    """
    rows = OrganisationKey.objects.filter(pk=key_id, organisation__code__in=bodies_that_answer())
    return rows.values_list("organisation_id", flat=True).first()


def at_place(place: str) -> Conversation | None:
    """Find the conversation to which a person's words lead."""
    return Conversation.objects.filter(place=place).first()


def messages_of(conversation: Conversation) -> list[Message]:
    """List the messages of a conversation, the first one first."""
    return list(conversation.messages.all())


def count_unread(conversation: Conversation) -> int:
    """Count what the person wrote and nobody has read."""
    return conversation.messages.filter(author=Author.PERSON, was_read=False).count()


def get_conversation(
    conversation_id: UUID, *, actor: "Actor", is_locking: bool = False
) -> Conversation:
    """Fetch a conversation that the actor's organisation answers.

    Args:
        conversation_id: Its number.
        actor: Who asks.
        is_locking: Hold it until the transaction ends.

    Raises:
        NotFound: None that the actor may know.
    """
    rows = Conversation.objects.select_for_update() if is_locking else Conversation.objects.all()
    found = rows.of(actor.organisation_id).filter(pk=conversation_id).first()
    if found is None or not policy.may_enter(actor, Permission.HELP_ANSWER):
        raise NotFound(_("We found no such conversation."))
    return found


def by_place(place: str, *, actor: "Actor") -> Conversation:
    """Find a conversation of the actor's organisation by the place to which its words lead.

    Raises:
        NotFound: None that the actor may know.
    """
    found = Conversation.objects.of(actor.organisation_id).filter(place=place).first()
    if found is None or not policy.may_enter(actor, Permission.HELP_ANSWER):
        raise NotFound(_("Nothing of ours lies behind these words. Ask for them once more."))
    return found


def list_queue(*, actor: "Actor") -> list[Conversation]:
    """List the open conversations of the actor's organisation: danger first, then who waits longest."""
    if not policy.may_enter(actor, Permission.HELP_ANSWER):
        return []
    rows = Conversation.objects.of(actor.organisation_id).open().by_urgency()
    return list(rows[:MOST_SHOWN])


def count_waiting(*, actor: "Actor") -> int:
    """Count the conversations in which a person waits; 0 for who does not answer."""
    if not policy.may_enter(actor, Permission.HELP_ANSWER):
        return 0
    return Conversation.objects.of(actor.organisation_id).waiting().count()


def get_photo(conversation: Conversation, key: UUID) -> Message:
    """Fetch a message that came with a picture.

    Raises:
        NotFound: No such message, or none with a picture.
    """
    rows = conversation.messages.filter(key=key, has_photo=True).select_related("attachment")
    found = rows.first()
    if found is None:
        raise NotFound(_("We found no such picture."))
    return found


def key_of(conversation: Conversation) -> keyring.Reader | None:
    """Find the present key of whoever answers a conversation."""
    organisation_id = conversation.organisation_id
    return keyring.readers({organisation_id}).get(organisation_id)
