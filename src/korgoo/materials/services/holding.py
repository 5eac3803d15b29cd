"""What every deed on a version does: refuse what was read too long ago, and leave its trace."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.lib import clock
from korgoo.materials import selectors
from korgoo.materials.enums import Deed
from korgoo.materials.errors import Stale
from korgoo.materials.models import Version, VersionDeed

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

CHANGED = _("Somebody changed this meanwhile. Look at what stands there now, then decide.")


def hold(version_id: UUID, *, seen: int, actor: "Actor") -> Version:
    """Fetch a version to change it, and hold its material until the transaction ends.

    Raises:
        NotFound: There is none, or the actor may not know of it.
        Stale: Somebody changed it since it was read.
    """
    known = selectors.get_version(version_id, actor=actor)
    selectors.hold_material(known.material_id, actor=actor)
    version = selectors.get_version(version_id, actor=actor)
    refuse_stale(version.revision, seen)
    return version


def refuse_stale(now: int, seen: int) -> None:
    """Stop who acts on what they have not seen.

    Raises:
        Stale: The counts differ.
    """
    if now != seen:
        raise Stale(CHANGED)


def trace(version: Version, deed: Deed, *, actor: "Actor", words: str = "") -> None:
    """Write down who did what with a version."""
    VersionDeed.objects.create(
        version=version, deed=deed, at=clock.now(), by_id=actor.user_id, words=words
    )
