"""Questions to the records: what there is, and what of it the actor may know."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.assistance import policies
from korgoo.assistance.enums import OPEN_STATES
from korgoo.assistance.models import (
    Assessment,
    BestInterestDecision,
    ChildSafeguard,
    Conference,
    ConferenceTask,
    Programme,
    ProgrammeItem,
    ServiceGiven,
)
from korgoo.casework import api as casework
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.assistance.policies import Reach
    from korgoo.casework.api import CaseCard

NO_SUCH = _("We found no such page.")
MOST = 200


@dataclass(frozen=True, slots=True)
class Sight:
    """A case, and how much of its programme the actor may know."""

    case: "CaseCard"
    reach: "Reach"

    @property
    def is_own(self) -> bool:
        """Tell whether the actor's organisation owns the case."""
        return self.case.relation is Relation.OWNER


def sight(case_id: UUID, *, actor: "Actor", permission: Permission) -> Sight:
    """Fetch a case for one purpose of assistance.

    Raises:
        NotFound: No such case, none they may know of, or nothing of its programme is theirs.
    """
    card = casework.case_card(case_id, actor=actor, permission=permission)
    is_receiver = card.relation is Relation.RECEIVER
    agreed = (
        casework.scopes_in_force(case_id, recipient_id=actor.organisation_id)
        if is_receiver
        else frozenset()
    )
    found = policies.reach(actor, card.relation, agreed)
    is_helper = is_receiver and not actor.is_coordinator
    if is_helper and not _takes_part(case_id, actor):
        raise NotFound(NO_SUCH)
    return Sight(card, found)


def current_assessment(case_id: UUID) -> Assessment | None:
    """Find the newest assessment of a case. The caller has asked ``sight``."""
    return Assessment.objects.current().filter(case_id=case_id).first()


def list_assessments(case_id: UUID) -> list[Assessment]:
    """List the assessments of a case, newest first. For the owner."""
    return list(Assessment.objects.filter(case_id=case_id)[:MOST])


def programme(case_id: UUID) -> Programme | None:
    """Find the programme of a case. The caller has asked ``sight``."""
    return Programme.objects.filter(case_id=case_id).first()


def list_items(seen: Sight, *, actor: "Actor") -> list[ProgrammeItem]:
    """List the items of a programme that the actor may know of."""
    rows = ProgrammeItem.objects.filter(programme__case_id=seen.case.id)
    found = rows.select_related("provider", "responsible")
    return [item for item in found if policies.shows(seen.reach, item, actor)]


def get_item(
    case_id: UUID, item_id: UUID, *, actor: "Actor", permission: Permission, lock: bool = False
) -> ProgrammeItem:
    """Fetch an item for one purpose; a receiver does something with its own items only.

    Raises:
        NotFound: No such case or item, or none that the actor may know of, or not for this.
    """
    seen = sight(case_id, actor=actor, permission=permission)
    rows = ProgrammeItem.objects.filter(pk=item_id, programme__case_id=case_id)
    rows = rows.select_for_update(of=("self",)) if lock else rows.select_related("provider")
    item = rows.first()
    if item is None or not (seen.is_own or item.provider_id == actor.organisation_id):
        raise NotFound(NO_SUCH)
    return item


def list_given(seen: Sight, *, actor: "Actor") -> list[ServiceGiven]:
    """List services given: all for the owner, those of one's own for a receiver."""
    rows = ServiceGiven.objects.filter(case_id=seen.case.id).select_related("provider")
    if not seen.reach.providers:
        rows = rows.filter(organisation_id=actor.organisation_id)
    return list(rows[:MOST])


def list_conferences(seen: Sight) -> list[Conference]:
    """List the conferences about an own case with who took part and what was decided."""
    if not seen.reach.assessment:
        return []
    rows = Conference.objects.filter(case_id=seen.case.id)
    return list(rows.prefetch_related("parts__organisation", "tasks__organisation"))


def list_tasks(seen: Sight, *, actor: "Actor") -> list[ConferenceTask]:
    """List what conferences decided in a case: all for who reads all, else one's own."""
    rows = ConferenceTask.objects.filter(conference__case_id=seen.case.id)
    if not seen.reach.providers:
        rows = rows.filter(organisation_id=actor.organisation_id)
    return list(rows.select_related("organisation"))


def get_task(
    case_id: UUID, task_id: UUID, *, actor: "Actor", lock: bool = False
) -> ConferenceTask:
    """Fetch a decision of a conference that the actor's organisation, or the owner, carries out.

    Raises:
        NotFound: No such decision, or not for them.
    """
    seen = sight(case_id, actor=actor, permission=Permission.WORK_REPORT)
    rows = ConferenceTask.objects.filter(pk=task_id, conference__case_id=case_id)
    task = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if task is None or not (seen.is_own or task.organisation_id == actor.organisation_id):
        raise NotFound(NO_SUCH)
    return task


