"""Questions about clocks and about cases that sleep; limited to what the actor may know."""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, Min, OuterRef
from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation, Role
from korgoo.casework import policies, selectors
from korgoo.casework.models import Case, CaseClock
from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from korgoo.access.actor import Actor
    from korgoo.casework.models import CaseQuerySet


def list_clocks(case: Case, *, actor: "Actor") -> list[CaseClock]:
    """List the running clocks of a case, the soonest first; a receiver sees those of its own duties."""
    rows = CaseClock.objects.filter(case=case).running().soonest_first()
    if selectors.relation(case, actor=actor) is Relation.RECEIVER:
        rows = rows.filter(responsible_id=actor.organisation_id)
    return list(rows.select_related("responsible").prefetch_related("pauses", "extensions"))


def get_clock(case: Case, clock_id: int, *, actor: "Actor", lock: bool = False) -> CaseClock:
    """Fetch a running clock of a case that the actor may keep.

    Raises:
        NotFound: No such clock runs in it, or none they may know of.
        Forbidden: They know of it, but it is not theirs to keep.
    """
    rows = CaseClock.objects.filter(case=case, pk=clock_id).running()
    stands = selectors.relation(case, actor=actor)
    if stands is Relation.RECEIVER:
        rows = rows.filter(responsible_id=actor.organisation_id)
    row = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if row is None:
        raise NotFound(_("We found no such time limit that runs."))
    policies.keep_clock(actor, stands, row).require()
    return row


def nearest_among(cases: Iterable[Case]) -> "dict[UUID, datetime]":
    """Say for each of these cases when the first of its clocks ends, in one query.

    A case without a clock that ticks towards an end is missing.
    """
    rows = CaseClock.objects.ticking().filter(case__in=list(cases), due_at__isnull=False)
    return dict(rows.order_by().values_list("case_id").annotate(first=Min("due_at")))


def list_sleeping(*, actor: "Actor", most: int) -> list[Case]:
    """List open cases that nobody has touched for long and no clock watches, the longest first.

    First its worker sees one (all front-line members, when it has none), later the head, later
    the co-ordinator: by the times of the pack.

    Args:
        actor: Who asks.
        most: How many at most.
    """
    times, found = packs.current().reminders, list[Case]()
    if policy.may_enter(actor, Permission.CASE_OPEN):
        own = Case.objects.visible_to(actor).owned_by(actor.organisation_id)
        found += _asleep(own.filter(worker_id=actor.user_id), times.sleeping, most)
        found += _asleep(own.filter(worker_id__isnull=True), times.sleeping, most)
        if Role.HEAD in actor.roles:
            found += _asleep(own, times.sleeping_head, most)
    if policy.decide(actor, Permission.CASE_WATCH, Relation.NONE):
        every = Case.objects.visible_to(actor)
        found += _asleep(every, times.sleeping_coordinator, most)
    once = {case.pk: case for case in found}
    return sorted(once.values(), key=lambda case: (case.touched_at, case.pk))[:most]


def _asleep(rows: "CaseQuerySet", since: timedelta, most: int) -> list[Case]:
    watched = CaseClock.objects.ticking().filter(case=OuterRef("pk"), due_at__isnull=False)
    rows = rows.filter(closed_at__isnull=True, touched_at__lte=clock.now() - since)
    rows = rows.filter(~Exists(watched)).select_related("owner")
    return list(rows.order_by("touched_at", "pk")[:most])
