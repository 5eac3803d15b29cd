"""Editions of the guideline: in force, adopted, and what a draft would change."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korgoo.countrypack import api as packs
from korgoo.identification import editions, replay, services
from korgoo.identification.editions import Edition
from korgoo.identification.replay import Impact, VectorTurn

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from korgoo.access.actor import Actor
    from korgoo.countrypack.schema.guideline import GuidelineData


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
