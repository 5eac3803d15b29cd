"""The individual programme on paper, for the person to sign: one part for each language.

The person keeps it, and others may find it: no name, no address, no dangers; the goals only when the
person wants them on it.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.access import api as access
from korgoo.assistance import selectors, wording
from korgoo.assistance.enums import Cost
from korgoo.countrypack import api as packs
from korgoo.lib import clock, paper
from korgoo.lib.dates import long_day

if TYPE_CHECKING:
    from datetime import date

    from korgoo.access.actor import Actor
    from korgoo.assistance.models import ProgrammeItem
    from korgoo.assistance.selectors import Sight

SHEET = Path(__file__).parent / "programme.typ"
LANGUAGES_ON_PAPER = 2
Languages = tuple[str, ...]


def render(seen: "Sight", goals: list[str], *, actor: "Actor", languages: Languages = ()) -> bytes:
    """Print the programme of an own case as PDF.

    Args:
        seen: The case, fetched for its owner.
        goals: The person's own words, or nothing.
        actor: Who prints.
        languages: Codes; empty: the two of the country that come first, one after the other.

    Raises:
        CannotPrint: The sheet does not compile, or breaks one of the standards.
    """
    items = selectors.list_items(seen, actor=actor)
    return paper.render(SHEET, to_data(seen, items, goals, languages))


def to_data(
    seen: "Sight", items: "list[ProgrammeItem]", goals: list[str], languages: Languages = ()
) -> dict[str, Any]:
    """Turn a programme into plain data for the sheet: one part for each language."""
    languages = languages or packs.current().languages[:LANGUAGES_ON_PAPER]
    parts = [_in_language(language, seen, items) for language in languages]
    return {
        "title": " / ".join(part["title"] for part in parts),
        "language": languages[0],
        "code": seen.case.spoken_code,
        "goals": [line for goal in goals for line in goal.splitlines() if line.strip()],
        "parts": parts,
    }


def _in_language(language: str, seen: "Sight", items: "list[ProgrammeItem]") -> dict[str, Any]:
    with translation.override(language):
        return _part(seen, items) | {"language": language}


def _part(seen: "Sight", items: "list[ProgrammeItem]") -> dict[str, Any]:
    return {
        "title": pgettext("title of the paper", "Individual programme"),
        "code_label": _("Code of the case"),
        "owner": access.card(seen.case.owner_id).name,
        "day": long_day(clock.today()),
        "goals_title": _("What I want to reach"),
        "head": [
            pgettext("of a programme", "Help"),
            pgettext("of a programme", "Who gives it"),
            pgettext("of a programme", "From – until"),
            pgettext("of a programme", "Who pays"),
            pgettext("of a programme", "State"),
        ],
        "items": [_line(item) for item in items],
        "nothing": _("Nothing is planned yet."),
        "promises": [
            _(
                "This programme is yours: you can change it or say no to any part of it at any time."
            ),
            _("No help depends on whether you give testimony."),
        ],
        "person": _("Signature of the person"),
        "guardian": _("Signature of the guardian") if seen.case.is_child else "",
        "worker": _("Name, position and signature"),
        "stamp": _("Place for the stamp"),
        "review": _("Wording not yet checked by a native speaker and a lawyer."),
    }


def _line(item: "ProgrammeItem") -> list[str]:
    start, end = item.actual_start or item.planned_start, item.actual_end or item.planned_end
    return [
        wording.service_name(item.service),
        wording.who_helps(item) or pgettext("provider", "Not known yet"),
        _span(start, end),
        str(Cost(item.cost).label),
        str(item.get_state_display()),
    ]


def _span(start: "date | None", end: "date | None") -> str:
    """Write two days in digits, the same in every language."""
    days = [f"{day:%d.%m.%Y}" if day else "" for day in (start, end)]
    return " – ".join(days).strip() if any(days) else ""
