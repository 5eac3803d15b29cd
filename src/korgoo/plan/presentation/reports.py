"""Pages of reports: a round with who sent what, one report, one measure of it."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.lib import clock
from korgoo.lib.collation import place_of
from korgoo.plan import periods, policies, regions, selectors, wording
from korgoo.plan.consolidation.kinds import Standing
from korgoo.plan.enums import ReportState
from korgoo.plan.models import Report, ReportRound
from korgoo.plan.presentation.entries import entry_line

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

STANDING_TONES = {
    Standing.ACCEPTED: "good",
    Standing.SENT: "waiting",
    Standing.RETURNED: "late",
    Standing.WAITING: "neutral",
    Standing.MISSING: "late",
}


def standing_of(report: Report) -> Standing:
    """Say how far a report is; a day that is over makes a missing one of what was never sent."""
    if report.state != ReportState.DRAFT:
        return Standing(report.state)
    is_over = clock.today() > report.round.due_on
    return Standing.MISSING if is_over and report.number == 1 else Standing.WAITING


def round_line(row: ReportRound) -> dict[str, Any]:
    """Describe a round in one line: how many of how many were sent."""
    reports = selectors.reports_of(row)
    sent = sum(one.state in {ReportState.SENT, ReportState.ACCEPTED} for one in reports)
    return {
        "key": row.key,
        "name": periods.words(row.key),
        "due_on": row.due_on,
        "href": reverse("plan:round", args=[row.programme.code, row.key]),
        "is_open": True,
        "went": _("%(sent)s of %(all)s reports sent") % {"sent": sent, "all": len(reports)},
        "tone": "good" if sent == len(reports) else "waiting",
    }


def round_page(row: ReportRound, *, actor: "Actor") -> dict[str, Any]:
    """Describe a round: for who keeps the plan everybody, for others how many, and their own."""
    reports = sorted(
        selectors.reports_of(row),
        key=lambda one: (bool(one.region), place_of(one.organisation.name)),
    )
    standings = [standing_of(one) for one in reports]
    line = access.lineage()
    judges = bool(policies.judge(actor, selectors.keeper_of(row.programme)))
    mine = [
        one
        for one in reports
        if line.bearer(one.organisation_id, clock.today()) == actor.organisation_id
    ]
    return {
        "round": row,
        "programme": row.programme,
        "name": periods.words(row.key),
        "due": periods.end_of(row.due_on),
        "counts": [
            {
                "name": str(words),
                "count": standings.count(standing),
                "tone": STANDING_TONES[standing],
            }
            for standing, words in wording.STANDINGS.items()
            if standings.count(standing)
        ],
        "late": sum(one.is_late for one in reports),
        "judges": judges,
        "rows": [report_line(one) for one in reports] if judges else [],
        "mine": [report_line(one) for one in mine],
        "writes": bool(policies.may(actor, Permission.REPORT_WRITE)),
    }


def report_line(row: Report) -> dict[str, Any]:
    """Describe a report in one line."""
    standing = standing_of(row)
    return {
        "href": reverse("plan:report", args=[row.pk]),
        "who": row.organisation.name,
        "region": regions.name(row.region) if row.region else "",
        "period": periods.words(row.round.key),
        "state": str(wording.STANDINGS[standing]),
        "tone": STANDING_TONES[standing],
        "is_late": row.is_late,
        "sent_at": row.first_sent_at,
        "due": periods.end_of(row.round.due_on),
        "is_writable": row.is_writable,
        "number": row.number,
        "can_open": row.state != ReportState.DRAFT,
    }


def own_lines(*, actor: "Actor") -> list[dict[str, Any]]:
    """List the reports of the reader's organisation, the newest period first."""
    return [report_line(row) for row in selectors.own_reports(actor=actor)]


def report_page(report: Report, *, actor: "Actor") -> dict[str, Any]:
    """Describe a report: each measure with how far it is answered, and what one may do."""
    bearer = selectors.bearer_of(report)
    state = ReportState(report.state)
    writes = bool(policies.write(actor, bearer, state))
    entries = selectors.entries_of(report)
    lines = [entry_line(one, report) for one in entries]
    judges = bool(policies.judge(actor, selectors.keeper_of(report.round.programme)))
    return {
        "report": report,
        "line": report_line(report),
        "programme": report.round.programme,
        "entries": lines,
        "open": sum(one["missing"] for one in lines),
        "saved": any(one.saved_at for one in entries),
        "writes": writes,
        "judges": judges and state is ReportState.SENT,
        "corrects": state is ReportState.ACCEPTED
        and actor.organisation_id == bearer
        and bool(policies.may(actor, Permission.REPORT_WRITE))
        and selectors.is_newest(report),
        "notes": notes(report),
        "versions": [
            {"number": one.number, "href": reverse("plan:report", args=[one.pk])}
            for one in selectors.versions_of(report)
            if one.pk != report.pk
            and (one.state != ReportState.DRAFT or actor.organisation_id == bearer)
        ],
        "bearer": selectors.names_of([bearer]).get(bearer, "")
        if bearer != report.organisation_id
        else "",
        "sent_by": access.member_name(report.sent_by_id) if report.sent_by_id else "",
    }


def notes(report: Report) -> list[dict[str, Any]]:
    """List what was written beside a report, the newest first, with who wrote it."""
    rows = list(report.notes.select_related("measure").order_by("-at", "-pk"))
    people = access.member_names(row.by_id for row in rows)
    houses = selectors.names_of(row.organisation_id for row in rows)
    return [
        {
            "title": _note_title(row),
            "when": row.at,
            "by": ", ".join(
                part
                for part in (people.get(row.by_id, ""), houses.get(row.organisation_id, ""))
                if part
            ),
            "text": row.text,
            "tone": "late" if row.kind == "return" else "neutral",
        }
        for row in rows
    ]


def _note_title(row: Any) -> str:
    kind = row.get_kind_display()
    return f"{kind}: {row.measure.code}" if row.measure else str(kind)
