"""Where a case stands on its two axes."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.access.enums import Permission
from korgoo.casework import policies, selectors, services, status_names
from korgoo.casework.api._found import case_of
from korgoo.casework.cards import StatusCard
from korgoo.casework.enums import Procedural, Protection

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.lib.verdict import Verdict


def status_card(case_id: UUID, *, actor: "Actor", permission: Permission) -> StatusCard:
    """Say where a case stands on both axes, as far as the actor may know.

    Raises:
        NotFound: No such case, none the actor may know of, or not for this.
    """
    case = selectors.get_case(case_id, actor=actor, permission=permission)
    knows = selectors.may_see_procedural(case, actor=actor)
    return StatusCard(
        case.pk,
        case.code,
        case.owner_id,
        selectors.relation(case, actor=actor),
        case.is_child,
        case.language,
        case.protection,
        case.protection_words,
        case.protection_at,
        case.procedural if knows else "",
        case.procedural_words if knows else "",
        case.procedural_at if knows else None,
        case.is_demo,
        bool(policies.go_on(case, Permission.FACET_WRITE)),
    )


def presumed_since(case_id: UUID) -> datetime | None:
    """Say since when the person is presumed or identified a victim without a break; None: not now."""
    return selectors.presumed_since(case_of(case_id))


def protection_of(case_id: UUID) -> Protection:
    """Say the protection status of a case, for a deed that holds it."""
    return Protection(case_of(case_id).protection)


def protection_name(status: str) -> str:
    """Name a protection status as the country calls it, in the language of the page."""
    return status_names.protection(status)


def may_decide_status(case_id: UUID, status: Protection) -> "Verdict":
    """Say whether a decision could set this status now."""
    return policies.decide_status(case_of(case_id), status)


def decide_status(case_id: UUID, status: Protection, *, decision_id: UUID, actor: "Actor") -> None:
    """Set the protection status that the deciding body decided, in its deed.

    Raises:
        Forbidden: The person withdrew or was lost meanwhile.
    """
    services.decide_status(case_id, status, decision_id=decision_id, actor=actor)


def may_move_procedural(case_id: UUID, status: Procedural, *, actor: "Actor") -> bool:
    """Tell whether the actor could record this procedural status now."""
    case = case_of(case_id)
    is_offered = status in policies.procedural_moves(case)
    return is_offered and selectors.may_record_procedural(case, actor=actor)
