from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.desk import policies
from korgoo.desk.models import Contact, Handover
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class OwnDay:
    """How long somebody is on shift, and how much weighed on them today. Shown to themselves alone.

    Attributes:
        since: First deed after the last handover; None when nothing was done yet.
        contacts: Contacts that they took today.
        hard: Those of them that weigh.
    """

    since: datetime | None
    contacts: int
    hard: int


def colleagues(*, actor: "Actor") -> list[tuple[int, str]]:
    """List who listens to callers here today and holds a key, without the actor: number and name."""
    return [
        (card.id, card.name)
        for card in access.members_today(actor=actor)
        if card.id != actor.user_id and card.holds_key and card.roles & policy.LISTENING
    ]


def get_handover(handover_id: UUID, *, actor: "Actor", is_locking: bool = False) -> Handover:
    """Fetch a handover that was left to the actor, or to whoever comes next.

    Raises:
        NotFound: None that the actor may know; who left it to somebody by name sees it no more.
    """
    rows = Handover.objects.select_for_update() if is_locking else Handover.objects.all()
    found = rows.filter(pk=handover_id, organisation_id=actor.organisation_id).first()
    may = policy.may_enter(actor, Permission.SHIFT_HAND_OVER)
    if found is None or not may or found.to_id not in {None, actor.user_id}:
        raise NotFound(_("We found no such handover."))
    return found


def list_left(*, actor: "Actor") -> list[Handover]:
    """List what was left to the actor or to whoever comes next, and nobody took over yet."""
    if not policy.may_enter(actor, Permission.SHIFT_HAND_OVER):
        return []
    rows = Handover.objects.filter(organisation_id=actor.organisation_id, taken_at__isnull=True)
    mine = rows.filter(Q(to_id=actor.user_id) | Q(to_id__isnull=True))
    return list(mine.exclude(from_id=actor.user_id).prefetch_related("items"))


def own_unfinished(*, actor: "Actor") -> list[Contact]:
    """List what the actor looks after and has not ended: the calls that are due first."""
    if not policy.may_enter(actor, Permission.SHIFT_HAND_OVER):
        return []
    rows = Contact.objects.of(actor.organisation_id).unfinished()
    mine = rows.filter(holder_id=actor.user_id)
    return sorted(mine, key=lambda row: (row.call_at is None, row.call_at or row.at))


def own_day(*, actor: "Actor") -> OwnDay:
    """Say how long the actor is on shift and what weighed today, from what they wrote down anyway."""
    own = Contact.objects.of(actor.organisation_id).filter(by_id=actor.user_id)
    today = list(own.filter(at__gte=_midnight()))
    hard = sum(
        policies.is_hard(
            danger=row.danger, asked=row.asked, noise=row.noise, is_child=row.is_child
        )
        for row in today
    )
    return OwnDay(_since(actor), len(today), hard)


def _since(actor: "Actor") -> datetime | None:
    """Find the first deed of a shift: after the last handover, and not longer ago than a shift lasts."""
    shifts = Handover.objects.filter(organisation_id=actor.organisation_id)
    begins = clock.now() - policies.LONGEST_SHIFT
    left = shifts.filter(from_id=actor.user_id, at__gt=begins).order_by("-at").first()
    begins = left.at if left else begins
    own = Contact.objects.of(actor.organisation_id).filter(by_id=actor.user_id, at__gt=begins)
    first = own.order_by("at").values_list("at", flat=True).first()
    taken = shifts.filter(taken_by_id=actor.user_id, taken_at__gt=begins)
    took = taken.order_by("taken_at").values_list("taken_at", flat=True).first()
    return min((moment for moment in (first, took) if moment), default=None)


def _midnight() -> datetime:
    here = timezone.localtime(clock.now())
    return here.replace(hour=0, minute=0, second=0, microsecond=0)
