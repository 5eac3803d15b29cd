"""Those who answer open what was sealed to their organisation; each opening leaves an audit row."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.helpline import seals, selectors
from korgoo.helpline.enums import Author
from korgoo.lib import uploads

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.helpline.models import Conversation, Message


@dataclass(frozen=True, slots=True)
class OpenedMessage:
    """One message in clear, for those who answer.

    Attributes:
        text: None when it does not open: a browser may have sealed anything.
        phone, hours, word: how to call, when, and what to say first; empty when it may not be done.
        by: name of the colleague who wrote it; empty for the person.
    """

    key: UUID
    author: Author
    at: datetime
    text: str | None = field(repr=False)
    has_photo: bool
    phone: str = field(default="", repr=False)
    hours: str = field(default="", repr=False)
    word: str = field(default="", repr=False)
    by_id: int | None = None


@transaction.atomic
def open_messages(conversation_id: UUID, *, actor: "Actor") -> tuple[OpenedMessage, ...]:
    """Open all messages of a conversation, the first one first.

    Raises:
        NotFound: None that the actor may know.
        Locked: The session is locked.
        Forbidden: This member holds no key.
    """
    conversation = selectors.get_conversation(conversation_id, actor=actor)
    rows = selectors.messages_of(conversation)
    opened = tuple(_open(row, conversation, actor) for row in rows)
    conversation.messages.filter(author=Author.PERSON, was_read=False).update(was_read=True)
    audit.record(Event.HELP_OPENED, actor=actor, target=conversation)
    return opened


@transaction.atomic
def open_photo(conversation_id: UUID, key: UUID, *, actor: "Actor") -> uploads.Paper:
    """Open a picture and make it anew in memory: a browser may have sealed anything.

    Args:
        conversation_id: Of the conversation.
        key: Number of the message with which it came.
        actor: Who looks.

    Raises:
        NotFound: No such picture.
        CannotTake: It is no picture, or does not open.
    """
    conversation = selectors.get_conversation(conversation_id, actor=actor)
    row = selectors.get_photo(conversation, key)
    info = seals.info_of(bytes(conversation.public), row.key, row.author, seals.PHOTO)
    made = uploads.clean(_picture(row, info, actor))
    if not made.is_picture:
        raise uploads.CannotTake(_("This is no picture."))
    audit.record(Event.HELP_PHOTO_OPENED, actor=actor, target=conversation)
    return made


def _open(row: "Message", conversation: "Conversation", actor: "Actor") -> OpenedMessage:
    info = seals.info_of(bytes(conversation.public), row.key, row.author, seals.TEXT)
    payload = _payload(row, info, actor)
    return OpenedMessage(
        row.key,
        Author(row.author),
        row.at,
        payload.get("text"),
        row.has_photo,
        payload.get("phone", ""),
        payload.get("hours", ""),
        payload.get("word", ""),
        row.by_id,
    )


def _picture(row: "Message", info: bytes, actor: "Actor") -> bytes:
    sealed = row.attachment.to_helpline
    try:
        return seals.open_by_helpline(sealed, key_id=row.helpline_key_id, info=info, actor=actor)
    except seals.CannotOpen:
        raise uploads.CannotTake(
            _("This picture does not open: it was not sealed as it should be.")
        ) from None


def _payload(row: "Message", info: bytes, actor: "Actor") -> seals.Payload:
    """Open one message. One that does not fit its seal must not hide the others."""
    try:
        plain = seals.open_by_helpline(
            row.to_helpline, key_id=row.helpline_key_id, info=info, actor=actor
        )
        return seals.read(plain)
    except seals.CannotOpen:
        return {}
