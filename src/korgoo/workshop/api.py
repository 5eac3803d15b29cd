"""What other missions may ask of the workshop. Plain data out, never a model."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from korgoo.workshop import selectors
from korgoo.workshop.enums import SUBJECT_KIND

if TYPE_CHECKING:
    from datetime import datetime

    from korgoo.access.actor import Actor

__all__ = ["SUBJECT_KIND", "DraftCard", "count_open", "open_drafts"]


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft that is being written, as a list shows it. ``edition``: what it is to become."""

    id: UUID
    title: str
    edition: str
    organisation: str
    changed_at: "datetime"
    address: str


def open_drafts(*, actor: "Actor") -> list[DraftCard]:
    """List the drafts that are being written, newest first; empty for who sees none."""
    rows = (row for row in selectors.list_drafts(actor=actor) if row.is_editing)
    return [
        DraftCard(
            id=row.pk,
            title=row.title,
            edition=row.edition,
            organisation=row.organisation.name,
            changed_at=row.changed_at,
            address=reverse("workshop:draft", args=[row.pk]),
        )
        for row in rows
    ]


def count_open(*, actor: "Actor") -> int:
    """Count the drafts that are being written; none for who sees none."""
    return selectors.count_open(actor=actor)
