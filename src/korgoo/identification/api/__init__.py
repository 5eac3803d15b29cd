"""What other missions may ask of identification. Plain data out, never a model."""

from korgoo.identification import closed, drafts, panels, sealed_words, wording
from korgoo.identification.api.cards import (
    ScreeningCard,
    address_of,
    asked_on,
    fill_from_field,
    forget,
    get,
    list_for,
    outcome_words,
    start,
)
from korgoo.identification.api.guideline import (
    adopt_edition,
    current_edition,
    edition,
    edition_by_digest,
    edition_on,
    hold_editions,
    impact,
    list_editions,
    vector_changes,
)
from korgoo.identification.api.views import title_of, titles_of, views_for
from korgoo.identification.editions import Edition
from korgoo.identification.replay import Impact, VectorTurn

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
