"""Cards: filled, found, named."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from korgoo.access.enums import Permission
from korgoo.identification import editions, explanation, readings, selectors, services, wording
from korgoo.identification.enums import FULL_VIEW, AgeCheck, Moved, Opinion, Talk
from korgoo.identification.models import Screening
from korgoo.identification.rules import Reading, Value
from korgoo.identification.same_facts import ANSWERED
from korgoo.identification.services.field import fill_from_field as _fill_from_field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from korgoo.access.actor import Actor
    from korgoo.identification.guidelines import Choice


@dataclass(frozen=True, slots=True)
class ScreeningCard:
    """A screening as casework may know it. ``reading`` is there once the opinion was given."""

    id: UUID
    subject: UUID
    view: str
    version: str
    age_check: str
    started_at: datetime
    started_by_id: int
    opinion: str
    reading: Reading | None


def start(
    subject: UUID,
    *,
    view: str,
    talk: Talk,
    age_check: AgeCheck | None = None,
    moved: Moved | None = None,
    actor: "Actor",
) -> ScreeningCard:
    """Start a card for a case that is the actor's own.

    Raises:
        NotFound: The actor may not fill cards, or there is no such view.
    """
    return _card(
        services.start_screening(
            subject, view=view, talk=talk, age_check=age_check, moved=moved, actor=actor
        )
    )


def get(screening_id: UUID, *, actor: "Actor") -> ScreeningCard:
    """Describe one screening.

    Raises:
        NotFound: Not one of the actor's organisation.
    """
    return _card(
        selectors.get_screening(screening_id, actor=actor, permission=Permission.SCREENING_VIEW)
    )


def list_for(subject: UUID, *, actor: "Actor") -> list[ScreeningCard]:
    """List the screenings of a case that the actor may read, newest first."""
    return [_card(row) for row in selectors.list_screenings(subject, actor=actor)]


def asked_on(screening_id: UUID, *, actor: "Actor") -> list[str]:
    """List the questions that a card answered with yes or no, in the language of the page.

    What was answered is not told: the list is there so that nobody asks a second time.

    Raises:
        NotFound: No such card, or none the actor may read.
    """
    row = selectors.get_screening(screening_id, actor=actor, permission=Permission.SCREENING_VIEW)
    book = editions.of(row).data.catalogues.values()
    language = explanation.language()
    return [
        sign.question.in_language(language)
        for catalogue in book
        for sign in catalogue.indicators
        if Value(row.answers.get(sign.code, {}).get("value", Value.UNKNOWN)) in ANSWERED
    ]


def address_of(card: ScreeningCard, *, may_fill: bool = True) -> str:
    """Say where to go on with a card: its reading, the question of age, or its first page."""
    if card.reading is not None or not may_fill:
        return reverse("identification:reading", args=[card.id])
    if card.view.startswith(FULL_VIEW):
        return reverse("identification:age", args=[card.id])
    return reverse("identification:page", args=[card.id, 1])


def outcome_words(card: ScreeningCard) -> str:
    """Name the outcome of a card that was read, the one that asks for most; empty before."""
    return str(wording.outcome_name(card.reading.outcome)) if card.reading else ""


def _card(row: Screening) -> ScreeningCard:
    return ScreeningCard(
        row.pk,
        row.subject,
        row.view,
        row.version,
        row.age_check,
        row.started_at,
        row.started_by_id,
        row.opinion,
        _headline(row),
    )


def _headline(row: Screening) -> Reading | None:
    return readings.headline(explanation.stored_readings(row)) if row.reading else None


def fill_from_field(  # noqa: PLR0913 - a whole card at once
    subject: UUID,
    *,
    view: str,
    edition_digest: str,
    talk: Talk,
    choices: "Sequence[Choice]",
    opinion: Opinion,
    asked_at: datetime,
    age_check: AgeCheck | None = None,
    moved: Moved | None = None,
    actor: "Actor",
) -> ScreeningCard:
    """Take over a card that was filled elsewhere, as if it had been typed in.

    Raises:
        NotFound: No such view or edition, or the actor may not fill cards.
        DomainError: That edition does not have the view.
    """
    return _card(
        _fill_from_field(
            subject,
            view=view,
            edition_digest=edition_digest,
            talk=talk,
            choices=choices,
            opinion=opinion,
            asked_at=asked_at,
            age_check=age_check,
            moved=moved,
            actor=actor,
        )
    )


def forget(subject: UUID) -> int:
    """Erase the cards of a case with their answers; part of a deed that records itself.

    Returns:
        How many rows went.
    """
    return Screening.objects.filter(subject=subject).delete()[0]
