from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib.errors import DomainError
from korgoo.workshop import joining, newest, selectors
from korgoo.workshop.enums import How
from korgoo.workshop.services.writing import write

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def join_newer(draft_id: UUID, *, actor: "Actor") -> list[str]:
    """Bring a draft up to date with the edition that was adopted after it was started.

    Returns:
        The places where both changed the same ("file: place"): there the draft stayed as it was.

    Raises:
        NotFound: No such draft, or not the actor's to change.
        Forbidden: It may not change now.
        DomainError: There is no newer edition.
    """
    draft = selectors.get_for_edit(draft_id, actor=actor, lock=True)
    edition = newest.edition()
    if edition.digest == draft.base_digest:
        raise DomainError(_("The draft is up to date: there is no newer edition."))
    joined = joining.join(draft.base_files, draft.files, dict(edition.files))
    draft.base_files = dict(edition.files)
    draft.base_digest, draft.base_name = edition.digest, edition.name
    draft.save(update_fields=["base_files", "base_digest", "base_name"])
    write(draft, joined.files, actor=actor, how=How.JOINED)
    audit.record(Event.DRAFT_CHANGED, actor=actor, target=draft, detail=edition.digest[:8])
    return joined.conflicts
