"""One contact or conversation in words, without opening anything."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.casework.enums import Danger
from korgoo.desk import wording
from korgoo.desk.enums import ASKED, MayCall
from korgoo.lib import clock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from korgoo.desk.models import Contact
    from korgoo.helpline.api import ConversationCard

Row = dict[str, Any]


def contact_line(row: "Contact", names: "Mapping[int, str]") -> Row:
    """Describe a contact for a list.

    Args:
        row: The contact.
        names: Of members, by number.
    """
    return {
        "id": row.pk,
        "code": row.spoken_code,
        "at": row.at,
        "channel": row.get_channel_display(),
        "language": wording.language_name(row.language),
        "country": wording.country_name(row.country),
        "asked": asked_words(row.asked),
        "danger": row.get_danger_display(),
        "is_in_danger": row.danger == Danger.YES,
        "is_child": row.is_child,
        "outcome": row.get_outcome_display() if row.outcome else "",
        "holder": names.get(row.holder_id or 0, ""),
        "call_at": row.call_at,
        "call_when": row.get_call_when_display() if row.call_when else "",
        "is_due": row.is_due(clock.now()),
        "is_open": row.is_open,
        "is_never": row.may_call == MayCall.NEVER,
        "tries": row.tries,
    }


def conversation_line(card: "ConversationCard", names: "Mapping[int, str]") -> Row:
    """Describe a conversation without a name for a list."""
    return {
        "id": card.id,
        "danger": str(card.danger.label),
        "is_in_danger": card.danger == Danger.YES.value,
        "language": wording.language_name(card.language),
        "country": country_words(card.country),
        "since": card.waits_since or card.last_at,
        "state": str(card.state.label),
        "by": names.get(card.taken_by_id or 0, ""),
    }


def conversation_name(card: "ConversationCard") -> str:
    """Name a conversation where one is chosen: danger, language, country."""
    words = _("Messages: in danger now: %(danger)s, %(language)s, %(country)s")
    return words % {
        "danger": card.danger.label,
        "language": wording.language_name(card.language),
        "country": country_words(card.country) or _("not said"),
    }


def contact_name(row: "Contact") -> str:
    """Name a contact where one is marked: number, matter, language."""
    words = _("Contact %(number)s: %(asked)s, %(language)s")
    return words % {
        "number": row.spoken_code,
        "asked": asked_words(row.asked),
        "language": wording.language_name(row.language),
    }


def country_words(code: str) -> str:
    """Name the country that somebody without a name chose; a code outside the list is another one."""
    if code == "ZZ":
        return pgettext("country of a person", "Another country")
    return wording.country_name(code)


def asked_words(code: str) -> str:
    """Say what is asked, as the contact form says it."""
    return str(dict(ASKED).get(code, "")) if code else ""  # type: ignore[call-overload]
