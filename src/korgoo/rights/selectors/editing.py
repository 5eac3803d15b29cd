"""What editors see: versions in every state, who worked on them, what waits."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _

from korgoo.access.enums import Permission
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.rights import editing_rules, policies
from korgoo.rights.enums import OPEN, Standing, VersionState
from korgoo.rights.models import ItemVersion, VersionDeed

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

EDIT = Permission.CONTENT_EDIT
MOST_DEEDS = 50  # on one page


@dataclass(slots=True)
class Desk:
    """What waits for editors, what is nearest first.

    Attributes:
        waiting: for a second reader.
        due: told, and to be looked at again within two weeks, or late.
        drafts: found in a source, or advice.
        unverified: background knowledge that nobody found in a source.
        approved: for a later day.
    """

    waiting: list[ItemVersion] = field(default_factory=list)
    due: list[ItemVersion] = field(default_factory=list)
    drafts: list[ItemVersion] = field(default_factory=list)
    unverified: list[ItemVersion] = field(default_factory=list)
    approved: list[ItemVersion] = field(default_factory=list)


def desk(*, destination: str = "", sort: str = "", actor: "Actor") -> Desk:
    """Lay out what waits.

    Args:
        destination: Key of the only destination; empty for all.
        sort: The only sort; empty for all.
        actor: Who asks.

    Raises:
        NotFound: The actor does not write public information.
    """
    require_editor(actor)
    today, found = clock.today(), Desk()
    soon = Q(state=VersionState.PUBLISHED, review_by__lte=today + editing_rules.SOON)
    versions = ItemVersion.objects.filter(soon | Q(state__in=OPEN))
    if destination:
        versions = versions.filter(item__destination=destination)
    if sort:
        versions = versions.filter(item__sort=sort)
    replaced = replaced_today()
    for one in versions.with_words().order_by("review_by", "item_id", "number"):
        stands = policies.standing(one, today, is_replaced=one.item.key in replaced)
        if one.state != VersionState.PUBLISHED or stands != Standing.HISTORY:
            _heap(found, one).append(one)
    return found


def published(*, destination: str = "", sort: str = "", actor: "Actor") -> list[ItemVersion]:
    """List what is published, in the order in which it was added.

    Raises:
        NotFound: The actor does not write public information.
    """
    require_editor(actor)
    versions = ItemVersion.objects.published().with_words()
    if destination:
        versions = versions.filter(item__destination=destination)
    return list(versions.filter(item__sort=sort) if sort else versions)


def life(key: str, *, actor: "Actor") -> list[ItemVersion]:
    """List every version of a statement, drafts and dropped ones too, oldest first.

    Raises:
        NotFound: No such statement, or the actor does not write public information.
    """
    require_editor(actor)
    versions = ItemVersion.objects.with_words().filter(item__key=key)
    found = list(versions.prefetch_related("deeds__by", "deeds__organisation"))
    if not found:
        raise NotFound(_("We found no such statement."))
    return found


def get_version(key: str, number: int, *, actor: "Actor") -> ItemVersion:
    """Fetch one version, in whatever state.

    Raises:
        NotFound: No such version, or the actor does not write public information.
    """
    found = next((one for one in life(key, actor=actor) if one.number == number), None)
    if found is None:
        raise NotFound(_("We found no such statement."))
    return found


def deeds(*, destination: str = "", before: int = 0, actor: "Actor") -> list[VersionDeed]:
    """List who did what with which statement, newest first: one page and one row more.

    Args:
        destination: Key of the only destination; empty for all.
        before: Only what was done before the deed of this number; 0 for the newest.
        actor: Who asks.

    Raises:
        NotFound: The actor does not write public information.
    """
    require_editor(actor)
    rows = VersionDeed.objects.select_related("version__item", "by", "organisation")
    if destination:
        rows = rows.filter(version__item__destination=destination)
    if before:
        rows = rows.filter(pk__lt=before)
    return list(rows.order_by("-pk")[: MOST_DEEDS + 1])


def replaced_today() -> frozenset[str]:
    """Name the statements which another one has replaced by today."""
    return policies.replaced_keys(ItemVersion.objects.published(), clock.today())


def require_editor(actor: "Actor") -> None:
    """Stop who does not write public information.

    Raises:
        NotFound: For whom there is no such page.
    """
    if not policies.may(actor, EDIT):
        raise NotFound(_("We found no such page."))


def _heap(found: Desk, one: ItemVersion) -> list[ItemVersion]:
    heaps = {
        VersionState.PUBLISHED: found.due,
        VersionState.WAITING: found.waiting,
        VersionState.APPROVED: found.approved,
    }
    if one.state != VersionState.DRAFT:
        return heaps[VersionState(one.state)]
    is_found = policies.may_be_shown(one.trust, one.item.sort)
    return found.drafts if is_found else found.unverified
