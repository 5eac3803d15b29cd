"""Papers: the decision in the two languages of the country, the note in three, or as asked for.

No story on either.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.countrypack import api as packs
from korgoo.determination import presentation
from korgoo.lib import paper
from korgoo.lib.dates import long_day

if TYPE_CHECKING:
    from korgoo.determination.models import NonPunishmentNote, Proceeding

HERE = Path(__file__).parent
LANGUAGES_OF_A_DECISION = 2


def answer(printed: bytes, name: str) -> HttpResponse:
    """Send a paper; its file is named by a number alone."""
    response = HttpResponse(printed, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def decision(
    row: "Proceeding", *, reasons: dict[str, Any], languages: tuple[str, ...] = ()
) -> bytes:
    """Print a decision.

    Args:
        row: Decided.
        reasons: What was opened to be printed with it; empty prints the coded record alone.
        languages: Codes; empty: the two of the country that come first.
    """
    languages = languages or packs.current().languages[:LANGUAGES_OF_A_DECISION]
    data = _sheet(languages, lambda: _decision(row))
    data["reasons"] = reasons.get("reasons", "")
    data["dissent"] = [opinion["text"] for opinion in reasons.get("dissent", [])]
    return paper.render(HERE / "decision.typ", data)


def note(row: "NonPunishmentNote", languages: tuple[str, ...] = ()) -> bytes:
    """Print a non-punishment note: in the languages of the country and English, or as asked for."""
    languages = languages or tuple(dict.fromkeys([*packs.current().languages, "en"]))
    return paper.render(HERE / "note.typ", _sheet(languages, lambda: _note(row)))


def _sheet(languages: tuple[str, ...], write: Any) -> dict[str, Any]:
    columns = []
    for language in languages:
        with translation.override(language):
            columns.append(write() | _common() | {"language": language})
    title = " / ".join(column["title"] for column in columns)
    return {"title": title, "language": languages[0], "columns": columns}


def _common() -> dict[str, Any]:
    return {
        "review": _("Wording not yet checked by a native speaker and a lawyer."),
        "stamp": _("Place for the stamp"),
        "signature": _("Name, position and signature"),
    }


def _decision(row: "Proceeding") -> dict[str, Any]:
    seats = [
        f"{m.get_function_display()}: {m.organisation.name} ({m.get_conflict_display()})"
        for m in row.members.select_related("organisation")
    ]
    facts = [
        {"name": _("Code of the case"), "value": row.case.spoken_code},
        {"name": _("Who decided"), "value": "; ".join(seats)},
        *presentation.facts(row),
    ]
    told = [fact for fact in facts if fact["name"] != _("Sealed parts opened by the body")]
    return {
        "title": pgettext("title of a paper", "Decision on the status"),
        "facts": told,
        "reasons_title": _("Reasons"),
        "dissent_title": _("Dissenting opinion"),
        "appeal_title": _("If you do not agree"),
        "appeal": [
            presentation.appeal_words(row) or _until(row),
            _("Help does not end because of this decision. Ask who helps you what comes next."),
        ],
    }


def _until(row: "Proceeding") -> str:
    end = row.appeal_until
    if end is None:
        return _("The person may appeal. The time runs from the day on which they are told.")
    return _("The person may appeal until %(day)s.") % {"day": long_day(timezone.localdate(end))}


def _note(row: "NonPunishmentNote") -> dict[str, Any]:
    return {
        "title": pgettext("title of a paper", "Screened for trafficking in persons"),
        "number_label": _("Number of the note"),
        "number": row.spoken_number,
        "facts": presentation.note_facts(row),
        "asks_title": _("To whoever may impose a sanction"),
        "asks": asks(),
        "name_label": _("Name, written by hand, only if the person agrees"),
    }


def asks() -> list[str]:
    """Say what a note asks of whoever receives it, in the language of the page."""
    return [
        _(
            "Victims of trafficking must not be detained, charged or punished for acts that are a "
            "direct consequence of it."
        ),
        _("Screen for trafficking before any sanction, detention or deportation."),
        _("Ask the maker of this note, by its number, before you decide. It tells no more."),
    ]
