"""What stands on the letter: in the two languages of the country that come first, or as asked for.

The person carries this paper, and others may find it: no story, no address, and none of the
cautions, which would tell a follower or an insider that they were noticed.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.countrypack import api as packs
from korgoo.lib import codes
from korgoo.lib.dates import long_day
from korgoo.referral import wording
from korgoo.referral.enums import Urgency

if TYPE_CHECKING:
    from korgoo.referral.models import Referral

LANGUAGES_ON_PAPER = 2


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter is made from.

    Args:
        referral: Sent, with its sender and receiver.
        case_code: In groups of three digits.
        name: Only when the person agreed that this receiver knows it.
        code: The person's own code, only when it was just made.
        address: Where the person can say whether help came.
        languages: Codes; empty: the two of the country that come first.
    """

    referral: "Referral"
    case_code: str
    name: str
    code: str
    address: str
    languages: tuple[str, ...] = ()


def to_data(letter: Letter) -> dict[str, Any]:
    """Turn a letter into plain data for the sheet: one column for each language."""
    languages = letter.languages or packs.current().languages[:LANGUAGES_ON_PAPER]
    columns = [_in_language(language, letter) for language in languages]
    return {
        "title": " / ".join(column["title"] for column in columns),
        "language": languages[0],
        "number": letter.referral.spoken_number,
        "code": codes.spoken(letter.code),
        "columns": columns,
    }


def _in_language(language: str, letter: Letter) -> dict[str, Any]:
    with translation.override(language):
        return _column(letter) | {"language": language}


def _column(letter: Letter) -> dict[str, Any]:
    return {
        "title": pgettext("title of the letter", "Referral for help"),
        "review": _("Wording not yet checked by a native speaker and a lawyer."),
        "number_label": _("Number of the referral"),
        "facts": _facts(letter),
        "stamp": _("Place for the stamp"),
        "signature": _("Name, position and signature"),
        "code_label": _("The person's own code: keep it to yourself"),
        "if_no_help_title": _("If help does not come"),
        "if_no_help": _if_no_help(letter),
    }


def _facts(letter: Letter) -> list[dict[str, str]]:
    row = letter.referral
    facts = [
        (_("Code of the case"), letter.case_code),
        (pgettext("of a letter", "Date"), _day(row)),
        (pgettext("of a referral", "From"), row.sender.name),
        (pgettext("of a referral", "To"), row.receiver.name),
        (_("Name of the person"), letter.name),
        (_("Kind of help"), wording.kind_name(row.kind)),
        (_("Needs"), wording.needs_words(row.needs)),
        (_("How soon"), str(Urgency(row.urgency).label)),
        (_("People who come"), str(row.people)),
        (_("Children among them"), str(row.children or "")),
        (_("Needed besides"), _besides(row)),
    ]
    return [{"name": name, "value": value} for name, value in facts if value]


def _day(row: "Referral") -> str:
    return long_day(timezone.localdate(row.sent_at))


def _besides(row: "Referral") -> str:
    found = []
    if row.needs_interpreter:
        found.append(_("an interpreter"))
    if row.needs_transport:
        found.append(pgettext("needed besides", "transport"))
    return "; ".join(found)


def _if_no_help(letter: Letter) -> list[str]:
    return [
        _("Go back to who gave you this letter, and say its number."),
        _("Or call, without saying your name: %(numbers)s.") % {"numbers": _numbers()},
        _("Say whether help came: %(address)s") % {"address": letter.address},
        _("Nobody may ask you for a statement or for money before helping you."),
    ]


def _numbers() -> str:
    """List the help lines; one that nobody has called yet says so."""
    language = translation.get_language() or packs.current().default_language
    lines = [line for line in packs.current().hotlines if line.purpose == "help"]
    return "; ".join(
        f"{line.number} ({line.name.in_language(language)})"
        if line.provenance.is_verified
        else _("%(number)s (not confirmed yet)") % {"number": line.number}
        for line in lines
    )
