"""Who minds data lays bait: an own case of a person who does not exist."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, policy
from korgoo.access.enums import Event, Permission
from korgoo.casework import api as casework
from korgoo.lib import clock, codes
from korgoo.lib.errors import NotFound
from korgoo.pairs.models import Bait

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

CASE = "casework.Case"


@transaction.atomic
def lay(code: str, *, actor: "Actor") -> Bait:
    """Mark an own case as bait. It is found by nobody any more; who tries is told to who minds data.

    Args:
        code: Of the case, as it is read out.
        actor: The data protection officer of its owner.

    Raises:
        NotFound: No own case of this code, or the actor does not mind data.
    """
    _require(actor)
    lines = casework.own_lines(case_codes=[codes.parse(code) or ""], actor=actor)
    if not lines:
        raise NotFound(_("We found no own case of this code."))
    row, is_new = Bait.objects.get_or_create(
        case_id=next(iter(lines)), defaults={"laid_at": clock.now(), "laid_by_id": actor.user_id}
    )
    if is_new:
        audit.record(Event.BAIT_LAID, actor=actor, target=f"{CASE}:{row.case_id}")
    return row


@transaction.atomic
def take_up(case_id: UUID, *, actor: "Actor") -> None:
    """Let a case be an ordinary one again.

    Raises:
        NotFound: No bait of one's own house, or the actor does not mind data.
    """
    _require(actor)
    rows = Bait.objects.filter(case_id=case_id, case__owner_id=actor.organisation_id)
    if not rows.delete()[0]:
        raise NotFound(_("We found no own case of this code."))
    audit.record(Event.BAIT_TAKEN_UP, actor=actor, target=f"{CASE}:{case_id}")


def _require(actor: "Actor") -> None:
    if not policy.may_enter(actor, Permission.AUDIT_VIEW):
        raise NotFound(_("We found no such page."))
