"""What a decision leaves open when a case is to be closed."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.casework.obstacles import Obstacle
from korgoo.determination.enums import DecisionState
from korgoo.determination.models import Proceeding

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

UNSETTLED = (DecisionState.PROPOSED, DecisionState.REVIEWED, DecisionState.APPEALED)


def decisions(case_id: UUID, *, actor: "Actor") -> list[Obstacle]:
    """A decision that is not made, or that the person was not told, is left with a ground."""
    states = set(Proceeding.objects.filter(case_id=case_id).values_list("state", flat=True))
    found = []
    if states & set(UNSETTLED):
        found.append(Obstacle("undecided-status", _("A decision on the status is not made yet.")))
    if DecisionState.DECIDED in states:
        words = _("The person was not told of the decision on the status.")
        found.append(Obstacle("untold-decision", words))
    return found
