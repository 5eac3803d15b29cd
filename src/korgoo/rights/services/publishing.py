"""What begins to be told and what ends; by hand, and when its day has come."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from korgoo.access.enums import Permission
from korgoo.lib import clock
from korgoo.rights import editing_rules
from korgoo.rights.enums import Deed, VersionState
from korgoo.rights.models import ItemVersion
from korgoo.rights.services.editions import change_edition
from korgoo.rights.services.holding import hold, refuse_stale, require, trace
from korgoo.rights.services.load_versions import end_of

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def publish(version: ItemVersion, *, actor: "Actor | None") -> None:
    """Tell a version from now on, in place of the one that was told. Its statement is held."""
    others = version.item.versions.filter(state=VersionState.PUBLISHED)
    for other in others.exclude(pk=version.pk):
        _end(other, VersionState.SUPERSEDED, clock.now())
        trace(other, Deed.REPLACED, actor=actor)
    version.state, version.publish_on = VersionState.PUBLISHED, None
    version.published_at = clock.now()
    version.save()
    change_edition()
    trace(version, Deed.PUBLISHED, actor=actor)


@transaction.atomic
def withdraw(key: str, number: int, reason: str, *, seen: int, actor: "Actor") -> ItemVersion:
    """End what no longer holds. It stays as history, with the reason.

    Raises:
        NotFound: No such version, or the actor does not approve public information.
        Forbidden: It is not told.
        Stale: Somebody changed it since.
    """
    require(actor, Permission.CONTENT_APPROVE)
    version = hold(key, number)
    editing_rules.may_withdraw(actor, version).require()
    refuse_stale(version.revision, seen)
    _end(version, VersionState.EXPIRED, clock.now())
    change_edition()
    trace(version, Deed.WITHDRAWN, actor=actor, words=reason)
    return version


def publish_due() -> int:
    """Publish what was approved for a day that has come. A second time nothing happens.

    Returns:
        How many.
    """
    waiting = ItemVersion.objects.filter(
        state=VersionState.APPROVED, publish_on__lte=clock.today()
    )
    places = list(waiting.order_by("publish_on", "pk").values_list("item__key", "number"))
    return sum(_publish_if_due(key, number) for key, number in places)


def expire_due() -> int:
    """End rules whose last day is over. Nobody was told them any more since; now it is written down.

    Returns:
        How many.
    """
    over = ItemVersion.objects.published().filter(valid_to__lt=clock.today())
    places = list(over.order_by("pk").values_list("item__key", "number"))
    return sum(_expire_if_over(key, number) for key, number in places)


@transaction.atomic
def _publish_if_due(key: str, number: int) -> bool:
    version = hold(key, number)
    is_due = version.publish_on is not None and version.publish_on <= clock.today()
    if version.state != VersionState.APPROVED or not is_due:
        return False
    version.revision += 1
    publish(version, actor=None)
    return True


@transaction.atomic
def _expire_if_over(key: str, number: int) -> bool:
    version = hold(key, number)
    is_over = version.valid_to is not None and version.valid_to < clock.today()
    if version.state != VersionState.PUBLISHED or not is_over:
        return False
    _end(version, VersionState.EXPIRED, end_of(version.valid_to))
    change_edition()
    trace(version, Deed.OVER, actor=None)
    return True


def _end(version: ItemVersion, state: VersionState, moment: datetime) -> None:
    version.state, version.ended_at = state, moment
    version.revision += 1
    version.save(update_fields=["state", "ended_at", "revision"])
