"""From a proposal to the decision: conflicts of interest, a second person, the decision itself."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access.enums import Event
from korgoo.casework import api as casework
from korgoo.casework.enums import Protection
from korgoo.determination import clocks, policies, sealed, selectors
from korgoo.determination.enums import STATUS_AFTER, Conflict, DecisionState, Outcome
from korgoo.determination.models import BodyMember, Proceeding
from korgoo.determination.services.moves import quietly, seat, take, trace
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def say_conflict(
    proceeding_id: UUID, member_id: int, conflict: Conflict, *, actor: "Actor"
) -> BodyMember:
    """Say whether an interest is in the way: for oneself, or as signed by who has no account.

    Raises:
        NotFound: Not a decision of the actor's body.
        Forbidden: It is another member's to say, or it was decided meanwhile.
    """
    row = take(proceeding_id, actor=actor)
    member = seat(row, member_id)
    policies.say_conflict(actor, row, member).require()
    member.conflict, member.said_at, member.recorded_by_id = conflict, clock.now(), actor.user_id
    member.save()
    quietly(Event.DETERMINATION_CONFLICT_SAID, row, actor=actor, detail=conflict)
    return member


@transaction.atomic
def review(proceeding_id: UUID, *, actor: "Actor") -> Proceeding:
    """Confirm as a second member that what is proposed may be decided.

    Raises:
        NotFound: Not a decision of the actor's body.
        Forbidden: It is the actor's own proposal, they do not sit, or it has moved on.
    """
    row = take(proceeding_id, actor=actor)
    policies.review(actor, row, list(row.members.all())).require()
    row.state, row.reviewed_at = DecisionState.REVIEWED, clock.now()
    row.reviewed_by_id = actor.user_id
    row.save()
    trace(Event.DETERMINATION_REVIEWED, row, actor=actor)
    return row


@transaction.atomic
def dissent(proceeding_id: UUID, member_id: int, words: str, *, actor: "Actor") -> Proceeding:
    """Put a dissenting opinion beside the decision; it is sealed with the reasons.

    Raises:
        NotFound: Not a decision of the actor's body.
        Forbidden: The member has no vote, it is another's to say, or the person was told already.
    """
    row = take(proceeding_id, actor=actor)
    member = seat(row, member_id)
    policies.dissent(actor, row, member).require()
    written = sealed.read(row, actor=actor)
    others = [d for d in written.get("dissent", []) if d["member"] != member.pk]
    opinion = {"member": member.pk, "at": clock.now().isoformat(), "text": words.strip()}
    payload = {**written, "dissent": [*others, opinion]}
    sealed.write(row, payload, owner_id=row.case.owner_id, actor=actor)
    member.dissents = True
    member.save(update_fields=["dissents"])
    quietly(Event.DETERMINATION_DISSENTED, row, actor=actor)
    return row


@transaction.atomic
def decide(proceeding_id: UUID, *, actor: "Actor") -> Proceeding:
    """Decide what was proposed and reviewed: the protection status follows, the clock stops.

    The decision that held before is replaced, never erased. The procedural status stays.

    Raises:
        NotFound: Not a decision of the actor's body.
        Forbidden: It has moved on, somebody has not spoken of conflicts, too few may vote, or the
            person withdrew meanwhile.
    """
    row = take(proceeding_id, actor=actor)
    policies.decide(actor, row, list(row.members.all())).require()
    before = selectors.standing(row.case_id)
    status = _status(row, before)
    casework.decide_status(row.case_id, status, decision_id=row.pk, actor=actor)
    if before is not None:
        before.state = DecisionState.REDECIDED
        before.save(update_fields=["state"])
        row.supersedes = before
    row.state, row.decided_at, row.decided_by_id = (
        DecisionState.DECIDED,
        clock.now(),
        actor.user_id,
    )
    row.save()
    clocks.stop(row.case_id, clocks.DECISION, actor=actor)
    clocks.stop(row.case_id, clocks.APPEAL, actor=actor)
    trace(Event.DETERMINATION_DECIDED, row, actor=actor, detail=row.outcome, to_all=True)
    return row


def _status(row: Proceeding, before: Proceeding | None) -> Protection:
    """Say where the person stands after it.

    When more is needed they stay where they are; if an earlier decision is set aside by that, they
    are presumed a victim again, and help goes on.
    """
    after = STATUS_AFTER[Outcome(row.outcome)]
    if after is not None:
        return after
    now = casework.protection_of(row.case_id)
    is_set_aside = before is not None and STATUS_AFTER[Outcome(before.outcome)] is not None
    return Protection.PRESUMED if is_set_aside else now
