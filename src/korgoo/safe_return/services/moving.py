"""How a return moves from state to state: who, when, on what ground, with what missing."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.lib.errors import DomainError
from korgoo.safe_return import missing, policies, selectors, traces
from korgoo.safe_return.enums import Deed, Ground, How, PlanState
from korgoo.safe_return.models import PlanMove, ReturnPlan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from korgoo.access.actor import Actor
    from korgoo.safe_return.enums import Missing


@transaction.atomic
def move(
    plan_id: UUID, deed: Deed, *, ground: Ground, how: How = How.HERE, actor: "Actor"
) -> ReturnPlan:
    """Move a plan. What is missing warns and is kept with the ground; only a missing yes stops.

    Args:
        plan_id: The plan.
        deed: Which move.
        ground: Why, from ``policies.grounds``.
        how: How the word of a handover or a first night reached the actor.
        actor: Who records it.

    Raises:
        NotFound: Not theirs to do.
        Forbidden: The state, the person's wish, a child's interest or the ground does not allow it.
        DomainError: Another return of the person was begun meanwhile.
    """
    plan, case = selectors.get_for_deed(plan_id, deed, actor=actor, lock=True)
    policies.act(actor, plan, case.relation, deed).require()
    known = selectors.known_of(plan, is_child=case.is_child)
    policies.wish_allows(deed, known.wish.wish if known.wish else "").require()
    policies.child_allows(deed, plan, is_child=case.is_child).require()
    lacks = missing.missing_for(deed, plan, known)
    policies.ground_fits(deed, lacks, ground).require()
    policies.told_fits(policies.ways_told(actor, plan, case.relation, deed), how).require()
    take(plan, deed, ground=ground, how=how, lacks=lacks, actor=actor)
    return plan


def take(
    plan: ReturnPlan,
    deed: Deed,
    *,
    ground: Ground,
    how: How,
    lacks: "Sequence[Missing]" = (),
    actor: "Actor | None",
) -> None:
    """Record a move of a plan that is locked and checked; part of a deed.

    Raises:
        DomainError: Another return of the person was begun meanwhile.
    """
    before, plan.state, plan.state_at = plan.state, policies.DEEDS[deed].to, clock.now()
    try:
        with transaction.atomic():
            plan.save(update_fields=["state", "state_at"])
    except IntegrityError:
        raise DomainError(
            _("A return of this person is planned already. Go on with it.")
        ) from None
    PlanMove.objects.create(
        plan=plan,
        before=before,
        after=plan.state,
        at=plan.state_at,
        by_id=actor.user_id if actor else None,
        organisation_id=actor.organisation_id if actor else None,
        ground=ground,
        how=how,
        missing=[str(one) for one in lacks],
    )
    traces.leave(Event.RETURN_MOVED, plan, actor=actor, detail=plan.state)


@transaction.atomic
def person_says_first_night(case_id: UUID) -> bool:
    """Confirm the first night by the person's own word, from their own page.

    Returns:
        False when no return of theirs waits for that word.
    """
    rows = ReturnPlan.objects.select_related("case").select_for_update(of=("self",))
    plan = rows.filter(case_id=case_id, state=PlanState.ARRIVED).first()
    if plan is None:
        return False
    take(plan, Deed.NIGHT, ground=Ground.AS_PLANNED, how=How.PERSON, actor=None)
    return True
