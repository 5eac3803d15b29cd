from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import pgettext

from korgoo.access import api as access
from korgoo.casework import api as casework
from korgoo.desk import policies, selectors, services, wording
from korgoo.desk.presentation.lines import Row, contact_line, conversation_line
from korgoo.helpline import api as helpline
from korgoo.lib.errors import NotFound
from korgoo.rights import api as rights

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.desk.models import Contact


def contact_page(contact_id: UUID, *, actor: "Actor") -> Row:
    """Describe a contact: its codes, what belongs to it, and what may be done. Nothing is opened."""
    row = selectors.get_contact(contact_id, actor=actor)
    person = selectors.around(row)
    names = access.member_names({one.holder_id for one in person} | {one.by_id for one in person})
    case_id = next((one.case_id for one in person if one.case_id), None)
    has_words = selectors.has_words(row)
    may_call = policies.call_back([one.may_call for one in person], has_words=has_words)
    return contact_line(row, names) | {
        "by": names.get(row.by_id, ""),
        "language_code": row.language,
        "ending": {"outcome": row.outcome, "cards": row.cards, "passed_to": row.passed_to},
        "noise": row.get_noise_display() if row.noise else "",
        "facts": _facts(row),
        "has_words": has_words,
        "may_call": bool(may_call),
        "why_not": str(may_call.reason),
        "is_mine": row.holder_id == actor.user_id,
        "others": [contact_line(one, names) for one in person if one.pk != row.pk],
        "conversation": _conversation(row, actor),
        "cards": [one for key in row.cards if (one := _card_title(key))],
        "passed_to": wording.body_name(row.passed_to),
        "case": _case(case_id, actor),
    }


def call_page(contact_id: UUID, *, actor: "Actor") -> Row:
    """Open how to call a person; this leaves an audit row."""
    opened = services.open_for_call(contact_id, actor=actor)
    return {name: str(opened.get(name, "")) for name in ("nickname", "phone", "hours", "word")}


def case_page(contact_id: UUID, *, actor: "Actor") -> Row:
    """Describe what would go into a case; nothing is opened."""
    about = contact_page(contact_id, actor=actor)
    row = selectors.get_contact(contact_id, actor=actor)
    person = selectors.around(row)
    return about | {
        "keeps_words": any(selectors.has_words(one) for one in person),
        "has_conversation": any(one.conversation_id for one in person),
    }


def pass_on_page(contact_id: UUID, *, actor: "Actor") -> Row:
    """List to whom a caller can be sent, those where they are first."""
    row = selectors.get_contact(contact_id, actor=actor)
    return contact_page(contact_id, actor=actor) | {"bodies": wording.bodies(row.destination)}


def _facts(row: "Contact") -> list[Row]:
    facts = [
        (pgettext("fact", "Who calls"), row.get_caller_display() if row.caller else ""),
        (pgettext("fact", "Where"), wording.country_name(row.country)),
        (pgettext("fact", "Region"), wording.region_name(row.region)),
        (pgettext("fact", "Works in, or wants to"), wording.destination_name(row.destination)),
        (pgettext("fact", "Sex"), row.get_sex_display() if row.sex != "unknown" else ""),
        (pgettext("fact", "Age"), row.get_age_band_display() if row.age_band != "unknown" else ""),
        (pgettext("fact", "Heard of us from"), row.campaign),
    ]
    return [{"name": name, "value": value} for name, value in facts if value]


def _conversation(row: "Contact", actor: "Actor") -> Row | None:
    if row.conversation_id is None:
        return None
    with suppress(NotFound):
        card = helpline.conversation(row.conversation_id, actor=actor)
        return conversation_line(card, access.member_names([card.taken_by_id]))
    return None


def _card_title(key: str) -> str:
    with suppress(NotFound):
        return rights.statement(key, wording.reader()).title
    return ""


def _case(case_id: UUID | None, actor: "Actor") -> Row | None:
    """Name the case; whoever may not know it learns only that there is one."""
    if case_id is None:
        return None
    is_known = case_id in casework.known_among([case_id], actor=actor)
    return {"id": case_id if is_known else None}
