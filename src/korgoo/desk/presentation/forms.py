from contextlib import suppress
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korgoo.desk import selectors, wording
from korgoo.desk.enums import Channel
from korgoo.desk.forms import ContactForm, JoinForm, as_typed
from korgoo.desk.presentation.lines import Row, conversation_name
from korgoo.helpline import api as helpline
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from django.http import QueryDict

    from korgoo.access.actor import Actor

LOOK = "look"


def new_form(typed: "QueryDict", asked: "QueryDict", *, actor: "Actor") -> ContactForm:
    """Make the contact form: sent, looked something up with, or empty with what is known already.

    Args:
        typed: What came by POST.
        asked: What the address says: danger, a contact of the same person, a conversation.
        actor: Who takes the contact; what they may not know fills in nothing.
    """
    if LOOK in typed:
        shown = as_typed(ContactForm, typed)
        assert isinstance(shown, ContactForm)  # noqa: S101 - it makes what it was given
        return shown
    if typed:
        return ContactForm(typed)
    return ContactForm(initial=_known(asked, actor))


def first_steps(form: ContactForm) -> Row:
    """Say what to do first when there is danger, whatever else the form says."""
    is_danger = str(form["danger"].value() or "") == "yes"
    place = str(form["destination"].value() or "")
    return {
        "is_danger": is_danger,
        "danger_lines": wording.danger_lines(place) if is_danger else wording.home_lines(),
    }


def join_form(typed: "QueryDict | None", *, actor: "Actor") -> JoinForm:
    """Make the form that joins contacts of one person, with open conversations to choose from."""
    choices = [(str(card.id), conversation_name(card)) for card in helpline.queue(actor=actor)]
    return JoinForm(typed, conversations=choices)


def _known(asked: "QueryDict", actor: "Actor") -> dict[str, Any]:
    known: dict[str, Any] = {"channel": Channel.PHONE}
    if asked.get("danger") == "yes":
        known["danger"] = "yes"
    if number := _number(asked.get("beside")):
        known |= _of_contact(number, actor)
    if number := _number(asked.get("conversation")):
        known |= _of_conversation(number, actor)
    return known


def _of_contact(number: UUID, actor: "Actor") -> dict[str, Any]:
    with suppress(NotFound):
        row = selectors.get_contact(number, actor=actor)
        names = ("language", "country", "region", "destination", "sex", "age_band", "is_child")
        return {name: getattr(row, name) for name in names} | {"beside": row.pk}
    return {}


def _of_conversation(number: UUID, actor: "Actor") -> dict[str, Any]:
    with suppress(NotFound):
        card = helpline.conversation(number, actor=actor)
        country = card.country if card.country != "ZZ" else ""
        return {
            "channel": Channel.WEB,
            "language": card.language,
            "danger": card.danger.value,
            "country": country,
            "conversation": card.id,
        }
    return {}


def _number(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
