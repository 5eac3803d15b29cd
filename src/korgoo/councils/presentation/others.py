"""Whom to call, who followed whom, and compositions on their way, laid out for pages."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import get_language

from korgoo.access import api as access
from korgoo.councils import panels, policies, selectors, wording
from korgoo.councils.composition.columns import BY_KEY
from korgoo.councils.composition.faults import Fault
from korgoo.councils.composition.rows import SeatRow
from korgoo.councils.enums import ImportState, SeatKind
from korgoo.councils.models import CompositionImport, Contact
from korgoo.councils.presentation.bodies import address
from korgoo.councils.services.imports import compare
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

# A telephone that nobody has called for so long may be wrong.
STALE_DAYS = 180
MOST_ROWS = 300
TONES = {
    ImportState.WAITING: "waiting",
    ImportState.TAKEN: "good",
    ImportState.REFUSED: "late",
    ImportState.DROPPED: "closed",
}


def contacts_page(asked: dict[str, str], *, actor: "Actor") -> dict[str, Any]:
    """List whom to call."""
    rows = selectors.contacts(
        words=asked.get("q", ""),
        matter=asked.get("matter", ""),
        region=asked.get("region", ""),
        actor=actor,
    )
    return {
        "contacts": [_contact(row, actor) for row in rows],
        "may_add": bool(policies.edit_contacts(actor, actor.organisation_id)),
        "is_search": any(asked.values()),
    }


def contact_choices(choices: list[tuple[str, str]], *, actor: "Actor") -> list[tuple[str, str]]:
    """Keep the organisations for which somebody may write down whom to call, their own first."""
    own = str(actor.organisation_id)
    mine = [pair for pair in choices if pair[0] == own]
    others = [pair for pair in choices if pair[0] != own]
    return mine + others if policies.oversee(actor) else mine


def successions_page(*, actor: "Actor") -> dict[str, Any]:
    """List who followed whom."""
    rows = selectors.successions(actor=actor)
    return {
        "successions": [
            {
                "ended": row.ended.name,
                "successor": row.successor.name,
                "day": row.day,
                "basis": row.basis,
            }
            for row in rows
        ],
        "may_oversee": bool(policies.oversee(actor)),
    }


def passing(ended_id: int, *, actor: "Actor") -> dict[str, Any]:
    """Say what passes when an organisation ends: its seats, and what missions above count."""
    today = clock.today()
    bodies = selectors.bodies_of(ended_id, today)
    names = [row.name for row in selectors.all_bodies(actor=actor) if row.pk in bodies]
    burdens = [
        {"words": burden.words, "count": burden.count(ended_id)}
        for burden in panels.REGISTERED.burdens.values()
    ]
    return {"seats": names, "burdens": burdens}


def import_page(row: CompositionImport) -> dict[str, Any]:
    """Describe a file: what it would add, or what is wrong with it, or what became of it."""
    faults = [Fault.from_data(one) for one in row.faults]
    page: dict[str, Any] = {
        "file": row,
        "body": {"name": row.body.name, "href": address(row.body_id), "id": row.body_id},
        "state": row.get_state_display(),
        "tone": TONES[ImportState(row.state)],
        "faults": fault_rows(faults),
        "rows": [],
        "is_waiting": row.state == ImportState.WAITING,
    }
    return page | _preview(row) if page["is_waiting"] else page


def fault_rows(faults: list[Fault]) -> list[list[str]]:
    """Lay out what is wrong: in which cell, in which column, what stands there, what is expected."""
    language = (get_language() or "en")[:2]
    return [
        [
            fault.cell or "–",
            BY_KEY[fault.column].header(language) if fault.column else "–",
            fault.found or "–",
            str(wording.RULES[fault.rule]),
        ]
        for fault in faults
    ]


def _preview(row: CompositionImport) -> dict[str, Any]:
    rows = [SeatRow.from_data(one) for one in row.rows]
    compared = compare(rows, row.body)
    new = {one.line for one in compared.new}
    names = access.names_of(one.organisation_id for one in rows)
    return {
        "faults": fault_rows(list(compared.faults)),
        "added": len(new),
        "same": len(rows) - len(new),
        "rows": [_row(one, names, is_new=one.line in new) for one in rows[:MOST_ROWS]],
    }


def _row(row: SeatRow, names: dict[int, str], *, is_new: bool) -> dict[str, Any]:
    return {
        "line": row.line,
        "organisation": names[row.organisation_id],
        "seat": SeatKind(row.kind).label,
        "position": row.position,
        "days": wording.span(row.valid_from, row.valid_to),
        "unit": wording.unit_name(row.unit) if row.unit else "",
        "is_new": is_new,
    }


def _contact(row: Contact, actor: "Actor") -> dict[str, Any]:
    may_edit = bool(policies.edit_contacts(actor, row.organisation_id))
    return {
        "organisation": row.organisation.name,
        "matter": row.get_matter_display(),
        "region": wording.unit_name(row.region),
        "position": row.position,
        "phone": row.phone,
        "tel": "".join(c for c in row.phone if c.isdigit() or c == "+"),
        "hours": row.hours,
        "checked_on": row.checked_on,
        "is_stale": (clock.today() - row.checked_on).days > STALE_DAYS,
        "is_fictitious": row.is_fictitious,
        "check": reverse("councils:check_contact", args=[row.pk]) if may_edit else "",
        "end": reverse("councils:end_contact", args=[row.pk]) if may_edit else "",
    }
