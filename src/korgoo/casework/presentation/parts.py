"""The sealed parts, as the page of a case shows them."""

from typing import TYPE_CHECKING, Any

from korgoo.access.enums import Facet
from korgoo.casework import grants, selectors, wording

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case

Row = dict[str, Any]
DETAILED = frozenset({Facet.IDENTITY, Facet.CONTACT})


def parts_in_sight(case: "Case", *, actor: "Actor") -> Row:
    """Sort the sealed parts: those that matter to this reader, and the rest in one line.

    A part matters that the reader can open, or write for the first time. Each says why it is open,
    or why not.
    """
    states = selectors.facet_states(case, actor=actor)
    closed = frozenset(state.kind for state in states if state.is_held and state.reason is None)
    rows = [part_row(state) for state in states]
    return {
        "shown": [row for row in rows if row["can_open"]],
        "empty": [row for row in rows if row["can_write"] and not _is_told(row)],
        # What was erased says so here, also to who could write it anew.
        "folded": [row for row in rows if not row["can_open"] and _is_folded(row)],
        "may_break": bool(grants.breakable_among(case, closed, actor=actor)),
        "is_key_due": any(state.is_key_due for state in states),
    }


def _is_told(row: Row) -> bool:
    return bool(row["can_open"] or row["why_not"])


def _is_folded(row: Row) -> bool:
    return bool(row["why_not"] or not row["can_write"])


def part_row(state: "selectors.FacetState") -> Row:
    """Describe one sealed part to its reader, with the reason why it is open or not."""
    reason = state.reason
    return {
        "kind": state.kind,
        "name": wording.PARTS[state.kind],
        "can_open": state.can_open,
        "can_write": state.can_write,
        "write": "details" if state.kind in DETAILED else "passage",
        "has_passages": state.kind is not Facet.DOCUMENTS,
        "why_not": state.why_not,
        "basis": reason.basis.value if reason else "",
        "ground": wording.ground_words(reason.code) if reason else "",
        "since": reason.since if reason else None,
        "until": reason.until if reason else None,
    }
