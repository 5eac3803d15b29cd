"""A message comes in, sealed by a browser or, where it could not, by the server.

Nothing a person does here leaves a row in the audit trail: that trail holds the second, and the second
beside a record of connections would tell who wrote. The message itself, with its hour, is the trace.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from korgoo.access import floods
from korgoo.helpline import policies, seals, selectors
from korgoo.helpline.enums import AnswerWay, Author, Danger, State
from korgoo.helpline.errors import Later
from korgoo.helpline.models import Attachment, Conversation, Message
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote, in clear: it lives as long as the request.

    Attributes:
        form: number of the form it was written on.
        photo: a picture made anew; empty without one.
        language, country: codes; empty leaves what the conversation has.
        way: None leaves what the conversation has.
        phone, hours, word: how to call, when, and what to say first.
    """

    form: UUID
    text: str = field(repr=False)
    danger: Danger
    photo: bytes = field(default=b"", repr=False)
    language: str = ""
    country: str = ""
    way: AnswerWay | None = None
    phone: str = field(default="", repr=False)
    hours: str = field(default="", repr=False)
    word: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A sealed message, as the platform keeps it.

    Attributes:
        place: hash of where the words lead.
        public: public half of the key behind the words, 32 bytes.
        key: number of the message, by which it is taken once.
        photo: ciphertext of a picture; empty without one.
    """

    place: str
    public: bytes
    key: UUID
    helpline_key_id: int
    to_helpline: bytes
    to_person: bytes
    photo: bytes
    danger: Danger
    language: str = ""
    country: str = ""
    way: AnswerWay | None = None


def send(note: Note, canonical: str) -> Conversation:
    """Take a message of a person whose browser could not seal.

    Raises:
        Later: Very many come in now.
        DomainError: Nobody could read it, or too much waits unread.
    """
    admit(note.danger)
    return receive(seal_note(note, canonical))


def admit(danger: Danger) -> None:
    """Count a message before anything is done with it.

    Raises:
        Later: Very many come in now. Danger has a budget of its own.
    """
    budget, most = policies.budget_of(danger)
    if not floods.within(budget, most=most):
        raise Later(
            _(
                "Very many messages come in now. Nothing you wrote is lost: wait some minutes, then"
                " send it again. If you are in danger, say so below, or call a number."
            )
        )


def seal_note(note: Note, canonical: str) -> Incoming:
    """Seal a message for a person whose browser could not; the words are forgotten with the request.

    Args:
        note: What they wrote.
        canonical: Their seven words.

    Raises:
        DomainError: Nobody could read it.
    """
    receipt = seals.receipt_of(canonical)
    place = seals.place_of(receipt.locator)
    key_id, public = _helpline_key(selectors.at_place(place))
    payload = _payload(note)
    number = seals.number_of(receipt, note.form, payload, note.photo)
    sealer = seals.Sealer(receipt.private.public, public, number, Author.PERSON)
    return Incoming(
        place=place,
        public=receipt.private.public,
        key=number,
        helpline_key_id=key_id,
        to_helpline=sealer.to_helpline(payload),
        to_person=sealer.to_person(payload),
        photo=sealer.photo(note.photo) if note.photo else b"",
        danger=note.danger,
        language=note.language,
        country=note.country,
        way=note.way,
    )


def receive(message: Incoming) -> Conversation:
    """Keep a sealed message. The same one sent again is kept once.

    Raises:
        Later: Too much waits unread.
        DomainError: Its key is of nobody who answers, or it does not fit the conversation.
    """
    reader = selectors.reader_of(message.helpline_key_id)
    if reader is None:
        raise DomainError(_("This message is sealed to somebody who does not answer here."))
    with transaction.atomic():
        conversation, _is_new = Conversation.objects.get_or_create(
            place=message.place, defaults=_beginning(message, reader)
        )
        held = Conversation.objects.select_for_update().get(pk=conversation.pk)
        if bytes(held.public) != message.public:
            raise DomainError(_("This message does not fit the seven words. Begin a new one."))
        if not held.messages.filter(key=message.key).exists():
            _add(held, message)
    return held


def _add(conversation: Conversation, message: Incoming) -> None:
    verdict = policies.write(unread=selectors.count_unread(conversation))
    if not verdict:
        raise Later(verdict.reason)
    row = Message.objects.create(
        conversation=conversation,
        key=message.key,
        author=Author.PERSON,
        at=_hour(),
        helpline_key_id=message.helpline_key_id,
        to_helpline=message.to_helpline,
        to_person=message.to_person,
        has_photo=bool(message.photo),
    )
    if message.photo:
        Attachment.objects.create(message=row, to_helpline=message.photo)
    _wake(conversation, message)


def _wake(conversation: Conversation, message: Incoming) -> None:
    """The person waits for a word again; what they say of danger now counts."""
    if conversation.state != State.TAKEN:
        conversation.state, conversation.taken_by_id = State.NEW, None
    conversation.waits_since = conversation.waits_since or _hour()
    conversation.last_at = _hour()
    conversation.danger = message.danger
    conversation.language = message.language or conversation.language
    conversation.country = message.country or conversation.country
    conversation.answer_way = message.way or conversation.answer_way
    conversation.save()


def _beginning(message: Incoming, reader: int) -> dict[str, object]:
    return {
        "public": message.public,
        "organisation_id": reader,
        "language": message.language or get_language() or "",
        "country": message.country,
        "danger": message.danger,
        "answer_way": message.way or AnswerWay.HERE,
        "opened_at": _hour(),
        "waits_since": _hour(),
        "last_at": _hour(),
    }


def _helpline_key(conversation: Conversation | None) -> tuple[int, bytes]:
    """Find the key to seal to: of whoever answers this conversation already, or of who would."""
    reader = selectors.key_of(conversation) if conversation else None
    found = reader or selectors.receiver()
    if found is None:
        raise DomainError(_("Nobody can read messages here yet. Call a number below."))
    return found.key_id, found.public


def _payload(note: Note) -> seals.Payload:
    written = {"text": note.text.strip()}
    if note.way == AnswerWay.CALL:
        written |= {"phone": note.phone, "hours": note.hours, "word": note.word}
    return written


def _hour() -> "datetime":
    return policies.to_the_hour(clock.now())
