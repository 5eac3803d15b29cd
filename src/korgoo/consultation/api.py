"""What other missions may ask of consultations. Plain data out, never a model."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from korgoo.consultation import policies, selectors, services, subjects, wording
from korgoo.consultation.enums import AdoptionState, State, Wait

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.consultation.models import Adoption, NoticeFor
    from korgoo.consultation.standing import Standing

__all__ = [
    "AdoptionCard",
    "ConsultationCard",
    "NoticeCard",
    "OpenConsultation",
    "card_of",
    "count_waiting",
    "is_frozen",
    "list_open",
    "open_consultation",
    "unread_notices",
]


@dataclass(frozen=True, slots=True)
class AdoptionCard:
    """An adoption by two persons. ``state``: proposed or confirmed; what was taken back is none."""

    id: UUID
    state: AdoptionState
    legal_basis: str
    takes_effect: date
    organisation: str
    proposed_at: datetime
    confirming_organisation: str
    confirmed_at: datetime | None


@dataclass(frozen=True, slots=True)
class ConsultationCard:
    """How a consultation stands. ``open_until``: last day for comments; ``state`` follows from it."""

    id: UUID
    kind: str
    subject_id: UUID
    state: State
    open_until: date
    comments: int
    unanswered: int
    adoption: AdoptionCard | None
    address: str

    @property
    def is_open(self) -> bool:
        """Tell whether organisations can comment today."""
        return self.state is State.OPEN

    @property
    def is_adopted(self) -> bool:
        """Tell whether the draft was adopted."""
        return self.adoption is not None and self.adoption.state is AdoptionState.CONFIRMED


@dataclass(frozen=True, slots=True)
class OpenConsultation:
    """One line of a list, in the language of the page, with what it waits for from the actor."""

    card: ConsultationCard
    kind_title: str
    title: str
    waits: tuple[Wait, ...]


@dataclass(frozen=True, slots=True)
class NoticeCard:
    """A notice that an organisation got, in the language of the page."""

    id: UUID
    title: str
    sent_at: datetime
    address: str


def open_consultation(
    kind: str, subject_id: UUID, *, open_until: date, actor: "Actor"
) -> ConsultationCard:
    """Put a draft before every organisation, once.

    Args:
        kind: The kind of draft, as it was registered.
        subject_id: Which draft.
        open_until: The last day for comments, in the country; it counts until midnight.
        actor: Who opens it.

    Raises:
        Forbidden: The actor's role does not include it.
        NotFound: No such draft.
        DomainError: The day lies in the past or too far away, or it was opened before.
    """
    row = services.open_consultation(kind, subject_id, open_until=open_until, actor=actor)
    return card(selectors.standing_of(row))


def card_of(kind: str, subject_id: UUID) -> ConsultationCard | None:
    """Say how the consultation about a draft stands; None when there was none."""
    row = selectors.find_consultation(kind, subject_id)
    return card(selectors.standing_of(row)) if row else None


def is_frozen(kind: str, subject_id: UUID, *, lock: bool = False) -> bool:
    """Tell whether a draft may not change: its adoption is proposed or confirmed.

    Args:
        kind: The kind of draft.
        subject_id: Which draft.
        lock: Hold the answer until the caller's transaction ends: nobody proposes meanwhile.
    """
    row = selectors.find_consultation(kind, subject_id, lock=lock)
    return row is not None and selectors.standing_of(row).is_frozen


def list_open(*, actor: "Actor") -> list[OpenConsultation]:
    """List drafts in consultation that are not adopted yet; empty for who sees none.

    The one whose comments end first comes first; those whose comments are over come last.
    """
    found = [line(one, actor=actor) for one in selectors.list_running(actor=actor)]
    return sorted(found, key=lambda one: not one.card.is_open)


def count_waiting(*, actor: "Actor") -> int:
    """Count the consultations that wait for something from the actor."""
    running = selectors.list_running(actor=actor)
    return sum(bool(policies.waits(actor, one)) for one in running)


def unread_notices(*, actor: "Actor") -> list[NoticeCard]:
    """List the notices to the actor's organisation that the actor has not marked as read."""
    return [notice_card(copy) for copy in selectors.list_unread(actor=actor)]


def line(standing: "Standing", *, actor: "Actor") -> OpenConsultation:
    """Put one consultation of a list into words."""
    row = standing.row
    subject = subjects.subject(row.kind)
    return OpenConsultation(
        card=card(standing),
        kind_title=str(subject.title),
        title=subject.name(row.subject_id),
        waits=policies.waits(actor, standing),
    )


def card(standing: "Standing") -> ConsultationCard:
    """Give a consultation out as plain data."""
    row = standing.row
    return ConsultationCard(
        id=row.pk,
        kind=row.kind,
        subject_id=row.subject_id,
        state=standing.state,
        open_until=row.open_until,
        comments=standing.comments,
        unanswered=standing.unanswered,
        adoption=adoption_card(standing.adoption) if standing.adoption else None,
        address=reverse("consultation:consultation", args=[row.pk]),
    )


def adoption_card(adoption: "Adoption") -> AdoptionCard:
    """Give an adoption out as plain data."""
    second = adoption.confirming_organisation
    return AdoptionCard(
        id=adoption.pk,
        state=adoption.state,
        legal_basis=adoption.legal_basis,
        takes_effect=adoption.takes_effect,
        organisation=adoption.organisation.name,
        proposed_at=adoption.proposed_at,
        confirming_organisation=second.name if second else "",
        confirmed_at=adoption.confirmed_at,
    )


def notice_card(copy: "NoticeFor") -> NoticeCard:
    """Give a notice out as plain data, in the language of the page."""
    notice = copy.notice
    return NoticeCard(
        id=notice.pk,
        title=wording.in_language(notice.title),
        sent_at=notice.sent_at,
        address=reverse("consultation:notice", args=[notice.pk]),
    )
