"""What other missions may ask of help without a name. Plain data out, never a model."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from korgoo.helpline import selectors, services
from korgoo.helpline.enums import AnswerWay, Danger, State
from korgoo.helpline.services import OpenedMessage, erase_old

if TYPE_CHECKING:
    from collections.abc import Hashable

    from korgoo.access.actor import Actor
    from korgoo.helpline.models import Conversation

__all__ = [
    "ConversationCard",
    "OpenedMessage",
    "answer",
    "by_words",
    "conversation",
    "end",
    "erase_old",
    "hand_over",
    "link",
    "opened",
    "public_paths",
    "queue",
    "release",
    "take",
    "version",
    "waiting_count",
]


@dataclass(frozen=True, slots=True)
class ConversationCard:
    """What may be known of a conversation without opening it. Times are kept to the hour.

    Attributes:
        country: ISO 3166 code, ZZ for another one; empty when not said.
        taken_by_id: the member who answers, or who answered last.
        waits_since: None when nobody waits.
        passed_to: code of a body; empty unless passed on.
    """

    id: UUID
    language: str
    country: str
    danger: Danger
    answer_way: AnswerWay
    state: State
    taken_by_id: int | None
    opened_at: datetime
    waits_since: datetime | None
    last_at: datetime
    passed_to: str


def queue(*, actor: "Actor") -> list[ConversationCard]:
    """List open conversations: danger first, then who waits longest. Empty for who does not answer."""
    return [_card(row) for row in selectors.list_queue(actor=actor)]


def waiting_count(*, actor: "Actor") -> int:
    """Count conversations in which a person waits; 0 for who does not answer."""
    return selectors.count_waiting(actor=actor)


def conversation(conversation_id: UUID, *, actor: "Actor") -> ConversationCard:
    """Describe one conversation; nothing is opened.

    Raises:
        NotFound: None that the actor may know.
    """
    return _card(selectors.get_conversation(conversation_id, actor=actor))


def by_words(typed: str, *, actor: "Actor") -> ConversationCard:
    """Find a conversation by the seven words that its person reads out on the telephone.

    They open nothing here, and are kept nowhere.

    Raises:
        NotFound: No such words, or no conversation of the actor's organisation.
    """
    return _card(services.find_by_words(typed, actor=actor))


def release(conversation_id: UUID, *, actor: "Actor") -> None:
    """Give a conversation back to the queue, for whoever comes next.

    Raises:
        NotFound: None that the actor may know.
        DomainError: The actor does not answer it.
    """
    services.release(conversation_id, actor=actor)


def opened(conversation_id: UUID, *, actor: "Actor") -> tuple[OpenedMessage, ...]:
    """Open the messages, as to turn them into a case; this leaves an audit row.

    Raises:
        NotFound: None that the actor may know.
        Locked: The session is locked.
        Forbidden: The member holds no key.
    """
    return services.open_messages(conversation_id, actor=actor)


def take(conversation_id: UUID, *, actor: "Actor") -> ConversationCard:
    """Say that the actor answers now.

    Raises:
        NotFound: None that the actor may know.
        DomainError: A colleague answers it, or it is over.
    """
    return _card(services.take(conversation_id, actor=actor))


def answer(conversation_id: UUID, text: str, *, actor: "Actor") -> None:
    """Write to the person, sealed to their seven words.

    Raises:
        NotFound: None that the actor may know.
        DomainError: A colleague answers it, or it is over.
    """
    services.answer(conversation_id, text, actor=actor)


def end(conversation_id: UUID, *, actor: "Actor") -> None:
    """End a conversation.

    Raises:
        NotFound: None that the actor may know.
        DomainError: A colleague answers it, or it is over.
    """
    services.end(conversation_id, actor=actor)


def hand_over(conversation_id: UUID, *, to_id: int, actor: "Actor") -> None:
    """Give a conversation to a colleague.

    Raises:
        NotFound: None that the actor may know.
        DomainError: A colleague answers it, it is over, or ``to_id`` is nobody here.
    """
    services.hand_over(conversation_id, to_id=to_id, actor=actor)


def link(conversation_id: UUID, *, to: str, actor: "Actor") -> ConversationCard:
    """Leave a trace that a contact belongs to a conversation; the contact keeps the number.

    Args:
        conversation_id: One that the actor may know.
        to: Label of the contact as ``audit.label`` writes it.
        actor: Who joins them.

    Raises:
        NotFound: None that the actor may know.
    """
    services.link(conversation_id, to=to, actor=actor)
    return conversation(conversation_id, actor=actor)


def public_paths() -> list[str]:
    """List the addresses of pages that are the same for everybody, in every language.

    The others hold words of a code, or answer a form: they are never kept or copied.
    """
    found = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found.append(reverse("helpline_public:start"))
    return found


def version() -> "Hashable":
    """Tell what the pages for everybody are drawn from: whether anybody can answer, and who."""
    receiver = selectors.receiver()
    return (receiver.key_id, receiver.name) if receiver else None


def _card(row: "Conversation") -> ConversationCard:
    return ConversationCard(
        id=row.pk,
        language=row.language,
        country=row.country,
        danger=Danger(row.danger),
        answer_way=AnswerWay(row.answer_way),
        state=State(row.state),
        taken_by_id=row.taken_by_id,
        opened_at=row.opened_at,
        waits_since=row.waits_since,
        last_at=row.last_at,
        passed_to=row.passed_to,
    )
