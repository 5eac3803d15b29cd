"""What happened in a case, and where it stands on its two axes, as far as a reader may know."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Event, Permission, Relation
from korgoo.casework import grants, policies
from korgoo.casework.enums import AWAY, Axis, Protection
from korgoo.casework.grants import relation
from korgoo.casework.models import Case, CaseDecision, StatusMove, TimelineEntry
from korgoo.casework.selectors.fetching import get_case
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

OF_PARTS = (Event.FACET_WRITTEN, Event.PAPER_ADDED, Event.PAPER_REMOVED)


def list_timeline(case: Case, *, actor: "Actor", most: int = 100) -> list[TimelineEntry]:
    """List what happened in a case as far as the actor may know, newest first.

    A receiver does not learn which other organisations were asked, or agreed to.

    Args:
        case: The caller fetched it for the actor.
        actor: Who reads.
        most: How many steps at most.
    """
    rows = TimelineEntry.objects.filter(case=case).select_related("organisation", "other")
    stands = relation(case, actor=actor)
    if stands is not Relation.OWNER:
        rows = rows.exclude(event=Event.REFERRAL_DRAFTED)  # a draft is its writer's alone
    if stands is Relation.RECEIVER:
        own, opened = actor.organisation_id, grants.reasons(case, actor=actor)
        # What is closed to a receiver is not known to be written either.
        rows = rows.exclude(Q(event__in=OF_PARTS) & ~Q(detail__in=list(opened)))
        rows = rows.filter(Q(other__isnull=True) | Q(other_id=own) | Q(organisation_id=own))
    if not may_see_procedural(case, actor=actor):
        rows = rows.exclude(event=Event.CASE_PROCEDURAL_CHANGED)
    return list(rows[:most])


def may_see_procedural(case: Case, *, actor: "Actor", stands: Relation | None = None) -> bool:
    """Tell whether the actor may know where the person stands in criminal proceedings.

    Who gives services need not ask, and does not learn.

    Args:
        case: The case.
        actor: Who asks.
        stands: What their organisation is to the case, when that is known already.
    """
    stands = stands or relation(case, actor=actor)
    return bool(policy.decide(actor, Permission.PROCEDURAL_VIEW, stands))


def may_record_procedural(case: Case, *, actor: "Actor") -> bool:
    """Tell whether the actor may record where the person stands in criminal proceedings."""
    shared = grants.shared_facets(case, organisation_id=actor.organisation_id)
    return bool(policies.record_procedural(actor, relation(case, actor=actor), shared))


def get_for_procedural(case_id: UUID, *, actor: "Actor") -> Case:
    """Fetch and hold a case whose procedural status the actor may record.

    Raises:
        NotFound: No such case for them, or not theirs to record.
    """
    case = get_case(case_id, actor=actor, permission=Permission.PROCEDURAL_RECORD, lock=True)
    if not may_record_procedural(case, actor=actor):
        raise NotFound(_("We found no such case."))
    return case


def list_moves(case: Case, *, actor: "Actor") -> list[StatusMove]:
    """List the history of both statuses, newest first; of proceedings nothing to who need not know."""
    rows = StatusMove.objects.filter(case=case).select_related("organisation")
    if not may_see_procedural(case, actor=actor):
        rows = rows.filter(axis=Axis.PROTECTION)
    return list(rows)


def stood_before(case: Case) -> Protection | None:
    """Say where a case stood before the person left or was lost; None when they are there."""
    if case.protection not in AWAY:
        return None
    rows = StatusMove.objects.filter(case=case, axis=Axis.PROTECTION).exclude(before__in=AWAY)
    before = rows.values_list("before", flat=True).first()
    return Protection(before) if before else None


def presumed_since(case: Case) -> datetime | None:
    """Say since when the person has been presumed or identified a victim, without a break."""
    since = None
    for row in StatusMove.objects.filter(case=case, axis=Axis.PROTECTION):
        if row.after not in (Protection.PRESUMED, Protection.IDENTIFIED):
            break
        since = row.at
    return since


def decisions_after(screening_id: UUID) -> list[CaseDecision]:
    """List the decisions after one card, newest first. The caller may read the card."""
    return list(CaseDecision.objects.filter(screening_id=screening_id))
