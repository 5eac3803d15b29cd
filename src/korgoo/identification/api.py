"""What other missions may ask of identification. Plain data out, never a model."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse

from korgoo.access.enums import Permission
from korgoo.countrypack import api as packs
from korgoo.identification import (
    agency_views,
    closed,
    drafts,
    editions,
    explanation,
    panels,
    readings,
    replay,
    sealed_words,
    selectors,
    services,
    wording,
)
from korgoo.identification.editions import Edition
from korgoo.identification.enums import FULL_VIEW, AgeCheck, Moved, Opinion, Talk
from korgoo.identification.models import Screening
from korgoo.identification.replay import Impact, VectorTurn
from korgoo.identification.rules import Reading, Value
from korgoo.identification.same_facts import ANSWERED
from korgoo.identification.services.field import fill_from_field as _fill_from_field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from korgoo.access.actor import Actor
    from korgoo.countrypack.schema.guideline import GuidelineData
    from korgoo.identification.guidelines import Choice

__all__ = [
    "Edition",
    "Impact",
    "ScreeningCard",
    "VectorTurn",
    "address_of",
    "adopt_edition",
    "asked_on",
    "closed",
    "current_edition",
    "drafts",
    "edition",
    "edition_by_digest",
    "edition_on",
    "fill_from_field",
    "forget",
    "get",
    "hold_editions",
    "impact",
    "list_editions",
    "list_for",
    "outcome_words",
    "panels",
    "sealed_words",
    "start",
    "title_of",
    "titles_of",
    "vector_changes",
    "views_for",
    "wording",
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


def title_of(view: str) -> str:
    """Name a view in the language of the page; one that no edition has any more stands for itself."""
    return titles_of([view])[view]


def titles_of(views: "Iterable[str]") -> dict[str, str]:
    """Name views in the language of the page, looking through the editions once for all of them.

    Args:
        views: Keys; one that no edition has any more is named by itself.
    """
    titles = {view: view for view in views}
    unnamed = set(titles)
    for one in editions.newest_first() if unnamed else ():
        for view in sorted(unnamed):
            try:
                described = agency_views.view_of(view, one.data)
            except KeyError:
                continue
            titles[view] = described.title.in_language(explanation.language())
            unnamed.remove(view)
        if not unnamed:
            break
    return titles


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


def views_for(*, mandates: frozenset[str], body: str) -> list[tuple[str, str]]:
    """List the cards that may be started, those made for this organisation first, with their names.

    Args:
        mandates: The organisation's.
        body: Code of the organisation.
    """
    guideline, language = editions.current().data, explanation.language()
    views = agency_views.choices_for(guideline, mandates=mandates, body=body)
    named = [(view.key, view.title.in_language(language)) for view in views]
    whole = agency_views.whole_lists(guideline)
    return named + [(key, one.title.in_language(language)) for key, one in whole]


def current_edition() -> Edition:
    """Give the edition of the guideline in force today."""
    return editions.current()


def edition_on(day: "date") -> Edition:
    """Give the edition in force on a day."""
    return editions.on(day)


def edition(edition_id: UUID) -> Edition:
    """Give an edition by its key.

    Raises:
        NotFound: No such edition.
    """
    return editions.get(edition_id)


def edition_by_digest(digest: str) -> Edition:
    """Give the edition whose digest begins so (eight hexadecimal digits at least).

    Raises:
        NotFound: No such edition.
    """
    return editions.by_digest(digest)


def list_editions() -> list[Edition]:
    """List all editions, in the order in which they hold."""
    return editions.every()


def adopt_edition(
    files: "Mapping[str, Any]", *, name: str, valid_from: "date", legal_basis: str, actor: "Actor"
) -> Edition:
    """Put an edition in force from a day on; the caller has made sure that two persons decided.

    Raises:
        DomainError: The day lies in the past, or an edition has this name.
        PackError: The files have faults.
    """
    row = services.adopt_edition(
        files, name=name, valid_from=valid_from, legal_basis=legal_basis, actor=actor
    )
    return editions.get(row.pk)


def hold_editions(*, actor: "Actor") -> None:
    """Hold all editions until the caller's transaction ends, the one in force among them."""
    services.keep_edition(editions.current(), actor=actor)
    services.hold_editions()


def impact(
    files_after: "Mapping[str, Any]",
    *,
    files_before: "Mapping[str, Any] | None" = None,
    besides: int | None = None,
    read_before: datetime | None = None,
) -> Impact:
    """Count which past cards would be read differently, by coded facts alone, disclosure-controlled.

    Args:
        files_after: A valid draft, file name to plain data.
        files_before: What to compare with; the edition in force when left out.
        besides: An organisation whose cards are left out: the reader's.
        read_before: Only cards that were read before this moment.

    Raises:
        PackError: A guideline has faults.
    """
    languages = packs.current().languages
    before = (
        packs.read_guideline(files_before, languages=languages)
        if files_before is not None
        else editions.current().data
    )
    after = packs.read_guideline(files_after, languages=languages)
    return replay.impact(before, after, besides=besides, read_before=read_before)


def vector_changes(before: "GuidelineData", after: "GuidelineData") -> list[VectorTurn]:
    """Read every test vector under two guidelines."""
    return replay.vector_turns(before, after)


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
