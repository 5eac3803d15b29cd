"""Minutes on paper: printed from what was signed, in any language; a draft says that it is one."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.councils.enums import SeatKind
from korgoo.countrypack import api as packs
from korgoo.lib import paper
from korgoo.lib.dates import long_day
from korgoo.meetings.enums import Answer, Attendance, DecisionKind, DecisionState

if TYPE_CHECKING:
    from collections.abc import Mapping

SHEET = Path(__file__).parents[1] / "paper" / "minutes.typ"


def render(content: "Mapping[str, Any]", digest: str, languages: tuple[str, ...] = ()) -> bytes:
    """Print minutes as PDF.

    Args:
        content: As ``services.content_of`` puts it together, with signatures when it was signed.
        digest: Hash of what was signed; empty for a draft.
        languages: One after the other; the language of the minutes without.

    Raises:
        CannotPrint: The sheet does not compile, or breaks one of the standards.
    """
    return paper.render(SHEET, to_data(content, digest, languages))


def to_data(
    content: "Mapping[str, Any]", digest: str, languages: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Turn minutes into plain data for the sheet."""
    chosen = languages or (content["language"],)
    parts = [_in_language(content, digest, language) for language in chosen]
    return {
        "title": " / ".join(part["title"] for part in parts),
        "language": chosen[0],
        "parts": parts,
    }


def _in_language(content: "Mapping[str, Any]", digest: str, language: str) -> dict[str, Any]:
    with translation.override(language):
        return _part(content, digest, language)


def _part(content: "Mapping[str, Any]", digest: str, language: str) -> dict[str, Any]:
    body = _name(content["body"], language)
    starts_at = timezone.localtime(datetime.fromisoformat(content["starts_at"]))
    words = {"number": content["number"], "body": body}
    return {
        "language": language,
        "written_in": content["language"],
        "title": _("Minutes no. %(number)s: %(body)s") % words,
        "body": body,
        "heading": _("Minutes no. %(number)s") % words,
        "about": content["title"],
        "when": f"{long_day(starts_at.date())}, {starts_at:%H:%M}",
        "place": content["place"],
        "draft": "" if digest else _("Draft: not signed"),
        "invented": _("Invented for the demonstration.") if content["is_fictitious"] else "",
        "source": _source(content),
        "came_title": pgettext("of minutes", "Who was there"),
        "came_head": [
            pgettext("column", "Organisation"),
            pgettext("column", "Seat"),
            pgettext("column", "Office"),
            pgettext("column", "Attendance"),
        ],
        "came": [_came(one, language) for one in content["invited"]],
        "back_title": _("What was promised last time"),
        "back": [_back(one, language) for one in content["looked_back"]],
        "decisions_head": [
            pgettext("column", "No."),
            pgettext("column", "What is to be done"),
            pgettext("column", "Who"),
            pgettext("column", "Until"),
        ],
        "back_state": pgettext("column", "State"),
        "decisions_title": _("Decisions and recommendations"),
        "items": [_item(one, content, language) for one in content["items"]],
        "replies_title": _("What members said to these minutes"),
        "replies": _replies(content, language),
        "signatures": _signatures(content),
        "hash": _("Hash of what was signed: %(hash)s") % {"hash": digest} if digest else "",
        "note": _note(content, language),
    }


def _came(one: "Mapping[str, Any]", language: str) -> list[str]:
    name = _name(one["organisation"], language) if one["organisation"] else one["guest"]
    seat = SeatKind(one["seat"]).label if one["seat"] else pgettext("at a meeting", "Guest")
    came = str(Attendance(one["attendance"]).label)
    if one["instead"]:
        came = _("%(came)s; instead: %(who)s") % {"came": came, "who": one["instead"]}
    return [name, str(seat), one["position"] or "–", came]


def _back(one: "Mapping[str, Any]", language: str) -> list[str]:
    owner = _name(one["owner"], language)
    if one["taken_as"]:
        owner = _("%(name)s (then: %(before)s)") % {
            "name": owner,
            "before": _name(one["taken_as"], language),
        }
    state = str(DecisionState(one["state"]).label)
    return [one["number"], one["text"], owner, _day(one["due_on"]), state]


def _item(one: "Mapping[str, Any]", content: "Mapping[str, Any]", language: str) -> dict[str, Any]:
    return {
        "title": f"{one['place']}. {one['title']}",
        "is_follow_up": one["is_follow_up"],
        "speaker": _("Speaker: %(name)s") % {"name": _name(one["speaker"], language)}
        if one["speaker"]
        else "",
        "words": [line for line in one["words"].splitlines() if line.strip()],
        "questions": [_question(asked, language) for asked in one["questions"]],
        "decisions": [
            [
                f"{content['number']}.{made['number']}",
                made["text"]
                if made["kind"] == DecisionKind.DECISION
                else _("Recommendation: %(text)s") % {"text": made["text"]},
                _name(made["owner"], language),
                _day(made["due_on"]),
            ]
            for made in one["decisions"]
        ],
    }


def _question(one: "Mapping[str, Any]", language: str) -> dict[str, str]:
    words = {"name": _name(one["asked_by"], language), "text": one["text"]}
    told = {"asked": _("Question of %(name)s: %(text)s") % words, "answered": ""}
    if one["answer"]:
        words = {"name": _name(one["answered_by"], language), "text": one["answer"]}
        told["answered"] = _("Answer of %(name)s: %(text)s") % words
    return told


def _replies(content: "Mapping[str, Any]", language: str) -> list[str]:
    lines = []
    for one in content["replies"]:
        name = _name(one["organisation"], language)
        if one["answer"] == Answer.AGREES:
            lines.append(_("%(name)s agrees.") % {"name": name})
        else:
            words = {"name": name, "words": one["words"]}
            lines.append(_("%(name)s objects: %(words)s") % words)
    lines += [
        _("%(name)s did not answer in time.") % {"name": _name(one, language)}
        for one in content["silent"]
    ]
    return lines


def _signatures(content: "Mapping[str, Any]") -> list[str]:
    if "chair" not in content:
        return []
    return [
        _("Chair: %(position)s") % {"position": content["chair"]},
        _("Secretary: %(position)s") % {"position": content["secretary"]},
        _("Signed on %(day)s") % {"day": long_day(date.fromisoformat(content["signed_on"]))},
    ]


def _source(content: "Mapping[str, Any]") -> str:
    return _("Source: %(source)s") % {"source": content["source"]} if content["source"] else ""


def _note(content: "Mapping[str, Any]", language: str) -> str:
    """Say in which language the words were written, when the paper is in another one."""
    if language == content["language"]:
        return ""
    own = packs.current().language_details
    name = own[content["language"]].own_name if content["language"] in own else content["language"]
    return _("The words of the meeting stand as they were written: %(language)s.") % {
        "language": name
    }


def _day(day: str | None) -> str:
    return long_day(date.fromisoformat(day)) if day else "–"


def _name(names: "Mapping[str, str]", language: str) -> str:
    return names.get(language) or names["en"]
