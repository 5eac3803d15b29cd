"""Drafts offered to who reads an old card again: what would it mean under this one?"""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.countrypack import api as packs
from korgoo.identification.drafts import DraftLine, Faulty, OpenDraft
from korgoo.lib.errors import NotFound
from korgoo.workshop import selectors

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def list_for_reading(*, actor: "Actor") -> list[DraftLine]:
    """List the drafts that are being written, for who may read them."""
    rows = selectors.list_drafts(actor=actor)
    return [DraftLine(str(row.pk), row.title) for row in rows if row.is_editing]


def open_for_reading(key: str, *, actor: "Actor") -> OpenDraft:
    """Open a draft to read a card under it.

    Raises:
        NotFound: No such draft, or the actor sees none.
        Faulty: It has faults.
    """
    try:
        draft = selectors.get_draft(UUID(key), actor=actor)
    except ValueError:
        raise NotFound(selectors.NO_SUCH) from None
    try:
        data = packs.read_guideline(draft.files, languages=packs.current().languages)
    except packs.PackError as error:
        raise Faulty(
            _("This draft has faults: nothing can be read under it until they are mended.")
        ) from error
    return OpenDraft(draft.title, draft.files, data)
