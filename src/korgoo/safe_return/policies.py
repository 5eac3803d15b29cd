"""Who may do what with a plan. No queries, no request: facts in, verdict out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Facet, Mandate, Permission, Relation
from korgoo.casework.enums import Scope
from korgoo.lib.verdict import ALLOWED, Verdict
from korgoo.safe_return.enums import (
    GOING_ON,
    HANDOVER_TOLD,
    LIVE,
    NIGHT_TOLD,
    STOPPING,
    BestInterest,
    Court,
    Deed,
    Ground,
    How,
    PlanState,
    Wish,
)
from korgoo.safe_return.enums import PlanState as S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from korgoo.access.actor import Actor
    from korgoo.safe_return.enums import Missing
    from korgoo.safe_return.models import PartnerKey, ReturnPlan


@dataclass(frozen=True, slots=True)
class Step:
    """A deed's permission, the states it starts from, and the one it leads to.

    ``told``: how others than the receiver may record it, who were told that it happened.
    """

    permission: Permission
    states: frozenset[PlanState]
    to: PlanState
    told: tuple[How, ...] = ()


_WRITE, _MEET = Permission.RETURN_WRITE, Permission.RETURN_HANDOVER
DEEDS: dict[Deed, Step] = {
    Deed.AGREE: Step(_WRITE, frozenset({S.DRAFTED}), S.AGREED),
    Deed.PREPARE: Step(_WRITE, frozenset({S.AGREED}), S.READY),
    Deed.DEPART: Step(_WRITE, frozenset({S.READY}), S.UNDER_WAY),
    Deed.ARRIVE: Step(_MEET, frozenset({S.UNDER_WAY}), S.ARRIVED, HANDOVER_TOLD),
    Deed.NIGHT: Step(_MEET, frozenset({S.ARRIVED}), S.FIRST_NIGHT, NIGHT_TOLD),
    Deed.CLOSE: Step(_WRITE, frozenset({S.FIRST_NIGHT}), S.CLOSED),
    Deed.STOP: Step(_WRITE, LIVE, S.STOPPED),
    Deed.RESUME: Step(_WRITE, frozenset({S.STOPPED}), S.DRAFTED),
}
# Nobody is sent home against their will: these need a yes that stands.
NEED_A_YES = frozenset({Deed.AGREE, Deed.PREPARE, Deed.DEPART})


def may(actor: "Actor", permission: Permission, relation: Relation) -> Verdict:
    """Ask the table; to everybody but the owner a journey is whereabouts, which police never see."""
    facet = None if relation is Relation.OWNER else Facet.WHEREABOUTS
    if permission is Permission.RETURN_PLACE:
        facet = Facet.WHEREABOUTS
    return policy.decide(actor, permission, relation, facet)


def is_meeting(actor: "Actor", plan: "ReturnPlan", relation: Relation) -> bool:
    """Tell whether the actor's organisation is the one that meets the person, and may say so."""
    permission = _WRITE if relation is Relation.OWNER else _MEET
    return plan.meets_id == actor.organisation_id and bool(may(actor, permission, relation))


def entitle(actor: "Actor", plan: "ReturnPlan", relation: Relation, deed: Deed) -> Verdict:
    """A deed needs its permission; what the receiver confirms, the sender may record as told."""
    step = DEEDS[deed]
    if step.permission is _MEET:
        return ALLOWED if is_meeting(actor, plan, relation) else may(actor, _WRITE, relation)
    return may(actor, step.permission, relation)


def act(actor: "Actor", plan: "ReturnPlan", relation: Relation, deed: Deed) -> Verdict:
    """Besides being entitled, a deed needs a state that it starts from."""
    verdict = entitle(actor, plan, relation, deed)
    if verdict and plan.state not in DEEDS[deed].states:
        return Verdict(
            _("This return has moved on meanwhile. Look at its page again: nothing was changed.")
        )
    return verdict


def deeds(actor: "Actor", plan: "ReturnPlan", relation: Relation) -> frozenset[Deed]:
    """List what this person can do with a plan now."""
    return frozenset(deed for deed in Deed if act(actor, plan, relation, deed))


def ways_told(
    actor: "Actor", plan: "ReturnPlan", relation: Relation, deed: Deed
) -> tuple[How, ...]:
    """Say how the word of this deed can have reached the actor; empty: they did it themselves."""
    return () if is_meeting(actor, plan, relation) else DEEDS[deed].told


def write(plan: "ReturnPlan") -> Verdict:
    """A plan is written as long as somebody has something to do on it."""
    if plan.state in LIVE:
        return ALLOWED
    return Verdict(_("This return is over. Take it up again before you write in it."))


def wish_allows(deed: Deed, wish: str) -> Verdict:
    """Only the person's own yes, the newest, moves a return on."""
    if deed not in NEED_A_YES or wish == Wish.YES:
        return ALLOWED
    return Verdict(
        _(
            "The person has not said yes to returning. Ask again when they want to talk about it; "
            "all other help goes on."
        )
    )


def child_allows(deed: Deed, plan: "ReturnPlan", *, is_child: bool) -> Verdict:
    """What was decided against a child's return is no gap in a form: it stops the return."""
    is_against = plan.best_interest == BestInterest.STAY or plan.court == Court.REFUSED
    if deed not in NEED_A_YES or not (is_child and is_against):
        return ALLOWED
    return Verdict(
        _(
            "It was decided that the child does not return, or a court did not allow it. "
            "All other help goes on."
        )
    )


def grounds(deed: Deed, missing: "Sequence[Missing]") -> tuple[Ground, ...]:
    """Say which grounds a move may have; one alone needs no choice."""
    if deed is Deed.STOP:
        return STOPPING
    return GOING_ON if missing else (Ground.AS_PLANNED,)


def ground_fits(deed: Deed, missing: "Sequence[Missing]", ground: Ground) -> Verdict:
    """Going on with something missing is allowed, and needs a ground; stopping needs one too."""
    if ground in grounds(deed, missing):
        return ALLOWED
    if missing:
        return Verdict(_("Something is missing. Say why you go on anyway: that is kept."))
    return Verdict(_("Choose one of the grounds."))


def told_fits(ways: tuple[How, ...], how: How) -> Verdict:
    """Who did not meet the person says how they were told."""
    if how in (ways or (How.HERE,)):
        return ALLOWED
    return Verdict(_("Say how you were told."))


def place_reaches(mandates: frozenset[str], agreed: frozenset[Scope]) -> bool:
    """Tell whether an organisation may know where the first night is: mandate, and the person's yes."""
    reachable = policy.facets_by_consent(frozenset(Mandate(name) for name in mandates))
    return Facet.WHEREABOUTS in reachable and Scope.WHEREABOUTS in agreed


def check_again(actor: "Actor", key: "PartnerKey") -> Verdict:
    """A key counts when a second member compared it by phone, too."""
    if key.second_by_id is not None or key.retired_at is not None:
        return Verdict(_("This key was compared twice already, or is not used any more."))
    if key.added_by_id == actor.user_id:
        return Verdict(
            _("You compared this key already. A colleague has to call and compare, too.")
        )
    return ALLOWED


def refer(agreed: frozenset[Scope]) -> Verdict:
    """Nothing goes to a partner without the person's yes to asking it."""
    if Scope.REFERRAL in agreed:
        return ALLOWED
    return Verdict(_("The person has not agreed that this partner is asked. Ask first."))
