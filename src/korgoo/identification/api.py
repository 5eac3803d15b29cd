"""What other missions may ask of identification. Plain data out, never a model."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from korgoo.access.enums import Permission
from korgoo.identification import agency_views, explanation, panels, selectors, services, wording
from korgoo.identification.enums import FULL_VIEW, AgeCheck, Talk
from korgoo.identification.models import Screening
from korgoo.identification.rules import Reading

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

__all__ = [
    "ScreeningCard",
    "address_of",
    "get",
    "list_for",
    "outcome_words",
    "panels",
    "start",
    "title_of",
]


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
    subject: UUID, *, view: str, talk: Talk, age_check: AgeCheck | None = None, actor: "Actor"
) -> ScreeningCard:
    """Start a card for a case that is the actor's own.

    Raises:
        NotFound: The actor may not fill cards, or there is no such view.
    """
    return _card(
        services.start_screening(subject, view=view, talk=talk, age_check=age_check, actor=actor)
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
    """List the screenings of a case by the actor's own organisation, newest first."""
    return [_card(row) for row in selectors.list_screenings(subject, actor=actor)]


def address_of(card: ScreeningCard) -> str:
    """Say where to go on with a card: its reading, the question of age, or its first page."""
    if card.reading is not None:
        return reverse("identification:reading", args=[card.id])
    if card.view == FULL_VIEW:
        return reverse("identification:age", args=[card.id])
    return reverse("identification:page", args=[card.id, 1])


def title_of(view: str) -> str:
    """Name a view in the language of the page; a view that a pack dropped stands for itself."""
    try:
        described = agency_views.view_of(view, "adult_labour")
    except KeyError:
        return view
    return described.title.in_language(explanation.language())


def outcome_words(card: ScreeningCard) -> str:
    """Name the outcome of a card that was read; empty before."""
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
        Reading.from_data(row.reading) if row.reading else None,
    )
