"""How much waits for an editor: counted for the home page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from korgoo.access.enums import Permission
from korgoo.lib import clock
from korgoo.rights import editing_rules, policies
from korgoo.rights.enums import VersionState
from korgoo.rights.models import ItemVersion, Number

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for an editor.

    Attributes:
        due: statements to be looked at again, now or within two weeks.
        to_read: statements that somebody else wrote and that wait for a second reader.
        numbers: numbers to be called again, now or within two weeks.
    """

    due: int = 0
    to_read: int = 0
    numbers: int = 0


def waiting(*, actor: "Actor") -> Waiting:
    """Count what waits for an editor; nothing for everybody else."""
    if not policies.may(actor, Permission.CONTENT_APPROVE):
        return Waiting()
    today = clock.today()
    soon = today + editing_rules.SOON
    alive = Q(valid_to__isnull=True) | Q(valid_to__gte=today)
    due = ItemVersion.objects.published().filter(alive, review_by__lte=soon)
    to_read = ItemVersion.objects.filter(state=VersionState.WAITING)
    numbers = Number.objects.filter(Q(review_by__isnull=True) | Q(review_by__lte=soon))
    return Waiting(
        due=due.count(),
        to_read=to_read.exclude(written_by_id=actor.user_id).count(),
        numbers=numbers.count(),
    )
