from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.identification import api as identification
from korgoo.lib.errors import DomainError
from korgoo.workshop import files as parts
from korgoo.workshop import selectors
from korgoo.workshop.enums import DraftState
from korgoo.workshop.obstacles import obstacles

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.workshop.models import GuidelineDraft


@transaction.atomic
def adopt_draft(draft_id: UUID, *, legal_basis: str, takes_effect: date, actor: "Actor") -> None:
    """Make an edition from a draft, in the transaction of the second person's confirmation.

    Args:
        draft_id: Which draft.
        legal_basis: By what right, in words.
        takes_effect: First day of the edition.
        actor: The second person.

    Raises:
        NotFound: No such draft.
        DomainError: Something stands in the way, or it is no draft any more.
    """
    draft = selectors.find(draft_id, lock=True)
    if not draft.is_editing or obstacles(draft):
        raise DomainError(_("Something stands in the way of adoption. Look at the draft again."))
    _must_approve(draft, actor)
    identification.adopt_edition(
        draft.files,
        name=draft.edition,
        valid_from=takes_effect,
        legal_basis=legal_basis,
        actor=actor,
    )
    draft.state, draft.brought = DraftState.ADOPTED, None
    draft.save(update_fields=["state", "brought"])
    audit.record(Event.DRAFT_CHANGED, actor=actor, target=draft, detail=DraftState.ADOPTED)


def _must_approve(draft: "GuidelineDraft", actor: "Actor") -> None:
    """Make sure that the second person speaks for who must approve a change.

    The edition that is changed says so, not the draft: nobody widens the circle by the draft itself.
    """
    head = draft.base_files.get(parts.HEAD) or {}
    approving = {str(key) for key in head.get("approving_mandates") or ("coordinate",)}
    if not approving & {str(mandate) for mandate in actor.mandates}:
        raise DomainError(
            _("Your organisation is not one of those that must approve a change of the guideline.")
        )
