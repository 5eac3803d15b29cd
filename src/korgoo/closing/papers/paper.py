"""Print the copy of a person's data, in the language that is spoken: the page's, or as asked for."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from korgoo.lib import clock, paper
from korgoo.lib.dates import long_day

if TYPE_CHECKING:
    from datetime import datetime

    from korgoo.casework.own_copy import Copy

SHEET = Path(__file__).parent / "copy.typ"


def render(copy: "Copy") -> bytes:
    """Print everything that is kept of a person as PDF.

    Raises:
        CannotPrint: It holds a sign that our fonts do not have.
    """
    return paper.render(SHEET, to_data(copy))


def to_data(copy: "Copy") -> dict[str, Any]:
    """Turn the copy into plain words for the sheet."""
    return {
        "title": _("What is kept about you"),
        "language": (get_language() or "en")[:2],
        "made": _("Made on %(day)s") % {"day": long_day(clock.today())},
        "code_label": _("Code of the case"),
        "code": copy.code,
        "review": _("Wording not yet checked by a native speaker and a lawyer."),
        "sections": [
            {"title": _("Coded facts"), "rows": copy.facts, "notes": []},
            *(_part(part) for part in copy.parts),
            {"title": _("Who may know what"), "rows": _allowed(copy), "notes": []},
            {"title": _("What happened"), "rows": _steps(copy), "notes": []},
        ],
        "nothing": _("Nothing is kept here."),
        "stamp": _("Place for the stamp"),
        "more": ""
        if copy.is_whole
        else _(
            "Parts that only other members of the organisation may open are not on this paper."
        ),
        "rights": _(
            "You can ask that something is corrected or erased. Say the code of the case to the "
            "organisation that gave you this paper."
        ),
    }


def _part(part: dict[str, Any]) -> dict[str, Any]:
    notes = [
        {"head": f"{note['kind']}, {_day(note['at'])}", "text": note["text"]}
        for note in part["notes"]
    ]
    return {"title": part["title"], "rows": part["lines"], "notes": notes}


def _allowed(copy: "Copy") -> list[dict[str, str]]:
    return [
        {"name": row["name"], "value": "; ".join(map(str, _given(row))) or _("nothing")}
        for row in copy.allowed
    ]


def _given(row: dict[str, Any]) -> list[Any]:
    return [words for one in row["purposes"] for words in one["given"]]


def _steps(copy: "Copy") -> list[dict[str, str]]:
    return [
        {"name": _day(row["when"]), "value": f"{row['title']} ({row['by']})"} for row in copy.steps
    ]


def _day(moment: "datetime") -> str:
    return long_day(timezone.localdate(moment))
