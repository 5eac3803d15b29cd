"""What was told and what held, for people who work with cases. Drafts are not among it."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from korgoo.access.enums import Permission
from korgoo.lib.errors import NotFound
from korgoo.rights import policies
from korgoo.rights.models import ItemVersion

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def told_versions(*, destination: str = "", actor: "Actor") -> list[list[ItemVersion]]:
    """List every statement that was told, each with all its wordings, oldest first.

    Args:
        destination: Key of the only destination; empty for all.
        actor: Who asks.

    Raises:
        NotFound: The actor does not see the history of public information.
    """
    _require_reader(actor)
    versions = ItemVersion.objects.told().with_words().prefetch_related("deeds")
    if destination:
        versions = versions.filter(item__destination=destination)
    found: dict[int, list[ItemVersion]] = {}
    for version in versions:
        found.setdefault(version.item_id, []).append(version)
    return list(found.values())


def versions_of(key: str, *, actor: "Actor") -> list[ItemVersion]:
    """List the wordings of one statement that were told, oldest first.

    Raises:
        NotFound: It was never told, or the actor does not see the history.
    """
    _require_reader(actor)
    found = list(
        ItemVersion.objects.told().with_words().prefetch_related("deeds").filter(item__key=key)
    )
    if not found:
        raise NotFound(_("We found no such page."))
    return found


def relatives(versions: list[ItemVersion], *, actor: "Actor") -> list[list[ItemVersion]]:
    """List the statements which one replaced, or by which it was replaced, with their wordings.

    Args:
        versions: All of the one.
        actor: Who asks.

    Raises:
        NotFound: The actor does not see the history.
    """
    item = versions[0].item
    before = {key for one in versions for key in one.supersedes}
    return [
        others
        for others in told_versions(destination=item.destination, actor=actor)
        if others[0].item_id != item.pk
        and (others[0].item.key in before or any(item.key in one.supersedes for one in others))
    ]


def _require_reader(actor: "Actor") -> None:
    if not policies.may(actor, Permission.CONTENT_VIEW):
        raise NotFound(_("We found no such page."))
