"""What other missions may ask of how work ends. Plain data out, never a model."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.closing import selectors, services
from korgoo.closing.enums import Asked, Way
from korgoo.closing.models import FollowUp, KeptFor, PersonRequest
from korgoo.closing.services import sweep_retention
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

__all__ = ["RequestCard", "Waits", "requests_of", "sweep_retention", "take_request", "waiting"]


@dataclass(frozen=True, slots=True)
class RequestCard:
    """A request of a person about their own data. ``due_at`` None: no time limit is set.

    ``answer`` is empty until it is answered; ``is_done`` tells whether it was also carried out.
    """

    id: UUID
    kind: Asked
    taken_at: datetime
    due_at: datetime | None
    answer: str
    refusal: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Waits:
    """How much of all this waits for a member: counts, no case."""

    handed_over: int = 0
    follow_ups: int = 0
    requests: int = 0
    to_confirm: int = 0
    announced: int = 0


def take_request(case_id: UUID, kind: Asked, *, way: Way = Way.PAGE) -> RequestCard:
    """Write down what a person asks about their own data on their own page.

    The caller has made sure that the person holds the code of the case.

    Raises:
        Forbidden: The same is asked already and waits for its answer.
    """
    return _card(services.take_request(case_id, kind, way=way))


def requests_of(case_id: UUID) -> list[RequestCard]:
    """List what a person asked about their own data, newest first, for the person's own page."""
    return [_card(row) for row in selectors.requests_of(case_id)]


def waiting(*, actor: "Actor") -> Waits:
    """Count what of all this waits for a member, as far as their roles reach."""
    own = {"organisation_id": actor.organisation_id}
    requests = PersonRequest.objects.open().filter(**own)
    may = {p: policy.may_enter(actor, p) for p in Permission}
    return Waits(
        handed_over=len(selectors.handed_to(actor=actor)) if may[Permission.CASE_ASSIGN] else 0,
        follow_ups=FollowUp.objects.due(clock.now())
        .filter(closure__organisation_id=actor.organisation_id)
        .count()
        if may[Permission.FOLLOW_UP_RECORD]
        else 0,
        requests=requests.filter(answer="").count() if may[Permission.REQUEST_VIEW] else 0,
        to_confirm=requests.filter(answer="granted").exclude(answered_by_id=actor.user_id).count()
        if may[Permission.REQUEST_CONFIRM]
        else 0,
        announced=KeptFor.objects.announced().filter(held_at__isnull=True, **own).count()
        if may[Permission.RETENTION_VIEW]
        else 0,
    )


def _card(row: PersonRequest) -> RequestCard:
    return RequestCard(
        row.pk,
        Asked(row.kind),
        row.taken_at,
        row.due_at,
        row.answer,
        row.refusal,
        row.closed_at is not None,
    )
