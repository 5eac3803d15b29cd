from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Permission
from korgoo.agencies import policies
from korgoo.agencies.enums import ListState
from korgoo.agencies.models import ListImport
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

NO_SUCH = _("We found no such list.")
MOST = 50


def get_list(list_id: UUID, *, actor: "Actor | None", lock: bool = False) -> ListImport:
    """Fetch a list that was brought. It is public data: every editor sees those of the others.

    Args:
        list_id: As in the address.
        actor: Who asks; None for the command line.
        lock: Hold the row until the transaction ends.

    Raises:
        NotFound: No such list, or the actor may not change the register.
    """
    if not policies.edit(actor):
        raise NotFound(NO_SUCH)
    rows = ListImport.objects.filter(pk=list_id)
    found = (rows.select_for_update() if lock else rows).first()
    if found is None:
        raise NotFound(NO_SUCH)
    return found


def list_imports(*, actor: "Actor") -> list[ListImport]:
    """List what was brought, newest first, without rows.

    Raises:
        NotFound: The actor may not change the register.
    """
    if not policies.may(actor, Permission.AGENCY_EDIT):
        raise NotFound(NO_SUCH)
    return list(ListImport.objects.defer("rows", "faults")[:MOST])


def newest_list() -> ListImport | None:
    """Give the newest list that was taken, by its own day; None before the first."""
    rows = ListImport.objects.filter(state=ListState.TAKEN).defer("rows", "faults")
    return rows.order_by("-list_day", "-uploaded_at").first()
