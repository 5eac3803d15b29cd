"""After the decision: the person is told, and may appeal."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.determination import clocks, policies, selectors
from korgoo.determination.enums import AppealBy, DecisionState, NotifiedHow
from korgoo.determination.models import Proceeding
from korgoo.determination.services.moves import take, trace
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

NOTIFY = Permission.DETERMINATION_NOTIFY


@transaction.atomic
def notify(proceeding_id: UUID, *, how: NotifiedHow, language: str, actor: "Actor") -> Proceeding:
    """Record that the person was told of the decision; the time for an appeal runs from now.

    Args:
        proceeding_id: A decision of the actor's body, or in an own case.
        how: By whom and how.
        language: Code of the language in which they were told.
        actor: A member of the body or of the owner.

    Raises:
        NotFound: None that they may know of.
        Forbidden: It was told already, or is not decided.
    """
    row = take(proceeding_id, actor=actor, permission=NOTIFY)
    policies.step(row, DecisionState.NOTIFIED).require()
    row.state, row.notified_at = DecisionState.NOTIFIED, clock.now()
    row.notified_how, row.notified_language = how, language
    row.appeal_until = clocks.ends_at(clocks.APPEAL)
    row.save()
    owner_id = row.case.owner_id
    clocks.start(row.case_id, clocks.APPEAL, responsible_id=owner_id, actor=actor)
    trace(Event.DETERMINATION_NOTIFIED, row, actor=actor, detail=how)
    return row


@transaction.atomic
def appeal(proceeding_id: UUID, *, by: AppealBy, actor: "Actor") -> Proceeding:
    """Record that the decision was appealed: the body decides anew, and its time runs.

    An appeal after its time is recorded too: whether it is late is not the platform's to say.

    Raises:
        NotFound: None that they may know of.
        Forbidden: The person was not told yet, or it was appealed already.
    """
    row = take(proceeding_id, actor=actor, permission=NOTIFY)
    policies.step(row, DecisionState.APPEALED).require()
    row.state, row.appealed_at, row.appealed_by = DecisionState.APPEALED, clock.now(), by
    row.save()
    clocks.stop(row.case_id, clocks.APPEAL, actor=actor)
    clocks.start(row.case_id, clocks.DECISION, responsible_id=row.body_id, actor=actor)
    trace(Event.DETERMINATION_APPEALED, row, actor=actor, detail=by)
    return row


@transaction.atomic
def note_printed(proceeding_id: UUID, *, with_reasons: bool, actor: "Actor") -> Proceeding:
    """Record that the paper of a decision is made.

    Raises:
        NotFound: None that they may know of, or nothing is decided yet.
    """
    row = selectors.get_proceeding(
        proceeding_id, actor=actor, permission=Permission.DETERMINATION_NOTIFY
    )
    if row.decided_at is None:
        raise NotFound(selectors.NO_SUCH)
    detail = "with reasons" if with_reasons else "coded"
    audit.record(Event.DETERMINATION_PRINTED, actor=actor, target=row, detail=detail)
    return row
