"""A contact becomes a case. What the caller said goes along only by their yes."""

from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.casework import api as casework
from korgoo.casework.enums import Channel as CaseChannel
from korgoo.casework.enums import Danger, Matter
from korgoo.desk import policies, selectors
from korgoo.desk.enums import Channel, Outcome
from korgoo.desk.models import Contact, ContactWords
from korgoo.desk.services import calling
from korgoo.helpline import api as helpline
from korgoo.helpline.enums import OPEN
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.helpline.api import ConversationCard

CHANNELS = {
    Channel.PHONE: CaseChannel.PHONE,
    Channel.MESSENGER: CaseChannel.MESSAGE,
    Channel.WALK_IN: CaseChannel.IN_PERSON,
    Channel.WEB: CaseChannel.MESSAGE,
    Channel.CONSUL: CaseChannel.CONSULATE,
    Channel.OTHER: CaseChannel.OTHER_BODY,
}


@transaction.atomic
def open_case(
    contact_id: UUID, *, words_may_go: bool, ends_conversation: bool = False, actor: "Actor"
) -> UUID:
    """Open a case for the person of a contact. Who has no name stays without one.

    Args:
        contact_id: The contact.
        words_may_go: The caller said yes to it: what they told is sealed into the case, and is
            no longer kept here. Otherwise only codes go.
        ends_conversation: Their messages without a name end here.
        actor: Who opens it; their organisation owns the case.

    Returns:
        The number of the case.

    Raises:
        NotFound: None that the actor may know.
        DomainError: A case was opened already, or a colleague answers the messages.
    """
    row = selectors.get_contact(contact_id, actor=actor, is_locking=True)
    person = selectors.around(row)
    has_case = any(one.case_id for one in person)
    verdict = policies.open_case(is_noise=bool(row.noise), has_case=has_case)
    if not verdict:
        raise DomainError(verdict.reason)
    words = _take_words(person, actor) if words_may_go else {}
    case_id = casework.open_from_contact(_first(row, words), actor=actor)
    _remember(row, case_id)
    if ends_conversation:
        _end_conversations(person, actor)
    detail = "words" if words_may_go else "codes"
    audit.record(Event.CONTACT_BECAME_CASE, actor=actor, target=row, detail=detail)
    return case_id


def _first(row: Contact, words: dict[str, str]) -> casework.FirstContact:
    coded = {
        name: getattr(row, name) for name in ("caller", "sex", "age_band", "country", "region")
    }
    if row.is_child and policies.is_child(is_marked=False, age_band=row.age_band) is False:
        coded["age_band"] = "doubt"  # in doubt a person is a child
    return casework.FirstContact(
        channel=CHANNELS[Channel(row.channel)],
        language=row.language,
        danger=Danger(row.danger),
        matter=Matter(row.asked),
        coded=coded,
        identity={"name": words.get("nickname", "")},
        contact={
            "phone": words.get("phone", ""),
            "safe_hours": words.get("hours", ""),
            "safe_word": words.get("word", ""),
        },
        note=words.get("note", ""),
    )


def _take_words(person: list[Contact], actor: "Actor") -> dict[str, str]:
    """Open what all contacts and messages of one person say, and keep it here no longer."""
    told: dict[str, str] = {}
    notes: list[str] = []
    for one in reversed(person):
        if selectors.has_words(one):
            opened = calling.open_words(one.pk, actor=actor)
            notes.append(opened.pop("note", ""))
            told |= {name: text for name, text in opened.items() if text}
    ContactWords.objects.filter(contact__in=person).delete()
    Contact.objects.filter(pk__in=[one.pk for one in person]).update(call_at=None, call_when="")
    notes += [text for card in _conversations(person, actor) for text in _said(card, actor)]
    return told | {"note": "\n\n".join(note for note in notes if note)}


def _said(card: "ConversationCard", actor: "Actor") -> list[str]:
    opened = helpline.opened(card.id, actor=actor)
    return [message.text for message in opened if message.text and message.by_id is None]


def _conversations(person: list[Contact], actor: "Actor") -> "list[ConversationCard]":
    numbers = dict.fromkeys(one.conversation_id for one in person if one.conversation_id)
    cards = []
    for number in numbers:
        with suppress(NotFound):  # its person erased it, or its time was over
            cards.append(helpline.conversation(number, actor=actor))
    return cards


def _end_conversations(person: list[Contact], actor: "Actor") -> None:
    for card in _conversations(person, actor):
        if card.state in OPEN:
            helpline.end(card.id, actor=actor)


def _remember(row: Contact, case_id: UUID) -> None:
    row.refresh_from_db()
    row.case_id, row.touched_at = case_id, clock.now()
    row.outcome = row.outcome or Outcome.REFERRED
    row.save(update_fields=["case_id", "outcome", "touched_at"])
