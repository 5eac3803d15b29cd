from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from korgoo.lib.errors import NotFound
from korgoo.rights.models import ContentFile
from korgoo.rights.selectors.editing import require_editor

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

MOST = 20


def list_files(*, actor: "Actor") -> list[ContentFile]:
    """List the files that editors brought last, newest first.

    Raises:
        NotFound: The actor does not write public information.
    """
    require_editor(actor)
    rows = ContentFile.objects.select_related("by").defer("text", "faults")
    return list(rows[:MOST])


def get_file(file_id: UUID, *, actor: "Actor", lock: bool = False) -> ContentFile:
    """Fetch a file that an editor brought; it is public information, so every editor sees it.

    Args:
        file_id: Its number.
        actor: Who asks.
        lock: Hold the row until the transaction ends.

    Raises:
        NotFound: No such file, or the actor does not write public information.
    """
    require_editor(actor)
    rows = ContentFile.objects.filter(pk=file_id)
    found = (rows.select_for_update() if lock else rows).first()
    if found is None:
        raise NotFound(_("We found no such file."))
    return found
