"""What members see of the register: the same as everybody, with the deeds beside it; and lists on their way."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language

from korgoo.access.enums import Permission
from korgoo.agencies import countries, policies, selectors, wording
from korgoo.agencies.cards import card_of
from korgoo.agencies.enums import DecisionKind, ListState
from korgoo.agencies.lists.checking import Source
from korgoo.agencies.lists.columns import BY_KEY, LANGUAGES
from korgoo.agencies.lists.faults import Fault
from korgoo.agencies.lists.rows import ListRow
from korgoo.agencies.models import Decision, ListImport, Permit
from korgoo.agencies.presentation import pages, parts
from korgoo.agencies.rules import Kind
from korgoo.agencies.services.lists import plan_now
from korgoo.lib import clock

MOST = 50
MOST_ROWS = 200
TONES = {
    ListState.WAITING: "waiting",
    ListState.TAKEN: "good",
    ListState.REFUSED: "late",
    ListState.DROPPED: "closed",
}


def list_page(words: str, *, actor: Any) -> dict[str, Any]:
    """List agencies of a name, or the countries of the register when no name is asked for."""
    found = selectors.search(words) if words else None
    keys = [*found.same, *found.like] if found else []
    cards = selectors.agencies_of(keys)
    newest = selectors.newest_decisions(MOST) if not words else []
    return {
        "is_search": bool(words),
        "agencies": [_line(card.key, card) for card in cards],
        "newest": [_news(row) for row in newest],
        "may_edit": may_edit(actor),
        "source": parts.source_line(),
    }


def agency_page(agency_id: UUID, *, actor: Any) -> dict[str, Any]:
    """Describe an agency with what a member may do.

    Raises:
        NotFound: No such agency.
    """
    card = selectors.find_agency(agency_id)
    permits = [
        {
            "key": permit.key,
            "number": permit.number,
            "starts": permit.term.starts,
            "ends": permit.term.ends,
            **parts.standing_line(permit.standing(clock.today()), permit.country),
        }
        for permit in card.permits
    ]
    return pages.agency_page(agency_id) | {"permits": permits, "may_edit": may_edit(actor)}


def may_edit(actor: Any) -> bool:
    """Tell whether somebody may change the register."""
    return bool(policies.may(actor, Permission.AGENCY_EDIT))


def permit_line(permit: Permit) -> dict[str, Any]:
    """Say on which permit a decision is recorded."""
    card = selectors.find_agency(permit.agency_id)
    return {
        "agency": card.name,
        "country": countries.name(permit.country),
        "number": permit.number,
        "starts": permit.starts,
        "ends": permit.ends,
        "back": reverse("agencies:agency", args=[permit.agency_id]),
    }


def decision_line(decision: Decision) -> dict[str, Any]:
    """Say which entry is corrected, as it stands."""
    return permit_line(decision.permit) | {
        "title": decision.get_kind_display(),
        "day": decision.day,
        "until": decision.until,
        "document": decision.document,
    }


def import_rows(rows: list[ListImport]) -> list[dict[str, Any]]:
    """Lay out lists that were brought, for a table."""
    return [
        {
            "href": reverse("agencies:list_import", args=[row.pk]),
            "at": row.uploaded_at,
            "day": row.list_day,
            "count": row.count,
            "decisions": row.decisions,
            "state": row.get_state_display(),
            "tone": TONES[ListState(row.state)],
        }
        for row in rows
    ]


def import_page(row: ListImport) -> dict[str, Any]:
    """Describe a list: what it would add, or what is wrong with it, or what became of it."""
    page: dict[str, Any] = {
        "list": row,
        "state": row.get_state_display(),
        "tone": TONES[ListState(row.state)],
        "faults": fault_rows([Fault.from_data(one) for one in row.faults]),
        "rows": [],
        "counts": None,
    }
    return page | _preview(row) if row.is_waiting else page


def fault_rows(faults: list[Fault]) -> list[list[str]]:
    """Lay out what is wrong: where, in which column, what stands there, what is expected."""
    language = get_language() or LANGUAGES[0]
    return [
        [
            str(fault.row) if fault.row else "–",
            BY_KEY[fault.column].header(language[:2]) if fault.column else "–",
            fault.found or "–",
            str(wording.RULES[fault.rule]),
        ]
        for fault in faults
    ]


def _preview(row: ListImport) -> dict[str, Any]:
    rows = [ListRow.from_data(one) for one in row.rows]
    plan = plan_now(rows, Source(row.list_day, row.document, row.address))
    return {
        "faults": fault_rows(plan.faults),
        "rows": [_planned(one, plan.changes.get(one.line, [])) for one in rows[:MOST_ROWS]],
        "counts": {
            "agencies": len(plan.agencies),
            "permits": len(plan.permits),
            "decisions": len(plan.decisions),
            "unchanged": sum(not changes for changes in plan.changes.values()),
        },
    }


def _planned(row: ListRow, changes: list[Any]) -> list[str]:
    words = [str(wording.CHANGES[change]) for change in changes] or [str(wording.NOTHING_NEW)]
    return [
        str(row.line),
        row.names[0][1],
        countries.name(row.country),
        row.permit,
        str(DecisionKind(row.kind).label),
        "; ".join(words),
    ]


def _line(key: UUID, card: Any) -> dict[str, Any]:
    return parts.agency_line(card) | {"href": reverse("agencies:agency", args=[key])}


def _news(row: Decision) -> dict[str, Any]:
    card = card_of(row.permit.agency)
    return {
        "name": card.name,
        "href": reverse("agencies:agency", args=[card.key]),
        "what": row.get_kind_display(),
        "tone": parts.DECISION_TONES.get(Kind(row.kind), "good"),
        "country": countries.name(row.permit.country),
        "day": row.day,
        "recorded_at": row.recorded_at,
    }
