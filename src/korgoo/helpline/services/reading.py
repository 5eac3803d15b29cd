"""A person comes back with seven words. What they read leaves no row but "was read"."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access import floods
from korgoo.helpline import policies, seals, selectors
from korgoo.helpline.enums import AnswerWay, Author, Danger, State
from korgoo.helpline.errors import Later
from korgoo.helpline.models import Conversation, Message
from korgoo.lib.errors import DomainError


@dataclass(frozen=True, slots=True)
class Said:
    """One message in clear, for the person alone. ``text`` is None when it does not open."""

    author: Author
    at: datetime
    text: str | None = field(repr=False)
    has_photo: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A conversation as its person sees it. ``passed_to`` is the code of a body."""

    state: State
    danger: Danger
    way: AnswerWay
    passed_to: str
    messages: tuple[Said, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class SealedMessage:
    """One message for a browser that opens it by itself."""

    key: UUID
    author: Author
    at: datetime
    sealed: bytes
    has_photo: bool


def admit(*, by_words: bool) -> None:
    """Count a try to read, right or wrong: each with words costs the server a third of a second.

    Raises:
        Later: Very many try now; a minute later it goes on.
    """
    name, most = (
        ("helpline:words", policies.WORDS_TRIED_PER_MINUTE)
        if by_words
        else ("helpline:place", policies.PLACES_TRIED_PER_MINUTE)
    )
    if not floods.within(name, most=most, per=timedelta(minutes=1)):
        raise Later(_("Very many people read now. Wait a minute, then try again."))


def try_words(canonical: str) -> Reading:
    """Open a conversation with seven words that somebody typed.

    Raises:
        DomainError: They lead nowhere, whatever the reason.
        Later: Very many try now.
    """
    admit(by_words=True)
    reading = read(canonical)
    if reading is None:
        raise DomainError(
            _(
                "Nothing lies behind these words. Look at each word and its place. What was erased"
                " is gone, and so is what was silent for half a year."
            )
        )
    return reading


def read(canonical: str) -> Reading | None:
    """Open a conversation with its seven words.

    Returns:
        None when the words lead nowhere: never used, or erased. The work is the same for both.
    """
    receipt = seals.receipt_of(canonical)
    conversation = selectors.at_place(seals.place_of(receipt.locator))
    if conversation is None:
        return None
    rows = selectors.messages_of(conversation)
    said = tuple(_open(row, conversation, receipt) for row in rows)
    _mark_read(conversation)
    return Reading(
        State(conversation.state),
        Danger(conversation.danger),
        AnswerWay(conversation.answer_way),
        conversation.passed_to,
        said,
    )


@dataclass(frozen=True, slots=True)
class SealedReading:
    """A conversation for a browser that opens it by itself. ``passed_to`` is the code of a body."""

    state: State
    danger: Danger
    passed_to: str
    messages: tuple[SealedMessage, ...]


def read_sealed(locator: bytes) -> SealedReading | None:
    """Give the messages at a place as they are; the browser opens them. None when nothing is there."""
    conversation = selectors.at_place(seals.place_of(locator))
    if conversation is None:
        return None
    rows = selectors.messages_of(conversation)
    _mark_read(conversation)
    sealed = tuple(
        SealedMessage(row.key, Author(row.author), row.at, bytes(row.to_person), row.has_photo)
        for row in rows
    )
    state, danger = State(conversation.state), Danger(conversation.danger)
    return SealedReading(state, danger, conversation.passed_to, sealed)


def _open(row: Message, conversation: Conversation, receipt: seals.Receipt) -> Said:
    info = seals.info_of(bytes(conversation.public), row.key, row.author, seals.TEXT)
    try:
        payload = seals.open_by_person(row.to_person, info=info, private=receipt.private)
    except seals.CannotOpen:
        payload = {}
    return Said(Author(row.author), row.at, payload.get("text"), row.has_photo)


def _mark_read(conversation: Conversation) -> None:
    conversation.messages.filter(author=Author.HELPLINE, was_read=False).update(was_read=True)
