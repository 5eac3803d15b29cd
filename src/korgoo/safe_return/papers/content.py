"""What stands on the papers of a return.

Others may find them: numbers, no name, no place, no word of what happened to the person.
"""

from typing import TYPE_CHECKING, Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.lib.dates import long_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from korgoo.safe_return.models import Package, ReturnPlan

Column = dict[str, Any]
Languages = tuple[str, ...]
LANGUAGES_ON_PAPER = 3
ABROAD = "+"


def receipt(plan: "ReturnPlan", languages: Languages = ()) -> dict[str, Any]:
    """Give the words of the receipt that both sides sign when the person is met."""
    return _columns(_receipt, languages) | {"number": plan.spoken_number}


def recall(package: "Package", languages: Languages = ()) -> dict[str, Any]:
    """Give the words of the letter that tells a partner to use a package no more."""
    return _columns(lambda: _recall(package), languages) | {"number": package.spoken_number}


def card(plan: "ReturnPlan", language: str) -> dict[str, Any]:
    """Give the words of the pocket card in the person's language, if the platform speaks it."""
    pack = packs.current()
    chosen = language if language in pack.languages else pack.default_language
    with translation.override(chosen):
        return _card(chosen) | {"language": chosen, "number": plan.spoken_number}


def _columns(write: "Callable[[], Column]", languages: Languages) -> dict[str, Any]:
    columns = []
    for language in languages or packs.current().languages[:LANGUAGES_ON_PAPER]:
        with translation.override(language):
            columns.append(write() | {"language": language, "review": _review()})
    return {
        "title": columns[0]["title"],
        "language": columns[0]["language"],
        "columns": columns,
    }


def _review() -> str:
    return _("Wording not yet checked by a native speaker and a lawyer.")


def _receipt() -> Column:
    return {
        "title": _("Receipt of a handover"),
        "number_label": _("Number of the journey"),
        "text": _(
            "A person who travels under this number was met, is well as far as can be seen, "
            "and knows whom to ask for help. This paper carries no name on purpose."
        ),
        "lines": [
            _("Day and hour"),
            _("Handed over by: name, position, signature"),
            pgettext("on the receipt", "Met by: name, position, signature"),
            _("The person: signature or mark, only if they want to"),
        ],
        "stamp": _("Place for the stamp"),
        "after": _(
            "One copy stays with who met the person; the other, or the number by telephone, goes "
            "back to who sent them."
        ),
    }


def _recall(package: "Package") -> Column:
    when = package.stopped_at or clock.now()
    return {
        "title": _("Please use this package no more"),
        "number_label": _("Number of the package"),
        "facts": [
            {"name": pgettext("of a letter", "Date"), "value": long_day(timezone.localdate(when))},
            {"name": pgettext("of a referral", "From"), "value": package.sender.name},
            {
                "name": pgettext("of a referral", "To"),
                "value": package.key.partner.organisation.name,
            },
        ],
        "text": _("The person whom this package is about does not agree to its use any more."),
        "lines": [
            _("Use nothing of it from now on, and pass nothing of it on."),
            _("Destroy the file and what was printed or copied from it."),
            _("Tell those to whom you passed something of it."),
            _("Say back by telephone that this was done. Do not say what the package was about."),
        ],
        "stamp": _("Place for the stamp"),
        "signature": _("Name, position and signature"),
    }


def _card(language: str) -> Column:
    purposes = {
        "help": pgettext("number to call", "Advice and help"),
        "consular": pgettext("number to call", "Consul"),
        "emergency": pgettext("number to call", "Danger to life"),
    }
    lines = [
        {
            "number": line.number,
            "name": _name_of(line, language, purposes),
            "mark": "" if line.provenance.is_verified else _("not confirmed yet"),
        }
        for line in packs.current().hotlines
    ]
    return {
        "title": _("Numbers for the road"),
        "number_label": _("My number, to say on the telephone"),
        "abroad_title": _("From abroad"),
        "abroad": [line for line in lines if line["number"].startswith(ABROAD)],
        "home_title": _("After arrival"),
        "home": [line for line in lines if not line["number"].startswith(ABROAD)],
        "steps": [
            _("Keep your papers and telephone with you."),
            _("Nobody may take your money or your papers, or make you sign."),
            _("You may change your mind at any time. Call, and say your number."),
            _("If nobody meets you, stay where people are, and call."),
        ],
        "blank": _("Who meets me, and their telephone:"),
        "review": _review(),
    }


def _name_of(line: Any, language: str, purposes: dict[str, str]) -> str:
    """Name a number by what it is for; the line's own name could tell a stranger too much."""
    if line.purpose == "emergency":
        return str(line.name.in_language(language))
    return purposes[line.purpose]