def safeguard(case_id: UUID) -> ChildSafeguard | None:
    """Find who speaks for the child of a case."""
    return ChildSafeguard.objects.filter(pk=case_id).first()


def best_interest(case_id: UUID) -> BestInterestDecision | None:
    """Find the newest decision on what is best for the child of a case."""
    return BestInterestDecision.objects.filter(case_id=case_id).first()


def missing_for_child(case: "CaseCard") -> list[str]:
    """List what the child rule asks for in a case and is not there; nothing for an adult."""
    if not case.is_child:
        return []
    found = safeguard(case.id)
    return policies.missing_for_child(
        guardian=found.guardian if found else "",
        trained_interviewer=found.trained_interviewer if found else "",
        has_best_interest=best_interest(case.id) is not None,
    )


def assessments_due(before: date, **cases: Any) -> list[Assessment]:
    """List current assessments to review on or before a day, the longest overdue first."""
    rows = Assessment.objects.review_due(before).filter(**cases).select_related("case")
    return list(rows.filter(case__closed_at__isnull=True).order_by("review_on")[:MOST])


def programmes_due(before: date, **cases: Any) -> list[Programme]:
    """List programmes to go through on or before a day, the longest overdue first."""
    rows = Programme.objects.filter(review_on__lte=before, **cases).select_related("case")
    return list(rows.filter(case__closed_at__isnull=True).order_by("review_on")[:MOST])


def best_interest_due(before: date, **cases: Any) -> list[BestInterestDecision]:
    """List newest decisions about children to review on or before a day."""
    rows = BestInterestDecision.objects.filter(review_on__lte=before, **cases)
    newest: dict[UUID, int] = {}
    found = rows.filter(case__closed_at__isnull=True).select_related("case").order_by("review_on")
    ids = {row.case_id for row in found[:MOST]}
    for pk, case_id in BestInterestDecision.objects.filter(case_id__in=ids).values_list(
        "pk", "case_id"
    ):
        newest[case_id] = max(pk, newest.get(case_id, 0))
    return [row for row in found[:MOST] if newest[row.case_id] == row.pk]


def late_items(*, actor: "Actor") -> list[ProgrammeItem]:
    """List late items: of own cases for who runs programmes, of all for the co-ordinator."""
    rows = ProgrammeItem.objects.late(clock.today()).select_related("programme__case", "provider")
    rows = rows.filter(programme__case__closed_at__isnull=True)
    if not policy.decide(actor, Permission.PROGRAMME_VIEW, Relation.COORDINATOR):
        rows = rows.filter(programme__case__owner_id=actor.organisation_id)
    return list(rows.order_by("planned_start", "planned_end")[:MOST])


def own_items(*, actor: "Actor") -> list[ProgrammeItem]:
    """List what the actor's organisation is to give in cases of others, and takes part in."""
    if not policy.decide(actor, Permission.PROGRAMME_VIEW, Relation.RECEIVER):
        return []
    rows = ProgrammeItem.objects.filter(
        provider_id=actor.organisation_id,
        state__in=OPEN_STATES,
        programme__case__parties__organisation_id=actor.organisation_id,
        programme__case__parties__until__isnull=True,
    )
    found = rows.select_related("programme__case", "provider").order_by("planned_start")
    return list(found[:MOST])


def tasks_to_do(*, actor: "Actor") -> list[ConferenceTask]:
    """List what conferences decided that the actor's organisation does, in cases it takes part in."""
    if not policy.may_enter(actor, Permission.WORK_REPORT):
        return []
    own = actor.organisation_id
    parties = Exists(_parties(own))
    rows = ConferenceTask.objects.to_do().filter(
        Q(conference__case__owner_id=own) | Q(parties), organisation_id=own
    )
    return list(rows.select_related("conference__case").order_by("due_on")[:MOST])


def _parties(organisation_id: int) -> Any:
    """Name the part of an organisation in the case of a conference's decision."""
    return Conference.objects.filter(
        pk=OuterRef("conference_id"),
        case__parties__organisation_id=organisation_id,
        case__parties__until__isnull=True,
    )


def _takes_part(case_id: UUID, actor: "Actor") -> bool:
    """Tell whether a receiver has something to do in the programme."""
    own = actor.organisation_id
    return (
        ProgrammeItem.objects.filter(programme__case_id=case_id, provider_id=own).exists()
        or ConferenceTask.objects.filter(conference__case_id=case_id, organisation_id=own).exists()
    )
