"""An organisation follows another: seats, promises and duties pass by reading it, nothing is edited."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.councils import policies
from korgoo.councils.models import Succession
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def record_succession(
    ended_id: int, successor_id: int, day: date, *, basis: str, actor: "Actor | None"
) -> Succession:
    """Record that one organisation follows another.

    From the day on the successor sits on its seats, keeps its bodies and bears its promises and
    duties; until then, and in everything written before, the old name stays.

    Args:
        ended_id: Who ends, on the day before.
        successor_id: Who follows.
        day: First day of the successor.
        basis: The act that says so.
        actor: Who records it; None for the demonstration.

    Raises:
        Forbidden: The actor does not oversee councils.
        NotFound: One of the organisations is not there.
        DomainError: The day is impossible, one was succeeded already, or it is one's own organisation.
    """
    policies.oversee(actor).require()
    if actor is not None and actor.organisation_id == ended_id:
        raise DomainError(
            _("Your own organisation would end. The secretariat of the successor records this.")
        )
    if not policies.is_plausible(day, clock.today()):
        raise DomainError(_("Choose a day since 1991, and not many years ahead."))
    access.end_organisation(ended_id, successor_id, day, actor=actor)
    row = Succession.objects.create(
        ended_id=ended_id,
        successor_id=successor_id,
        day=day,
        basis=basis,
        recorded_at=clock.now(),
        recorded_by_id=actor.user_id if actor else None,
    )
    audit.record(Event.SUCCESSION_RECORDED, actor=actor, target=row)
    return row
