"""What is written in a plan: the wish, papers, risks, stops on the way, who meets, where."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound
from korgoo.safe_return import policies, sealed_places, selectors, traces
from korgoo.safe_return.enums import PlaceKind
from korgoo.safe_return.models import ReturnPlan, RiskCheck, TransitPoint, WishTalk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from korgoo.access.actor import Actor

TRAVEL = ("leaves_on", "papers", "ticket", "escort", "ban_told", "fitness", "family")
CHILD = ("guardian", "best_interest", "court")
MOST_STOPS = 12


@dataclass(frozen=True, slots=True)
class Reception:
    """Who meets the person and where they go. ``places`` None: who writes may not know them."""

    meets_id: int | None
    places: dict[PlaceKind, str] | None = None


@transaction.atomic
def start(case_id: UUID, *, country: str, wish: str, freely: str, actor: "Actor") -> ReturnPlan:
    """Begin a plan with the person's own word on returning; a no is written down like a yes.

    Args:
        case_id: A case that the actor may plan a return for.
        country: Where to, ISO 3166 alpha-2.
        wish: A ``Wish``.
        freely: A ``Freely``: could the person answer without pressure?
        actor: Who asked.

    Raises:
        NotFound: No such case, or not for this.
        DomainError: There is a plan under way already.
    """
    case = selectors.case_for(case_id, Permission.RETURN_WRITE, actor=actor)
    now = clock.now()
    plan = ReturnPlan(case_id=case.id, country=country, state_at=now, created_at=now)
    plan.created_by_id = actor.user_id
    try:
        with transaction.atomic():
            plan.save(force_insert=True)
    except IntegrityError:
        raise DomainError(
            _("A return of this person is planned already. Go on with it.")
        ) from None
    traces.leave(Event.RETURN_STARTED, plan, actor=actor)
    _ask(plan, wish, freely, actor)
    return plan


@transaction.atomic
def record_wish(plan_id: UUID, *, wish: str, freely: str, actor: "Actor") -> WishTalk:
    """Write down what the person says now. The newest word counts; the earlier ones stay.

    Raises:
        NotFound: Not theirs to write.
        Forbidden: The return is over.
    """
    return _ask(_writable(plan_id, actor), wish, freely, actor)


@transaction.atomic
def save_travel(plan_id: UUID, facts: dict[str, Any], *, actor: "Actor") -> ReturnPlan:
    """Keep what is prepared: day, papers, ticket, escort, ban, health, family; for a child more.

    Args:
        plan_id: The plan.
        facts: Coded answers by field; unknown names are refused.
        actor: Who writes.

    Raises:
        NotFound: Not theirs to write.
        Forbidden: The return is over.
    """
    plan = _writable(plan_id, actor)
    for name, value in facts.items():
        if name not in TRAVEL + CHILD:
            raise ValueError(f"not a fact of a journey: {name}")
        setattr(plan, name, value)
    plan.save(update_fields=list(facts))
    audit.record(Event.RETURN_CHANGED, actor=actor, target=plan, detail="travel")
    return plan


@transaction.atomic
def assess_risk(
    plan_id: UUID,
    *,
    level: str,
    risks: "Sequence[str]",
    measures: "Sequence[str]",
    actor: "Actor",
) -> RiskCheck:
    """Write down one look at the risks of returning, with the person.

    Raises:
        NotFound: Not theirs to write.
        Forbidden: The return is over.
    """
    plan = _writable(plan_id, actor)
    row = RiskCheck.objects.create(
        plan=plan,
        level=level,
        risks=list(risks),
        measures=list(measures),
        checked_at=clock.now(),
        checked_by_id=actor.user_id,
    )
    audit.record(Event.RETURN_CHANGED, actor=actor, target=plan, detail="risk")
    return row


@transaction.atomic
def add_stop(
    plan_id: UUID,
    *,
    country: str,
    kind: str,
    risks: "Sequence[str]",
    measures: "Sequence[str]",
    actor: "Actor",
) -> TransitPoint:
    """Add a stop on the way, after those that are there.

    Raises:
        NotFound: Not theirs to write.
        Forbidden: The return is over.
        DomainError: There are too many stops.
    """
    plan = _writable(plan_id, actor)
    last = TransitPoint.objects.filter(plan=plan).aggregate(last=Max("number"))["last"] or 0
    if TransitPoint.objects.filter(plan=plan).count() >= MOST_STOPS:
        raise DomainError(_("There are too many stops. Take one away first."))
    row = TransitPoint.objects.create(
        plan=plan,
        number=last + 1,
        country=country,
        kind=kind,
        risks=list(risks),
        measures=list(measures),
    )
    audit.record(Event.RETURN_CHANGED, actor=actor, target=plan, detail="stop")
    return row


@transaction.atomic
def drop_stop(plan_id: UUID, number: int, *, actor: "Actor") -> None:
    """Take a stop off the way.

    Raises:
        NotFound: Not theirs to write, or no such stop.
        Forbidden: The return is over.
    """
    plan = _writable(plan_id, actor)
    gone, _by = TransitPoint.objects.filter(plan=plan, number=number).delete()
    if not gone:
        raise NotFound(selectors.NO_SUCH)
    audit.record(Event.RETURN_CHANGED, actor=actor, target=plan, detail="stop")


@transaction.atomic
def save_reception(plan_id: UUID, reception: Reception, *, actor: "Actor") -> ReturnPlan:
    """Keep who meets the person, and seal where they go and sleep.

    Raises:
        NotFound: Not theirs to write.
        Forbidden: The return is over.
        DomainError: The owner has no key yet.
    """
    plan = _writable(plan_id, actor)
    before = plan.meets_id
    plan.meets_id = reception.meets_id
    plan.save(update_fields=["meets"])
    if before not in {None, plan.meets_id, plan.case.owner_id}:
        sealed_places.close(plan, before or 0, actor=actor)
    if reception.places is not None:
        selectors.get_plan(plan_id, actor=actor, permission=Permission.RETURN_PLACE)
        for kind, text in reception.places.items():
            if text.strip() != sealed_places.read(plan, kind, actor=actor):
                sealed_places.write(plan, kind, text.strip(), actor=actor)
    audit.record(Event.RETURN_CHANGED, actor=actor, target=plan, detail="reception")
    return plan


@transaction.atomic
def open_places(plan_id: UUID, *, actor: "Actor") -> dict[PlaceKind, str]:
    """Open the places of a plan for who may know them; each opening leaves an audit row.

    Raises:
        NotFound: Not for them.
    """
    plan, _case = selectors.get_plan(plan_id, actor=actor, permission=Permission.RETURN_PLACE)
    opened = {kind: sealed_places.read(plan, kind, actor=actor) for kind in PlaceKind}
    return {kind: text for kind, text in opened.items() if text}


@transaction.atomic
def pass_on_places(plan_id: UUID, *, actor: "Actor") -> int:
    """Seal the places to who meets the person, after the person agreed to it.

    Returns:
        How many places were passed on.

    Raises:
        NotFound: Not for them.
    """
    plan, case = selectors.get_plan(
        plan_id, actor=actor, permission=Permission.RETURN_PLACE, lock=True
    )
    selectors.case_for(case.id, Permission.RETURN_WRITE, actor=actor)
    kinds = sealed_places.to_pass_on(plan)
    for kind in kinds:
        text = sealed_places.read(plan, kind, actor=actor)
        sealed_places.write(plan, kind, text, actor=actor)
    audit.record(Event.RETURN_PLACE_SHARED, actor=actor, target=plan, detail=str(len(kinds)))
    return len(kinds)


@transaction.atomic
def print_paper(plan_id: UUID, paper: str, *, actor: "Actor") -> ReturnPlan:
    """Let a paper be printed; leaves an audit row.

    Args:
        plan_id: The plan.
        paper: ``receipt`` or ``card``.
        actor: Who prints.

    Raises:
        NotFound: Not theirs to see.
    """
    plan, _case = selectors.get_plan(plan_id, actor=actor, permission=Permission.RETURN_VIEW)
    audit.record(Event.RETURN_PRINTED, actor=actor, target=plan, detail=paper)
    return plan


def _writable(plan_id: UUID, actor: "Actor") -> ReturnPlan:
    plan, _case = selectors.get_plan(
        plan_id, actor=actor, permission=Permission.RETURN_WRITE, lock=True
    )
    policies.write(plan).require()
    return plan


def _ask(plan: ReturnPlan, wish: str, freely: str, actor: "Actor") -> WishTalk:
    row = WishTalk.objects.create(
        plan=plan,
        wish=wish,
        freely=freely,
        asked_at=clock.now(),
        asked_by_id=actor.user_id,
        organisation_id=actor.organisation_id,
    )
    traces.leave(Event.RETURN_WISH_ASKED, plan, actor=actor, detail=wish)
    return row
