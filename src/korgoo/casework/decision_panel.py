"""What casework adds to the page of a reading: the officer's decision, and the way to help."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.casework import selectors
from korgoo.casework.forms import DecisionForm
from korgoo.identification.panels import DecisionLine
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def decision(subject: UUID, screening_id: UUID, *, actor: "Actor") -> dict[str, Any]:
    """Give the decision form for the case of a reading; nothing to who may not decide there."""
    try:
        case = selectors.get_case(subject, actor=actor, permission=Permission.SCREENING_FILL)
    except NotFound:
        return {"case": None}
    return {
        "case": case,
        "screening_id": screening_id,
        "form": DecisionForm(initial=_decided(screening_id)),
    }


def _decided(screening_id: UUID) -> dict[str, str]:
    """Fill in what was decided after this card; an earlier card must not lead the officer."""
    rows = selectors.decisions_after(screening_id)
    return {"decision": rows[0].decision, "ground": rows[0].ground} if rows else {}


def decisions(screening_id: UUID) -> list[DecisionLine]:
    """List what was decided after a card, newest first, in the language of the page."""
    return [
        DecisionLine(
            row.get_decision_display(),
            row.get_ground_display(),
            access.member_name(row.decided_by_id),
            row.decided_at,
        )
        for row in selectors.decisions_after(screening_id)
    ]
