"""What the pages of help without a name show."""

from base64 import b64encode
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language

from korgoo.access import api as access
from korgoo.helpline import api, selectors, services, tickets, wording
from korgoo.helpline.enums import AnswerWay, Author, Danger, State
from korgoo.lib import word_codes
from korgoo.lib.fields import upload_field

if TYPE_CHECKING:
    from uuid import UUID

    from korgoo.access.actor import Actor
    from korgoo.helpline.forms import MessageForm, WordsForm
    from korgoo.helpline.services import OpenedMessage, Reading, SealedReading

Row = dict[str, Any]
PICTURES = "image/jpeg,image/png,image/webp"
TONES = {
    State.NEW: "waiting",
    State.TAKEN: "active",
    State.ANSWERED: "good",
    State.ENDED: "closed",
    State.PASSED_ON: "closed",
    State.SPAM: "closed",
}


def start_page() -> Row:
    """Say who answers; nobody when no body has a key."""
    receiver = selectors.receiver()
    return {"receiver": receiver.name if receiver else ""}


def write_page(form: "MessageForm") -> Row:
    """Give a form with the seven words that its sender is to write down."""
    code = form.code or word_codes.new_code(get_language() or "").canonical
    return form_parts(form, code) | key_parts()


def key_parts() -> Row:
    """Give who answers, and the key to which a browser may seal; empty when nobody does."""
    receiver = selectors.receiver()
    return {
        "receiver": receiver.name if receiver else "",
        "key": receiver.public.hex() if receiver else "",
        "key_id": receiver.key_id if receiver else "",
    }


def words_page(form: "WordsForm", again: "MessageForm") -> Row:
    """Give the page that asks for seven words; a browser that opens by itself shows all on it."""
    words = {"form": form, "again": again, "upload": upload_field(again, "photo", accept=PICTURES)}
    # Words that were sent to the server once stay there: the page then goes on as it was.
    return words | (
        key_parts() if not form.is_bound else {"receiver": "", "key": "", "key_id": ""}
    )


def form_parts(form: "MessageForm", code: str) -> Row:
    """Give what the page of a form carries through: words, number, and when it was shown."""
    shown = str(form.data.get("shown", ""))
    return {
        "form": form,
        "code": code,
        "words": code.split(),
        "number": form.number,
        "shown": shown if tickets.read(shown) else tickets.new(),
        "upload": upload_field(form, "photo", accept=PICTURES),
    }


def read_page(reading: "Reading", form: "MessageForm", code: str) -> Row:
    """Give a conversation as its person sees it, and a form to write again."""
    receiver = selectors.receiver()
    return form_parts(form, code) | {
        "said": reading.messages,
        "persons": Author.PERSON,
        "is_refused": reading.state == State.SPAM,
        "passed_to": wording.body_name(reading.passed_to),
        "is_in_danger": reading.danger == Danger.YES,
        "can_write": receiver is not None,
    }


def sealed_conversation(reading: "SealedReading") -> Row:
    """Give a conversation to a browser that opens it: ciphertext, hours in words, what became of it."""
    return {
        "is_refused": reading.state == State.SPAM,
        "is_in_danger": reading.danger == Danger.YES,
        "passed_to": wording.body_name(reading.passed_to),
        "messages": [
            {
                "key": str(message.key),
                "author": message.author,
                "at": wording.hour(message.at),
                "sealed": b64encode(message.sealed).decode(),
                "has_photo": message.has_photo,
            }
            for message in reading.messages
        ],
    }


def queue_lines(*, actor: "Actor") -> list[Row]:
    """List what waits, in words; nothing is opened."""
    cards = api.queue(actor=actor)
    names = access.member_names(card.taken_by_id for card in cards)
    return [line(card) | {"by": names.get(card.taken_by_id or 0, "")} for card in cards]


def line(card: api.ConversationCard) -> Row:
    """Describe a conversation in words, for the queue and for the head of its page."""
    return {
        "id": card.id,
        "urgency": str(wording.URGENCY[card.danger]),
        "is_in_danger": card.danger == Danger.YES,
        "language": wording.language_name(card.language),
        "country": wording.country_name(card.country),
        "way": str(card.answer_way.label),
        "wants_no_answer": card.answer_way == AnswerWay.NONE,
        "may_be_called": card.answer_way == AnswerWay.CALL,
        "state": str(card.state.label),
        "tone": TONES[card.state],
        "is_waiting": card.waits_since is not None,
        "is_open": card.state in {State.NEW, State.TAKEN, State.ANSWERED},
        "since": card.waits_since or card.last_at,
        "passed_to": wording.body_name(card.passed_to),
    }


def conversation_page(conversation_id: "UUID", *, actor: "Actor") -> Row:
    """Describe a conversation without opening it, and what may be done with it."""
    card = api.conversation(conversation_id, actor=actor)
    others = [pair for pair in access.list_colleagues(actor=actor) if pair[0] != actor.user_id]
    return line(card) | {
        "by": access.member_name(card.taken_by_id) if card.taken_by_id else "",
        "is_taken": card.state == State.TAKEN,
        "is_mine": card.state == State.TAKEN and card.taken_by_id == actor.user_id,
        "is_anothers": card.state == State.TAKEN and card.taken_by_id != actor.user_id,
        "colleagues": others,
    }


def opened_messages(conversation_id: "UUID", *, actor: "Actor") -> list[Row]:
    """Open the messages; each opening leaves an audit row."""
    opened = services.open_messages(conversation_id, actor=actor)
    names = access.member_names(message.by_id for message in opened)
    return [_message(message, names) for message in opened]


def _message(message: "OpenedMessage", names: dict[int, str]) -> Row:
    return {
        "key": message.key,
        "at": message.at,
        "is_persons": message.author == Author.PERSON,
        "by": names.get(message.by_id or 0, ""),
        "text": message.text,
        "has_photo": message.has_photo,
        "phone": message.phone,
        "hours": message.hours,
        "word": message.word,
    }
