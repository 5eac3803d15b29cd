from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.commitments import api as commitments
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.meetings import policies
from korgoo.meetings.enums import MEETING_ORIGIN, STANDING, DecisionState, MeetingState
from korgoo.meetings.models import Decision, Meeting
from korgoo.meetings.policies import Part
from korgoo.meetings.selectors.meetings import day_of, get_meeting, part_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor

NO_SUCH = _("We found no such decision.")
KEPT = frozenset({commitments.State.FULFILLED, commitments.State.CONFIRMED})


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision as it stands: in itself, or by the promise that it became.

    Args:
        decision: The row.
        state: What holds.
        bearer_id: Who carries it out today: its owner, or the successor.
        bearer: The name of that one.
        address: Page of the promise; empty before the minutes are signed.
        is_confirmed: The secretariat has confirmed that it was kept.
        done_on: When it was kept.
    """

    decision: Decision
    state: DecisionState
    bearer_id: int
    bearer: str
    address: str = ""
    is_confirmed: bool = False
    done_on: date | None = None

    @property
    def is_late(self) -> bool:
        """Tell whether its last day is over and nothing says that it was kept."""
        due = self.decision.due_on
        return self.state in STANDING and due is not None and due < clock.today()

    @property
    def number(self) -> str:
        """How it is called: number of the meeting, number in it."""
        return f"{self.decision.item.meeting.number}.{self.decision.number}"


def get_decision(
    decision_id: UUID, *, actor: "Actor | None", lock: bool = False
) -> tuple[Decision, Part]:
    """Fetch a decision of a meeting whose minutes somebody may read.

    Raises:
        NotFound: No such decision, or not for this actor.
    """
    rows = Decision.objects.filter(pk=decision_id)
    found = (rows.select_for_update() if lock else rows.select_related("item")).first()
    if found is None:
        raise NotFound(NO_SUCH)
    meeting = get_meeting(found.item.meeting_id, actor=actor)
    part = part_of(meeting, actor)
    if not policies.sees_minutes(part, meeting.state):
        raise NotFound(NO_SUCH)
    return found, part


def standings(decisions: "Iterable[Decision]") -> list[Standing]:
    """Say how decisions stand, each by its promise when it has one; the promise says what is true."""
    rows = list(decisions)
    line, today = access.lineage(), clock.today()
    keys = {str(row.item.meeting_id) for row in rows}
    cards = {
        card.id: card for key in keys for card in commitments.known_of_origin(MEETING_ORIGIN, key)
    }
    bearers = {row.pk: line.bearer(row.owner_id, today) for row in rows}
    names = access.names_of(bearers.values())
    return [
        _standing(
            row,
            cards.get(row.commitment_id) if row.commitment_id else None,
            bearers[row.pk],
            names,
        )
        for row in rows
    ]


def standing_of(decision: Decision) -> Standing:
    """Say how one decision stands."""
    return standings([decision])[0]


def decisions_of(meeting: Meeting) -> list[Decision]:
    """List the decisions of a meeting by their number."""
    rows = Decision.objects.filter(item__meeting=meeting)
    return list(rows.select_related("item__meeting", "owner").order_by("number", "pk"))


def open_before(meeting: Meeting) -> list[Standing]:
    """List what was promised in earlier meetings of the body and is still open, the late ones first.

    What was kept since the last meeting stands there too: members want to hear of it.
    """
    earlier = Meeting.objects.filter(
        body_id=meeting.body_id, starts_at__lt=meeting.starts_at, state=MeetingState.SIGNED
    )
    last = earlier.order_by("-starts_at").values_list("pk", flat=True).first()
    rows = Decision.objects.filter(item__meeting__in=earlier)
    rows = rows.select_related("item__meeting", "owner")
    found = [
        one
        for one in standings(rows)
        if one.state in STANDING
        or (one.state == DecisionState.DONE and one.decision.item.meeting_id == last)
    ]
    return sorted(found, key=_place)


def open_of_body(body_id: int) -> list[Standing]:
    """List the open decisions of a body, the late ones first."""
    rows = Decision.objects.filter(
        item__meeting__body_id=body_id, item__meeting__state=MeetingState.SIGNED
    ).select_related("item__meeting", "owner")
    return sorted((one for one in standings(rows) if one.state in STANDING), key=_place)


def count_open_of(organisation_id: int) -> int:
    """Count the open decisions that an organisation carries out today."""
    rows = Decision.objects.filter(item__meeting__state=MeetingState.SIGNED)
    found = standings(rows.select_related("item__meeting", "owner"))
    return sum(one.state in STANDING and one.bearer_id == organisation_id for one in found)


def _place(one: Standing) -> tuple[bool, date, int, int]:
    meeting = one.decision.item.meeting
    due = one.decision.due_on or date.max
    return one.state not in STANDING, due, meeting.number, one.decision.number


def _standing(
    row: Decision,
    card: "commitments.CommitmentCard | None",
    bearer: int,
    names: dict[int, str],
) -> Standing:
    state = DecisionState(row.state)
    if card is None:
        return Standing(row, state, bearer, names[bearer])
    if card.state in KEPT:
        state = DecisionState.DONE
    elif card.state == commitments.State.WITHDRAWN and state in STANDING:
        state = DecisionState.DROPPED
    elif card.state == commitments.State.OPEN and state == DecisionState.DONE:
        state = DecisionState.IN_WORK
    is_confirmed = card.state == commitments.State.CONFIRMED
    return Standing(row, state, bearer, names[bearer], card.address, is_confirmed, card.done_on)


def held(begins: date, ends: date, region: str | None) -> list[Meeting]:
    """List meetings with signed minutes from one day to another, of a region or of all."""
    rows = Meeting.objects.filter(state=MeetingState.SIGNED).select_related("body")
    found = [row for row in rows if begins <= day_of(row) <= ends]
    return [row for row in found if region is None or row.body.region == region]


def decided(begins: date, ends: date, region: str | None) -> list[Standing]:
    """Say how the decisions of such meetings stand."""
    rows = Decision.objects.filter(item__meeting__in=held(begins, ends, region))
    return standings(rows.select_related("item__meeting", "owner"))
