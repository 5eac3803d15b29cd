from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Event, Permission
from korgoo.assistance import policies, selectors, words
from korgoo.assistance.enums import (
    OPEN_STATES,
    Agreed,
    Cost,
    Delay,
    ItemState,
    Need,
    Outside,
    PlanType,
)
from korgoo.assistance.models import ProgrammeItem
from korgoo.assistance.services.programmes import begin
from korgoo.assistance.services.traces import leave
from korgoo.casework import api as casework
from korgoo.casework.enums import NoteKind
from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.lib.errors import DomainError
from korgoo.referral import api as referrals

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

S = ItemState


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned: which service for which need, by whom, when, who pays, is it agreed.

    ``provider_id`` is an organisation of the platform, or ``outside`` says what sort of body helps;
    with neither it is still open. ``outside_name`` is sealed with the story.
    """

    need: Need
    service: str
    provider_id: int | None = None
    outside: Outside | None = None
    outside_name: str = ""
    start: date | None = None
    end: date | None = None
    cost: Cost = Cost.UNKNOWN
    agreed: Agreed = Agreed.NOT_ASKED
    agreed_on: date | None = None
    referral_number: str = ""
    delay: Delay | None = None


@transaction.atomic
def add_item(case_id: UUID, plan: Plan, *, actor: "Actor") -> ProgrammeItem:
    """Plan one thing to be done for the person; begins a programme if there is none.

    Raises:
        NotFound: Not an own case.
        Forbidden: The days do not fit.
        DomainError: The pack has no such service, or the case no such referral.
    """
    case = casework.hold_case(case_id, actor=actor, permission=Permission.PROGRAMME_WRITE)
    programme = selectors.programme(case_id) or begin(case_id, actor=actor)
    now = clock.now()
    item = ProgrammeItem(
        programme=programme, state_at=now, added_at=now, added_by_id=actor.user_id
    )
    _lay(item, plan, actor)
    item.state = S.AGREED if plan.agreed is Agreed.YES else S.PLANNED
    item.save(force_insert=True)
    _seal_name(case_id, item, plan, actor)
    leave(Event.ITEM_ADDED, case, actor=actor, concerns_id=item.provider_id, detail=item.service)
    return item


@transaction.atomic
def change_item(case_id: UUID, item_id: UUID, plan: Plan, *, actor: "Actor") -> ProgrammeItem:
    """Change a plan that is not over: other days, another provider, why it is late.

    Raises:
        NotFound: Not an own case, or no such item.
        Forbidden: The days do not fit.
        DomainError: It is over, or the pack has no such service, or the case no such referral.
    """
    case = casework.hold_case(case_id, actor=actor, permission=Permission.PROGRAMME_WRITE)
    item = selectors.get_item(
        case_id, item_id, actor=actor, permission=Permission.PROGRAMME_WRITE, lock=True
    )
    if item.state not in OPEN_STATES:
        raise DomainError(_("This help is over. Plan it anew: what was is not changed."))
    _lay(item, plan, actor)
    if item.state == S.PLANNED and plan.agreed is Agreed.YES:
        item.state, item.state_at = S.AGREED, clock.now()
    item.save()
    _seal_name(case_id, item, plan, actor)
    leave(Event.ITEM_CHANGED, case, actor=actor, concerns_id=item.provider_id, detail=item.service)
    return item


@transaction.atomic
def move_item(
    case_id: UUID, item_id: UUID, state: ItemState, *, on: date, actor: "Actor"
) -> ProgrammeItem:
    """Say how far planned help has come: the owner of the case, or who gives it.

    Args:
        case_id: The case.
        item_id: What was planned.
        state: Where it stands now.
        on: The day on which it began, ended, or was agreed.
        actor: Of the owner or of the provider.

    Raises:
        NotFound: Not theirs.
        Forbidden: The table has no such move: it may have moved on meanwhile; or the day does not fit.
    """
    item = selectors.get_item(
        case_id, item_id, actor=actor, permission=Permission.WORK_REPORT, lock=True
    )
    policies.move(item, state, on, clock.today()).require()
    _stamp(item, state, on)
    item.state, item.state_at = state, clock.now()
    item.save()
    case = casework.case_card(case_id, actor=actor, permission=Permission.WORK_REPORT)
    leave(Event.ITEM_MOVED, case, actor=actor, concerns_id=item.provider_id, detail=state)
    return item


def _stamp(item: ProgrammeItem, state: ItemState, on: date) -> None:
    if state is S.AGREED:
        item.agreed, item.agreed_on = Agreed.YES, on
    elif state is S.UNDER_WAY:
        item.actual_start = on
    elif state in {S.DONE, S.STOPPED}:
        item.actual_end = on if item.actual_start else None
    elif state is S.PLANNED:
        item.actual_start = item.actual_end = None


def _lay(item: ProgrammeItem, plan: Plan, actor: "Actor") -> None:
    """Lay a plan into an item, once everything in it fits."""
    policies.plan(
        start=plan.start,
        end=plan.end,
        agreed=plan.agreed,
        agreed_on=plan.agreed_on,
        today=clock.today(),
    ).require()
    service = packs.current().services.get(plan.service)
    if service is None:
        raise DomainError(_("The list of services has no such service."))
    item.need, item.service = plan.need, service.key
    item.plan_type = PlanType(service.plan_type)
    item.provider_id, item.outside = plan.provider_id, plan.outside or ""
    item.responsible_id = plan.provider_id or actor.organisation_id
    item.planned_start, item.planned_end = plan.start, plan.end
    item.cost, item.delay = plan.cost, plan.delay or ""
    item.agreed = plan.agreed
    item.agreed_on = plan.agreed_on if plan.agreed is not Agreed.NOT_ASKED else None
    item.referral_number = _referral(item, plan.referral_number, actor)


def _referral(item: ProgrammeItem, number: str, actor: "Actor") -> str:
    """Take the number of a referral of this case; another number is a slip of the pen."""
    if not number:
        return ""
    of_case = referrals.of_case(item.programme.case_id, actor=actor)
    if number not in {card.number for card in of_case}:
        raise DomainError(_("This case has no referral with that number."))
    return number


def _seal_name(case_id: UUID, item: ProgrammeItem, plan: Plan, actor: "Actor") -> None:
    words.seal(case_id, plan.outside_name, kind=NoteKind.PROVIDER, about=item.pk, actor=actor)
