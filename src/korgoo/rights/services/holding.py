"""Versions under the hand of one editor: who comes second sees what the first one did."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.rights import policies
from korgoo.rights.enums import Deed
from korgoo.rights.errors import Stale
from korgoo.rights.models import Item, ItemVersion, VersionDeed

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

EVENTS = {
    Deed.WRITTEN: Event.STATEMENT_WRITTEN,
    Deed.CHANGED: Event.STATEMENT_CHANGED,
    Deed.SENT: Event.STATEMENT_SENT,
    Deed.RETURNED: Event.STATEMENT_RETURNED,
    Deed.APPROVED: Event.STATEMENT_APPROVED,
    Deed.PUBLISHED: Event.STATEMENT_PUBLISHED,
    Deed.CONFIRMED: Event.STATEMENT_CONFIRMED,
    Deed.REPLACED: Event.STATEMENT_ENDED,
    Deed.WITHDRAWN: Event.STATEMENT_WITHDRAWN,
    Deed.OVER: Event.STATEMENT_ENDED,
    Deed.DROPPED: Event.STATEMENT_DROPPED,
}


def require(actor: "Actor", permission: Permission) -> None:
    """Stop who may not work on public information.

    Raises:
        NotFound: For whom there is no such page.
    """
    if not policies.may(actor, permission):
        raise NotFound(_("We found no such page."))


def hold_item(key: str) -> Item:
    """Lock a statement with all its versions until the transaction ends.

    Raises:
        NotFound: There is none of this key.
    """
    item = Item.objects.select_for_update().filter(key=key).first()
    if item is None:
        raise NotFound(_("We found no such statement."))
    return item


def hold(key: str, number: int) -> ItemVersion:
    """Lock a statement, and fetch one of its versions as it is now.

    Raises:
        NotFound: There is none.
    """
    item = hold_item(key)
    version = ItemVersion.objects.select_related("item").filter(item=item, number=number).first()
    if version is None:
        raise NotFound(_("We found no such statement."))
    return version


def refuse_stale(now: int | str, seen: int | str) -> None:
    """Stop who has not seen the last change.

    Raises:
        Stale: Somebody changed it since.
    """
    if now != seen:
        raise Stale(
            _(
                "Somebody changed this since you opened the page. Look at it as it is now, then go on."
            )
        )


def trace(version: ItemVersion, deed: Deed, *, actor: "Actor | None", words: str = "") -> None:
    """Write down what was done with a version: for its life, and for the audit trail."""
    note(version, deed, actor=actor, words=words)
    audit.record(EVENTS[deed], actor=actor, target=version, detail=deed)


def note(version: ItemVersion, deed: Deed, *, actor: "Actor | None", words: str = "") -> None:
    """Write down what was done with a version, where one row of the audit trail stands for many."""
    VersionDeed.objects.create(
        version=version,
        deed=deed,
        at=clock.now(),
        by_id=actor.user_id if actor else None,
        organisation_id=actor.organisation_id if actor else None,
        words=words,
    )


def writers_of(version: ItemVersion, writes: Collection[str]) -> frozenset[int]:
    """Name everybody who wrote on a version or sent it."""
    rows = version.deeds.filter(deed__in=writes, by__isnull=False)
    return frozenset(rows.order_by().values_list("by_id", flat=True))
