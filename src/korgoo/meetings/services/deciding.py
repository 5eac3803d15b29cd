"""Decisions and recommendations: written with an owner and a day, then followed until they are kept."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.commitments import api as commitments
from korgoo.councils import api as councils
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.meetings import policies, selectors
from korgoo.meetings.enums import (
    MEETING_ORIGIN,
    DecisionKind,
    DecisionState,
    MeetingState,
)
from korgoo.meetings.errors import NoOwner, WrongDay
from korgoo.meetings.models import AgendaItem, Decision, DecisionStep, Meeting
from korgoo.meetings.services.planning import require_seen

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.meetings.selectors import Standing


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """What was decided, who carries it out, and until when."""

    text: str
    owner_id: int | None
    due_on: date | None
    kind: str = DecisionKind.DECISION.value


@transaction.atomic
def add_decision(item_id: int, facts: DecisionFacts, *, actor: "Actor | None") -> Decision:
    """Write a decision into the draft of the minutes; it gets the next number of the meeting.

    Raises:
        NotFound: No such item, or another organisation keeps the meeting.
        Forbidden: The minutes have not begun, or were sent.
        NoOwner: Nobody carries it out.
        WrongDay: The day has passed, or cannot be.
    """
    item = selectors.get_item(item_id, actor=actor)
    meeting = selectors.get_kept(item.meeting_id, actor=actor, lock=True)
    policies.write(meeting.state).require()
    owner_id = _check(facts, meeting)
    row = Decision.objects.create(
        item=item,
        number=_next_number(meeting),
        kind=facts.kind,
        text=facts.text,
        owner_id=owner_id,
        due_on=facts.due_on,
    )
    audit.record(Event.MEETING_DECISION_WRITTEN, actor=actor, target=row)
    return row


@transaction.atomic
def change_decision(
    decision_id: UUID, facts: DecisionFacts, *, seen: int, actor: "Actor | None"
) -> Decision:
    """Change a decision while it is a draft.

    Raises:
        NotFound: No such decision, or another organisation keeps the meeting.
        Forbidden: The minutes were sent.
        Meanwhile: Somebody else wrote it since.
        NoOwner: Nobody carries it out.
        WrongDay: The day has passed, or cannot be.
    """
    row, meeting = _draft(decision_id, actor)
    require_seen(row.version, seen)
    row.owner_id = _check(facts, meeting)
    row.text, row.kind, row.due_on = facts.text, facts.kind, facts.due_on
    row.version += 1
    row.save()
    audit.record(Event.MEETING_DECISION_CHANGED, actor=actor, target=row)
    return row


@transaction.atomic
def remove_decision(decision_id: UUID, *, actor: "Actor | None") -> AgendaItem:
    """Take a decision out of the draft.

    Raises:
        NotFound: No such decision, or another organisation keeps the meeting.
        Forbidden: The minutes were sent.
    """
    row, _meeting = _draft(decision_id, actor)
    item = row.item
    audit.record(Event.MEETING_DECISION_CHANGED, actor=actor, target=row, detail="removed")
    row.delete()
    return item


@transaction.atomic
def begin_work(decision_id: UUID, words: str = "", *, actor: "Actor") -> Decision:
    """Say, as the owner, that a decision is in work.

    Raises:
        NotFound: No such decision for the actor.
        Forbidden: Another organisation carries it out, or it stands elsewhere.
    """
    standing = _followed(decision_id, DecisionState.IN_WORK, actor=actor)
    _require_owner(standing, actor)
    return _move(standing.decision, DecisionState.IN_WORK, words, actor)


@transaction.atomic
def say_done(decision_id: UUID, evidence: str, *, link: str = "", actor: "Actor") -> Decision:
    """Say, as the owner, that a decision was carried out, with what shows it.

    Raises:
        NotFound: No such decision for the actor.
        Forbidden: Another organisation carries it out, or it stands elsewhere.
        DomainError: There is no evidence.
    """
    standing = _followed(decision_id, DecisionState.DONE, actor=actor)
    _require_owner(standing, actor)
    if standing.decision.commitment_id:
        commitments.fulfil(standing.decision.commitment_id, evidence, link=link, actor=actor)
    return _move(standing.decision, DecisionState.DONE, evidence, actor)


@transaction.atomic
def drop(decision_id: UUID, reason: str, *, actor: "Actor") -> Decision:
    """Drop a decision, as the secretariat of the body, with a reason.

    Raises:
        NotFound: No such decision for the actor.
        Forbidden: The actor is not its secretariat, it stands elsewhere, or the reason is missing.
    """
    standing = _followed(decision_id, DecisionState.DROPPED, actor=actor, keeper=True)
    policies.reason(reason).require()
    _withdraw(standing, reason, actor)
    return _move(standing.decision, DecisionState.DROPPED, reason, actor)


@transaction.atomic
def pass_on(
    decision_id: UUID, owner_id: int, reason: str, *, due_on: date | None, actor: "Actor"
) -> Decision:
    """Pass a decision on to another organisation, as the secretariat of the body.

    The old one stays with its reason; the new one has a number of its own and names it.

    Raises:
        NotFound: No such decision for the actor.
        Forbidden: The actor is not its secretariat, it stands elsewhere, or the reason is missing.
        WrongDay: The new day has passed, or cannot be.
        DomainError: It is the same organisation.
    """
    standing = _followed(decision_id, DecisionState.PASSED_ON, actor=actor, keeper=True)
    policies.reason(reason).require()
    if owner_id == standing.bearer_id:
        raise DomainError(_("This organisation carries it out already."))
    old = standing.decision
    meeting = old.item.meeting
    facts = DecisionFacts(old.text, owner_id, due_on, old.kind)
    _check(facts, meeting, is_new=True)
    _withdraw(standing, reason, actor)
    _move(old, DecisionState.PASSED_ON, reason, actor)
    new = Decision.objects.create(
        item=old.item,
        number=_next_number(meeting),
        kind=old.kind,
        text=old.text,
        owner_id=owner_id,
        due_on=due_on,
        follows=old,
    )
    make_promise(new, meeting, actor=actor)
    audit.record(Event.MEETING_DECISION_WRITTEN, actor=actor, target=new, detail="passed on")
    return new


@transaction.atomic
def take_up_again(decision_id: UUID, reason: str, *, actor: "Actor") -> Decision:
    """Say, as the secretariat, that what was shown is not enough: it is in work again.

    Raises:
        NotFound: No such decision for the actor.
        Forbidden: The actor is not its secretariat, it stands elsewhere, or the reason is missing.
    """
    standing = _followed(decision_id, DecisionState.IN_WORK, actor=actor, keeper=True)
    if standing.state != DecisionState.DONE:
        raise Forbidden(_("Only what was said to be done is taken up again."))
    policies.reason(reason).require()
    if standing.decision.commitment_id:
        commitments.reopen(standing.decision.commitment_id, reason, actor=actor)
    return _move(standing.decision, DecisionState.IN_WORK, reason, actor)


def make_promise(row: Decision, meeting: Meeting, *, actor: "Actor") -> None:
    """Let a decision of signed minutes become a promise of its owner."""
    day = selectors.day_of(meeting)
    body = councils.names_of_body(meeting.body_id)
    name = body.get(meeting.language, body["en"])
    card = commitments.record(
        promiser_id=row.owner_id,
        beneficiary=name,
        what=row.text,
        due_on=row.due_on,
        origin=commitments.Origin(
            MEETING_ORIGIN,
            str(meeting.pk),
            f"{name}, {day:%d.%m.%Y}, {meeting.number}.{row.number}",
            f"/meetings/m/{meeting.pk}/",
        ),
        made_on=day if day <= clock.today() else None,
        actor=actor,
    )
    row.commitment_id = card.id
    row.save(update_fields=["commitment_id"])


def _check(facts: DecisionFacts, meeting: Meeting, *, is_new: bool = False) -> int:
    verdict = policies.owner(facts.owner_id)
    if not verdict or facts.owner_id is None:
        raise NoOwner(verdict.reason)
    verdict = policies.due(
        facts.due_on,
        kind=facts.kind,
        meeting_day=selectors.day_of(meeting),
        today=clock.today(),
        is_past=meeting.is_past and not is_new,
    )
    if not verdict:
        raise WrongDay(verdict.reason)
    return facts.owner_id


def _next_number(meeting: Meeting) -> int:
    rows = Decision.objects.filter(item__meeting=meeting)
    return (rows.aggregate(last=Max("number"))["last"] or 0) + 1


def _draft(decision_id: UUID, actor: "Actor | None") -> tuple[Decision, Meeting]:
    found, part = selectors.get_decision(decision_id, actor=actor)
    if not part.keeps:
        raise NotFound(_("We found no such decision."))
    meeting = selectors.get_kept(found.item.meeting_id, actor=actor, lock=True)
    policies.write(meeting.state).require()
    row, _part = selectors.get_decision(decision_id, actor=actor, lock=True)
    return row, meeting


def _followed(
    decision_id: UUID, to: DecisionState, *, actor: "Actor", keeper: bool = False
) -> "Standing":
    """Hold a decision of signed minutes that may come into a state."""
    row, part = selectors.get_decision(decision_id, actor=actor)
    selectors.get_meeting(row.item.meeting_id, actor=actor, lock=True)
    row, part = selectors.get_decision(decision_id, actor=actor, lock=True)
    if row.item.meeting.state != MeetingState.SIGNED:
        raise Forbidden(_("Sign the minutes first: until then a decision is a draft."))
    if keeper and not part.keeps:
        raise Forbidden(_("Only the secretariat of this body does this."))
    standing = selectors.standing_of(row)
    policies.decision_move(standing.state, to).require()
    return standing


def _require_owner(standing: "Standing", actor: "Actor") -> None:
    if actor.organisation_id != standing.bearer_id:
        raise Forbidden(_("Another organisation carries this out."))


def _withdraw(standing: "Standing", reason: str, actor: "Actor") -> None:
    if standing.decision.commitment_id:
        commitments.withdraw(standing.decision.commitment_id, reason, actor=actor)


def _move(row: Decision, to: DecisionState, words: str, actor: "Actor") -> Decision:
    row.state = to
    if to in {DecisionState.DROPPED, DecisionState.PASSED_ON}:
        row.reason = words.strip()
    row.version += 1
    row.save()
    DecisionStep.objects.create(
        decision=row,
        state=to,
        words=words.strip()[:1000],
        at=clock.now(),
        by_id=actor.user_id,
        organisation_id=actor.organisation_id,
    )
    audit.record(Event.MEETING_DECISION_MOVED, actor=actor, target=row, detail=to.value)
    return row
