from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.countrypack import api as packs
from korgoo.identification import api as identification
from korgoo.lib.errors import DomainError
from korgoo.workshop import selectors
from korgoo.workshop.enums import DraftState
from korgoo.workshop.obstacles import obstacles

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.workshop.models import GuidelineDraft


@transaction.atomic
def adopt_draft(draft_id: UUID, *, legal_basis: str, takes_effect: date, actor: "Actor") -> None:
    """Make an edition from a draft, in the transaction of the second person's confirmation.

    Who may is decided by consultation, which calls this; the pages of this mission never do.

    Args:
        draft_id: Which draft.
        legal_basis: By what right, in words.
        takes_effect: First day of the edition.
        actor: The second person.

    Raises:
        NotFound: No such draft.
        DomainError: Something stands in the way, or it is no draft any more.
    """
    # Of two drafts in the same moment the second one sees the edition that the first one made.
    identification.hold_editions(actor=actor)
    draft = selectors.find(draft_id, lock=True)
    if not draft.is_editing or obstacles(draft):
        raise DomainError(_("Something stands in the way of adoption. Look at the draft again."))
    _make_edition(draft, legal_basis, takes_effect, actor)
    draft.state, draft.brought = DraftState.ADOPTED, None
    draft.save(update_fields=["state", "brought"])
    audit.record(Event.DRAFT_CHANGED, actor=actor, target=draft, detail=DraftState.ADOPTED)


def _make_edition(
    draft: "GuidelineDraft", legal_basis: str, takes_effect: date, actor: "Actor"
) -> None:
    try:
        identification.adopt_edition(
            draft.files,
            name=draft.edition,
            valid_from=takes_effect,
            legal_basis=legal_basis,
            actor=actor,
        )
    except packs.PackError as error:
        words = _("No edition can be made of this draft: %(fault)s")
        raise DomainError(words % {"fault": error.faults[0]}) from error
