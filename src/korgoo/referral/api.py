"""What other missions may ask of referrals. Plain data out, never a model."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.casework import api as casework
from korgoo.lib import clock, codes
from korgoo.referral import selectors
from korgoo.referral.enums import ReferralState, Urgency
from korgoo.referral.for_person import PersonsReferral, confirm_by_person, for_person
from korgoo.referral.models import Referral
from korgoo.referral.queues import Queue, list_queues
from korgoo.referral.services.closing import expire_overdue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor

__all__ = [
    "PersonsReferral",
    "Queue",
    "ReferralCard",
    "SentLists",
    "Waiting",
    "answered",
    "confirm_by_person",
    "expire_overdue",
    "for_person",
    "inbox",
    "list_queues",
    "of_case",
    "returned",
    "sent",
    "sent_lists",
    "waiting",
    "watched",
]


@dataclass(frozen=True, slots=True)
class ReferralCard:
    """One line of a list of referrals: codes, states, clocks. ``due_at`` None: no limit is set."""

    id: UUID
    number: str
    case_id: UUID
    case_code: str
    kind: str
    state: ReferralState
    urgency: Urgency
    sender: str
    receiver: str
    sender_id: int
    receiver_id: int
    is_mine_to_answer: bool
    needs: tuple[str, ...]
    people: int
    sent_at: datetime | None
    clock_key: str
    due_at: datetime | None
    is_late: bool
    decline_reason: str
    alternative: str
    alternative_id: int | None
    helped: str
    questions: tuple[str, ...]
    is_answered_by_sender: bool

    @property
    def spoken_number(self) -> str:
        """The number in groups of three digits."""
        return codes.spoken(self.number)

    @property
    def spoken_case_code(self) -> str:
        """The case's code in groups of three digits."""
        return codes.spoken(self.case_code)


@dataclass(frozen=True, slots=True)
class SentLists:
    """What an organisation sent, by what its sender has to do about it."""

    returned: list[ReferralCard]
    asked: list[ReferralCard]
    to_confirm: list[ReferralCard]
    drafts: list[ReferralCard]
    running: list[ReferralCard]
    done: list[ReferralCard]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a member of an organisation that sends and receives referrals."""

    inbox: list[ReferralCard]
    asked: list[ReferralCard]
    returned: list[ReferralCard]
    to_confirm: list[ReferralCard]


def waiting(*, actor: "Actor", most: int = selectors.MOST) -> Waiting:
    """Gather what waits: to answer, questions, what came back, what the person must confirm.

    Args:
        actor: Who asks.
        most: Of each list, so many.
    """
    lists = (
        selectors.list_inbox(actor=actor, most=most),
        selectors.list_asked(actor=actor, most=most),
        selectors.list_returned(actor=actor, most=most),
        selectors.list_to_confirm(actor=actor, most=most),
    )
    every = {card.id: card for card in cards((r for rows in lists for r in rows), actor=actor)}
    return Waiting(*([every[row.pk] for row in rows] for rows in lists))


def sent_lists(*, actor: "Actor") -> SentLists:
    """Sort what the actor's organisation sent by what there is to do; one query for all clocks."""
    lists = (
        selectors.list_returned(actor=actor),
        selectors.list_asked(actor=actor),
        selectors.list_to_confirm(actor=actor),
        selectors.list_drafts(actor=actor),
        selectors.list_running(actor=actor),
        selectors.list_done(actor=actor),
    )
    every = {card.id: card for card in cards((r for rows in lists for r in rows), actor=actor)}
    return SentLists(*([every[row.pk] for row in rows] for rows in lists))


def answered(*, actor: "Actor") -> list[ReferralCard]:
    """List what the actor's organisation received and has nothing more to do for."""
    return cards(selectors.list_answered(actor=actor), actor=actor)


def inbox(*, actor: "Actor") -> list[ReferralCard]:
    """List what waits for the actor's organisation as receiver."""
    return cards(selectors.list_inbox(actor=actor), actor=actor)


def returned(*, actor: "Actor") -> list[ReferralCard]:
    """List what came back without help."""
    return cards(selectors.list_returned(actor=actor), actor=actor)


def sent(*, actor: "Actor") -> list[ReferralCard]:
    """List what the actor's organisation sent or still writes."""
    return cards(selectors.list_sent(actor=actor), actor=actor)


def watched(
    *, actor: "Actor", state: str = "", organisation_id: int | None = None
) -> list[ReferralCard]:
    """List the live referrals of the whole mechanism, the late ones first.

    Args:
        actor: Who asks.
        state: Keep one state; empty for every live one.
        organisation_id: Keep what this organisation sent or received.

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    rows = selectors.list_watched(actor=actor, state=state, organisation_id=organisation_id)
    found = cards(rows, actor=actor)
    far = clock.now().replace(year=9999)
    return sorted(found, key=lambda card: (not card.is_late, card.due_at or far))


def of_case(case_id: UUID, *, actor: "Actor") -> list[ReferralCard]:
    """List the referrals of a case that the actor may know of."""
    return cards(selectors.list_of_case(case_id, actor=actor), actor=actor)


def cards(referrals: "Iterable[Referral]", *, actor: "Actor") -> list[ReferralCard]:
    """Describe referrals for a list, with their running clocks: one query for all clocks."""
    rows = list(referrals)
    clocks = casework.clocks_of_referrals(row.pk for row in rows)
    return [_card(row, clocks.get(row.pk), actor) for row in rows]


def _card(row: Referral, ticking: casework.ClockCard | None, actor: "Actor") -> ReferralCard:
    due_at = ticking.due_at if ticking else None
    return ReferralCard(
        id=row.pk,
        number=row.number,
        case_id=row.case_id,
        case_code=row.case.code,
        kind=row.kind,
        state=ReferralState(row.state),
        urgency=Urgency(row.urgency),
        sender=row.sender.name,
        receiver=row.receiver.name,
        sender_id=row.sender_id,
        receiver_id=row.receiver_id,
        needs=tuple(row.needs),
        people=row.people,
        is_mine_to_answer=row.receiver_id == actor.organisation_id,
        sent_at=row.sent_at,
        clock_key=ticking.key if ticking else "",
        due_at=due_at,
        is_late=due_at is not None and due_at <= clock.now(),
        decline_reason=row.decline_reason,
        alternative=row.alternative.name if row.alternative else "",
        alternative_id=row.alternative_id,
        helped=row.helped,
        questions=tuple(row.questions),
        is_answered_by_sender=row.is_answered_by_sender,
    )
