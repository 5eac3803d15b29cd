"""The page of an assessment, and the questions of the next one."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.assistance import selectors, wording
from korgoo.assistance.enums import (
    Answer,
    LevelGround,
    Measure,
    Need,
    NeedState,
    Risk,
    Vulnerability,
)
from korgoo.assistance.presentation.shared import Group, Row, level_of
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.assistance.models import (
        Assessment,
    )


def assessment_page(case_id: UUID, assessment_id: UUID, *, actor: "Actor") -> Row:
    """Gather one assessment with what changed since the one before it.

    Raises:
        NotFound: Not an own case, or no such assessment.
    """
    seen = selectors.sight(case_id, actor=actor, permission=Permission.ASSESSMENT_WRITE)
    rows = selectors.list_assessments(case_id)
    at = next((n for n, row in enumerate(rows) if row.pk == assessment_id), None)
    if at is None:
        raise NotFound(selectors.NO_SUCH)
    row, before = rows[at], rows[at + 1] if at + 1 < len(rows) else None
    return {
        "case": seen.case,
        "row": row,
        "by": access.member_name(row.made_by_id),
        "level": level_of(row),
        "facts": _judgement(row),
        "vulnerability": _changes(
            [(name, words, Vulnerability) for name, words in vulnerability_names()], row, before
        ),
        "needs": _answers(Need, NeedState, row.needs, before.needs if before else None),
        "risks": _answers(Risk, Answer, row.risks, before.risks if before else None),
        "before": before,
        "others": [
            {
                "words": other.get_occasion_display(),
                "at": other.made_at,
                "level": level_of(other),
                "href": reverse("assistance:assessment", args=[case_id, other.pk]),
            }
            for other in rows
            if other.pk != row.pk
        ],
    }


def vulnerability_names() -> list[tuple[str, str]]:
    """Name the three levels on which a person may be vulnerable."""
    return [
        ("individual", pgettext("vulnerability", "The person")),
        ("household", pgettext("vulnerability", "The household")),
        ("community", pgettext("vulnerability", "The community")),
    ]


def _judgement(row: "Assessment") -> list[Row]:
    nothing = pgettext("list of measures", "None")
    return [
        {
            "name": pgettext("of an assessment", "Rests on"),
            "value": "; ".join(wording.words_of(LevelGround, row.grounds)),
        },
        {
            "name": pgettext("of an assessment", "Done against it"),
            "value": "; ".join(wording.words_of(Measure, row.measures)) or nothing,
        },
    ]


def _answers(questions: Any, states: Any, now: Row, before: Row | None) -> list[Row]:
    """List answers in words, with the one before where it differs; what nobody asked is left out."""
    lines = []
    for question in questions:
        here = now.get(question, "not_asked")
        was = before.get(question, "not_asked") if before is not None else here
        if here == was == "not_asked":
            continue
        lines.append(_change(question.label, states, here, was))
    return lines


def _changes(names: Any, row: "Assessment", before: "Assessment | None") -> list[Row]:
    return [
        _change(
            words,
            states,
            getattr(row, name),
            getattr(before, name) if before else getattr(row, name),
        )
        for name, words, states in names
    ]


def _change(name: Any, states: Any, here: str, was: str) -> Row:
    return {
        "name": name,
        "value": states(here).label,
        "tone": wording.NEED_TONES.get(here, "neutral") if states is NeedState else "neutral",
        "was": states(was).label if was != here else "",
    }


def questions(groups: dict[str, list[str]]) -> list[Group]:
    """Put the questions of an assessment under their headings."""
    found = [
        Group("", ["occasion"]),
        Group(_("What does the person need?"), groups["needs"], beside=True),
        Group(_("What endangers the person?"), groups["risks"], beside=True),
        Group(_("Health: sealed apart, for who gives care"), groups["health"], beside=True),
        Group(_("Your judgement"), ["level", "grounds", "measures"]),
        Group(
            _("How vulnerable, on three levels"),
            ["individual", "household", "community"],
            beside=True,
        ),
        Group(_("What next"), ["review_on", "told"]),
    ]
    return [group for group in found if group.names]


def last_time(form: Any, last: "Assessment | None") -> dict[str, Row]:
    """Say under each question what was answered last time; nothing is filled in beforehand."""
    if last is None:
        return {}
    hints: dict[str, Row] = {}
    for prefix, states, answers in (("need", NeedState, last.needs), ("risk", Answer, last.risks)):
        for key, value in answers.items():
            if f"{prefix}-{key}" in form.fields and value != "not_asked":
                words = _("Last time: %(answer)s") % {"answer": states(value).label}
                hints[f"{prefix}-{key}"] = {"hint": words}
    return hints
