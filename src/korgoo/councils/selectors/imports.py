from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.councils.models import CompositionImport
from korgoo.councils.selectors.bodies import get_kept
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def get_import(import_id: UUID, *, actor: "Actor") -> CompositionImport:
    """Fetch a file with a composition.

    Raises:
        NotFound: No such file, or another organisation keeps the body.
    """
    row = CompositionImport.objects.select_related("body").filter(pk=import_id).first()
    if row is None:
        raise NotFound(_("We found no such file."))
    get_kept(row.body_id, actor=actor)
    return row
