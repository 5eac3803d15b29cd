"""Pages of plans: the list, one plan with its tree and rounds, one version with what it changed."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from korgoo.access.enums import Permission
from korgoo.lib import clock
from korgoo.plan import periods, policies, selectors
from korgoo.plan.comparing import compare
from korgoo.plan.models import Measure, PlanVersion, Programme
from korgoo.plan.presentation import changes, known
from korgoo.plan.presentation.measures import measure_line
from korgoo.plan.presentation.reports import round_line

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def list_page(*, actor: "Actor") -> dict[str, Any]:
    """List plans, what the pack knows of earlier ones, and what the reader still has to report."""
    rows = selectors.programmes(actor=actor)
    return {
        "has_calendar": periods.is_set(),
        "programmes": [_programme_line(row, actor=actor) for row in rows],
        "known": known.programmes(),
        "may_add": bool(policies.may(actor, Permission.PLAN_EDIT)),
    }


def programme_page(programme: Programme, *, actor: "Actor") -> dict[str, Any]:
    """Describe a plan: the version in force with its tree, its versions, its rounds of reports."""
    versions = selectors.versions(programme, actor=actor)
    shown = selectors.version_on(programme, clock.today()) or selectors.newest_adopted(programme)
    return {
        "programme": programme,
        "version": shown,
        "tree": tree(shown) if shown else [],
        "versions": [version_line(row) for row in versions],
        "draft": next((row for row in versions if row.is_draft), None),
        "keeps": selectors.keeps(programme, actor=actor),
        "keeper": selectors.names_of([selectors.keeper_of(programme)]),
        "rounds": _rounds(programme),
        "fixed": selectors.fixed_reports(programme),
        "has_calendar": periods.is_set(),
        "waits": shown is not None and (shown.in_force_from or clock.today()) > clock.today(),
    }


def version_page(version: PlanVersion, *, actor: "Actor") -> dict[str, Any]:
    """Describe a version: its words, and what it changed word by word."""
    before = _before(version)
    found = compare(selectors.read_tree(before), selectors.read_tree(version)) if before else []
    return {
        "programme": version.programme,
        "version": version,
        "line": version_line(version),
        "before": before,
        "changes": changes.lay_out(found),
        "tree": tree(version),
        "keeps": selectors.keeps(version.programme, actor=actor),
    }


def tree(version: PlanVersion) -> list[dict[str, Any]]:
    """Lay a version out as tasks with their measures."""
    by_task: dict[int, list[Measure]] = {}
    for row in selectors.measures_of(version):
        by_task.setdefault(row.task_id, []).append(row)
    return [
        {
            "task": task,
            "measures": [measure_line(row) for row in by_task.get(task.pk, [])],
        }
        for task in version.tasks.all()
    ]


def version_line(row: PlanVersion) -> dict[str, Any]:
    """Describe a version in one line."""
    return {
        "number": row.number,
        "is_draft": row.is_draft,
        "state": row.get_state_display(),
        "tone": "active" if row.is_draft else "good",
        "in_force_from": row.in_force_from,
        "document": row.document,
        "summary": row.summary,
        "href": reverse("plan:version", args=[row.programme.code, row.number]),
    }


def _before(version: PlanVersion) -> PlanVersion | None:
    older = version.programme.versions.filter(number__lt=version.number)
    return older.order_by("-number").first()


def _programme_line(row: Programme, *, actor: "Actor") -> dict[str, Any]:
    versions = selectors.versions(row, actor=actor)
    newest = next((one for one in versions if not one.is_draft), versions[0] if versions else None)
    return {
        "name": newest.name if newest else row.code,
        "language": newest.language if newest else "",
        "href": reverse("plan:programme", args=[row.code]),
        "first": row.first_day,
        "last": row.last_day,
        "is_fictitious": row.is_fictitious,
        "has_version": bool(newest and not newest.is_draft),
    }


def _rounds(programme: Programme) -> list[dict[str, Any]]:
    """List every period of a plan, the newest first: opened, or still to come."""
    opened = {row.key: row for row in selectors.rounds(programme)}
    frames = periods.frames(programme.first_day, programme.last_day)
    today = clock.today()
    found = []
    for frame in reversed(frames):
        row = opened.get(frame.key)
        can_open = bool(policies.open_round(frame.ends, today))
        if row is not None:
            found.append(round_line(row))
        elif can_open and selectors.version_on(programme, frame.ends) is not None:
            found.append(
                {"key": frame.key, "name": periods.words(frame.key), "due_on": frame.due_on}
                | {"href": "", "is_open": False, "went": "", "tone": "neutral"}
            )
    return found
