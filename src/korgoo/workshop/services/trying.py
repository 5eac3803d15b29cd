from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.workshop import selectors

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.workshop.models import GuidelineDraft


@transaction.atomic
def try_draft(draft_id: UUID, *, actor: "Actor") -> "GuidelineDraft":
    """Fetch a draft to try it on past cards. Each try leaves a row: many of them are a pattern.

    Raises:
        NotFound: No such draft, or the actor edits none.
    """
    draft = selectors.get_for_typed(draft_id, actor=actor)
    audit.record(Event.DRAFT_TRIED, actor=actor, target=draft, detail=str(draft.version))
    return draft
