"""The page of a programme, and its part of the page of a case."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.assistance import api, selectors, wording, words
from korgoo.assistance.enums import (
    Agreed,
    Delay,
    Function,
    Need,
    NeedState,
    Question,
    Task,
)
from korgoo.assistance.presentation.shared import Row, level_of, state_of_item
from korgoo.casework.enums import NoteKind
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.assistance.models import (
        Assessment,
        Conference,
        ConferenceTask,
        ProgrammeItem,
        ServiceGiven,
    )
    from korgoo.assistance.selectors import Sight


def of_case(case_id: UUID, *, actor: "Actor") -> list[Row]:
    """Say in short how the help stands, for the page of the case; nothing where nothing is theirs."""
    if not policy.may_enter(actor, Permission.PROGRAMME_VIEW):
        return []
    try:
        state = api.state_of(case_id, actor=actor)
    except NotFound:
        return []
    return [
        {
            "unmet": wording.words_of(Need, state.unmet),
            "late": state.late_items,
            "open": state.open_items,
            "review": state.next_review,
            "is_overdue": bool(state.next_review and state.next_review < clock.today()),
            "missing": [wording.MISSING[key] for key in state.missing_for_child],
        }
    ]


def programme_page(case_id: UUID, *, actor: "Actor") -> Row:
    """Gather what the page of a programme shows this reader.

    Raises:
        NotFound: No such case, or nothing of its programme is theirs to know.
    """
    seen = selectors.sight(case_id, actor=actor, permission=Permission.PROGRAMME_VIEW)
    may_write = bool(policy.decide(actor, Permission.PROGRAMME_WRITE, seen.case.relation))
    newest = selectors.current_assessment(case_id) if seen.reach.providers else None
    plan = selectors.programme(case_id)
    return {
        "case": seen.case,
        "may_write": may_write,
        "has_words": seen.reach.words and plan is not None,
        "assessment": _in_short(newest, seen) if newest else None,
        "knows_needs": seen.reach.providers,
        "plan": _plan(plan) if plan and seen.reach.providers else None,
        "items": [
            _item_line(item, seen, actor) for item in selectors.list_items(seen, actor=actor)
        ],
        "given": [_given_line(row) for row in selectors.list_given(seen, actor=actor)],
        "conferences": [_conference(row) for row in selectors.list_conferences(seen)],
        "tasks": [_task_line(row, seen, actor) for row in selectors.list_tasks(seen, actor=actor)],
        "missing": [wording.MISSING[key] for key in selectors.missing_for_child(seen.case)]
        if seen.reach.providers
        else [],
        "child": _child(case_id, seen),
        "services_status": wording.services_status(),
    }


def words_page(case_id: UUID, *, actor: "Actor") -> Row:
    """Open the sealed words that belong to a programme, newest first; leaves an audit row.

    Raises:
        NotFound: Not an own case, or the story is not theirs to open.
    """
    seen = selectors.sight(case_id, actor=actor, permission=Permission.PROGRAMME_WRITE)
    kinds = dict(NoteKind.choices)
    return {
        "case": seen.case,
        "notes": [
            {
                "kind": kinds[note["kind"]],
                "at": datetime.fromisoformat(note["at"]),
                "text": note["text"],
            }
            for note in reversed(words.read_all(case_id, actor=actor))
        ],
    }


def _in_short(row: "Assessment", seen: "Sight") -> Row:
    return {
        "id": row.pk,
        "at": row.made_at,
        "occasion": row.get_occasion_display(),
        "level": level_of(row) if seen.reach.assessment else None,
        "unmet": [
            {
                "words": need.label,
                "tone": wording.NEED_TONES[row.needs[need]],
                "is_urgent": row.needs[need] == NeedState.URGENT,
            }
            for need in row.unmet
        ],
        "review": row.review_on,
        "is_overdue": bool(row.review_on and row.review_on < clock.today()),
    }


def _plan(row: Any) -> Row:
    return {
        "since": row.started_at,
        "agreed": Agreed(row.agreed).label,
        "agreed_on": row.agreed_on,
        "review": row.review_on,
        "is_overdue": bool(row.review_on and row.review_on < clock.today()),
    }


def _item_line(item: "ProgrammeItem", seen: "Sight", actor: "Actor") -> Row:
    is_mine = item.provider_id == actor.organisation_id
    opens = seen.is_own or is_mine
    return {
        "title": wording.service_name(item.service),
        "href": reverse("assistance:item", args=[seen.case.id, item.pk]) if opens else "",
        "need": item.get_need_display(),
        "who": wording.who_helps(item)
        if seen.reach.providers or is_mine
        else _("another organisation"),
        "start": item.actual_start or item.planned_start,
        "end": item.actual_end or item.planned_end,
        "tag": state_of_item(item),
        "delay": Delay(item.delay).label if item.delay else "",
    }


def _given_line(row: "ServiceGiven") -> Row:
    return {
        "on": row.given_on,
        "title": wording.service_name(row.service),
        "who": wording.who_helps(row),
        "quantity": wording.quantity(row.unit, row.quantity),
    }


def _conference(row: "Conference") -> Row:
    return {
        "id": row.pk,
        "on": row.held_on,
        "questions": "; ".join(wording.words_of(Question, row.questions)),
        "parts": [_part(part) for part in row.parts.all()],
    }


def _part(part: Any) -> str:
    function = str(Function(part.function).label)
    if part.organisation is None:
        return function
    return _("%(function)s, %(organisation)s") % {
        "function": function,
        "organisation": part.organisation.name,
    }


def _task_line(row: "ConferenceTask", seen: "Sight", actor: "Actor") -> Row:
    may = policy.decide(actor, Permission.WORK_REPORT, seen.case.relation)
    is_theirs = seen.is_own or row.organisation_id == actor.organisation_id
    return {
        "id": row.pk,
        "title": Task(row.task).label,
        "who": row.organisation.name,
        "due": row.due_on,
        "is_late": bool(row.done_at is None and row.due_on and row.due_on < clock.today()),
        "done": row.done_at,
        "may_finish": bool(may and is_theirs and row.done_at is None),
    }


def _child(case_id: UUID, seen: "Sight") -> Row | None:
    """Say what protects the child, to the owner alone."""
    if not seen.case.is_child or not seen.reach.assessment:
        return None
    found, decided = selectors.safeguard(case_id), selectors.best_interest(case_id)
    facts = []
    if found:
        facts += [
            (_("Who speaks for the child"), found.get_guardian_display()),
            (_("Made guardian by"), found.get_appointed_by_display()),
            (_("Who asks is trained for it"), found.get_trained_interviewer_display()),
        ]
    if decided:
        facts += [(_("What is best for the child"), decided.get_outcome_display())]
    return {
        "facts": [{"name": name, "value": value} for name, value in facts],
        "review": decided.review_on if decided else None,
    }
