"""Adoption: what stands in its way, what was proposed, and who may take each step."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from korgoo.consultation import api, policies, selectors
from korgoo.consultation.enums import AdoptionState
from korgoo.consultation.presentation.parts import head, named
from korgoo.consultation.standing import Obstacles
from korgoo.lib.collation import place_of

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

TONES = {
    AdoptionState.PROPOSED: "active",
    AdoptionState.CONFIRMED: "good",
    AdoptionState.WITHDRAWN: "closed",
}


def proposing(consultation_id: UUID, *, actor: "Actor") -> dict[str, Any]:
    """Gather the page on which adoption is proposed, and what stands in its way.

    Raises:
        NotFound: None that the actor may know of.
    """
    row = selectors.get_consultation(consultation_id, actor=actor)
    standing = selectors.standing_of(row, actor=actor)
    verdict = policies.propose(actor, standing)
    return named(standing) | {
        "verdict": verdict,
        "obstacles": selectors.obstacles_of(standing) if verdict else Obstacles(),
        "approval": approval(),
    }


def adoption(adoption_id: UUID, *, actor: "Actor") -> dict[str, Any]:
    """Gather the page of a proposed adoption, for those who decide.

    Raises:
        NotFound: No such proposal, or the actor decides on none.
    """
    row = selectors.get_adoption(adoption_id, actor=actor)
    standing = selectors.standing_of(row.consultation, actor=actor)
    return head(standing) | {
        "adoption": api.adoption_card(row),
        "proposer": selectors.person_name(row.proposed_by_id, actor=actor),
        "verdict": policies.confirm(actor, row, standing.decision),
        "tone": TONES[row.state],
        "may_withdraw": bool(policies.withdraw(actor, row)),
        "obstacles": (
            selectors.obstacles_of(standing, takes_effect=row.takes_effect)
            if row.state is AdoptionState.PROPOSED
            else Obstacles()
        ),
        "approval": approval(),
    }


def approval() -> dict[str, list[str]]:
    """Say who may take the two steps of an adoption: these roles in these organisations."""
    return {
        "roles": sorted((str(role.label) for role in selectors.deciding_roles()), key=place_of),
        "organisations": [body.name for body in selectors.deciding_organisations()],
    }
