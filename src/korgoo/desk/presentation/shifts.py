from typing import TYPE_CHECKING, Any
from uuid import UUID

from korgoo.access import api as access
from korgoo.desk import selectors, services
from korgoo.desk.forms import HandOverForm
from korgoo.desk.presentation.lines import (
    Row,
    contact_line,
    contact_name,
    conversation_line,
    conversation_name,
)
from korgoo.helpline import api as helpline
from korgoo.helpline.enums import State

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.desk.services import Left

CONTACT, CONVERSATION = "contact", "messages"


def hand_over_page(typed: Any, *, actor: "Actor") -> Row:
    """Gather what the actor looks after, in a form that hands it over."""
    contacts = selectors.own_unfinished(actor=actor)
    cards = [
        card
        for card in helpline.queue(actor=actor)
        if card.state == State.TAKEN and card.taken_by_id == actor.user_id
    ]
    things = [(f"{CONVERSATION}_{card.id.hex}", conversation_name(card)) for card in cards]
    things += [(f"{CONTACT}_{row.pk.hex}", contact_name(row)) for row in contacts]
    colleagues = selectors.colleagues(actor=actor)
    form = HandOverForm(typed, colleagues=colleagues, things=things)
    return {"form": form, "things": [key for key, _name in things]}


def left(form: HandOverForm) -> "list[Left]":
    """Say what a filled form hands over."""
    return [_thing(key, note) for key, note in form.marked()]


def handover_page(handover_id: UUID, *, actor: "Actor") -> Row:
    """Describe what was left, without opening it."""
    row = selectors.get_handover(handover_id, actor=actor)
    return {
        "id": row.pk,
        "at": row.at,
        "by": access.member_name(row.from_id),
        "is_taken": row.is_taken,
        "taken_by": access.member_name(row.taken_by_id) if row.taken_by_id else "",
        "is_mine": row.from_id == actor.user_id,
    }


def opened_handover(handover_id: UUID, *, actor: "Actor") -> list[Row]:
    """Open the words to what was left; this leaves an audit row."""
    known = {card.id: card for card in helpline.queue(actor=actor)}
    lines = []
    for item in services.open_handover(handover_id, actor=actor):
        card = known.get(item.conversation_id) if item.conversation_id else None
        lines.append(
            {
                "note": item.note,
                "contact": contact_line(item.contact, {}) if item.contact else None,
                "conversation": conversation_line(card, {}) if card else None,
            }
        )
    return lines


def _thing(key: str, note: str) -> "Left":
    kind, _line, number = key.partition("_")
    if kind == CONTACT:
        return services.Left(contact_id=UUID(number), note=note)
    return services.Left(conversation_id=UUID(number), note=note)
