"""What stands on a printed reading: in the first two languages of the country, or as asked for.

Codes, signs and sources only: no name, no place, nothing that was told in words.
"""

from typing import TYPE_CHECKING, Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.access import api as access
from korgoo.countrypack import api as packs
from korgoo.identification import explanation, panels
from korgoo.lib import dates

if TYPE_CHECKING:
    from korgoo.identification.models import Screening

LANGUAGES_ON_PAPER = 2
# As many as one page holds beside little else; the rest is on the screen, and that is said.
MOST_SIGNS = 14


def to_data(
    screening: "Screening", *, most_signs: int = MOST_SIGNS, languages: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Turn a reading into plain data for the sheet: one column for each language.

    Args:
        screening: One that was read.
        most_signs: How many signs are named at most; how many are left out is said.
        languages: Codes; empty: the first two of the country.
    """
    languages = languages or packs.current().languages[:LANGUAGES_ON_PAPER]
    columns = [_in_language(language, screening, most_signs) for language in languages]
    return {
        "title": " / ".join(column["title"] for column in columns),
        "language": languages[0],
        "columns": columns,
    }


def _in_language(language: str, screening: "Screening", most_signs: int) -> dict[str, Any]:
    with translation.override(language):
        read = explanation.explain(screening)
        return _column(screening, read, most_signs) | {"language": language}


def _column(screening: "Screening", read: dict[str, Any], most_signs: int) -> dict[str, Any]:
    signs = _signs(read)
    left_out = len(signs) - most_signs
    return {
        "title": _("Reading of a card"),
        "facts": [{"name": n, "value": v} for n, v in _facts(screening, read) if v],
        "outcome": str(read["name"]),
        "because": str(read["because"]),
        "readings_title": pgettext("on paper", "How it came about"),
        "readings": [_one(row) for row in read["readings"]],
        "signs_title": _("Signs that are present, and where the answer comes from"),
        "signs": signs[:most_signs],
        "more": _("And %(number)s more: see the card.") % {"number": left_out}
        if left_out > 0
        else "",
        "next_title": pgettext("on paper", "What the guideline advises"),
        "next": [str(route["text"]) for route in read["routes"]],
        "decision_title": _("Decision of a person"),
        "decisions": _decisions(screening),
        "caution": str(read["caution"]),
        "stamp": _("Place for the stamp"),
        "signature": _("Name, position and signature"),
        "review": _("Wording not yet checked by a native speaker and a lawyer."),
    }


def _facts(screening: "Screening", read: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (pgettext("of a printed reading", "Card"), str(screening.pk)),
        (
            pgettext("of a printed reading", "Read on"),
            _day(screening.read_at) if screening.read_at else "",
        ),
        (pgettext("of a printed reading", "By"), _who(screening)),
        (_("Edition of the guideline"), read["edition"].name),
        (_("Age"), screening.get_age_check_display() if screening.age_check else ""),
        (
            _("Officer's own opinion, given before the reading"),
            explanation.opinion_words(screening),
        ),
    ]


def _who(screening: "Screening") -> str:
    house = access.card(screening.organisation_id).name
    return f"{access.member_name(screening.started_by_id)}, {house}"


def _day(moment: Any) -> str:
    return dates.long_day(timezone.localdate(moment))


def _one(row: dict[str, Any]) -> dict[str, str]:
    shown = [
        str(d["title"]) for d in row["elements"] or row["dimensions"] if d["tone"] == "active"
    ]
    return {
        "name": f"{row['title']} ({row['version']})",
        "value": f"{row['name']}. " + (_("Shown: %(groups)s") % {"groups": "; ".join(shown)})
        if shown
        else str(row["name"]),
    }


def _signs(read: dict[str, Any]) -> list[dict[str, str]]:
    """List the signs that are present, the strong ones first: there may be no room for all."""
    found = {
        sign["code"]: sign
        for row in read["readings"]
        if not row["is_second"]
        for dimension in row["dimensions"]
        for sign in dimension["present"]
    }
    ordered = sorted(found.values(), key=lambda sign: sign["rank"])
    return [
        {"code": sign["code"], "title": sign["title"], "source": str(sign["source"])}
        for sign in ordered
    ]


def _decisions(screening: "Screening") -> list[str]:
    lines = panels.decisions_of(screening.pk)
    return [
        _("%(decision)s. Ground: %(ground)s. %(name)s, %(day)s")
        % {
            "decision": line.decision,
            "ground": line.ground,
            "name": line.by,
            "day": _day(line.at),
        }
        for line in lines[:1]
    ] or [_("None was recorded yet.")]
