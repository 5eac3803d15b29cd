"""The second reader: sent to them, given back, approved, dropped."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from korgoo.access.enums import Permission
from korgoo.lib import clock
from korgoo.rights import editing_rules
from korgoo.rights.enums import WRITES, Deed, Sort, VersionState
from korgoo.rights.models import ItemVersion
from korgoo.rights.obstacles import refuse_unfinished
from korgoo.rights.services.confirming import believed_until
from korgoo.rights.services.holding import hold, refuse_stale, require, trace, writers_of
from korgoo.rights.services.publishing import publish

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Reading:
    """What a second reader answers for.

    Attributes:
        looked_at: the source at which they looked, in words.
        review_by: by when somebody must look again.
        publish_on: the day from which it is told; None for at once.
    """

    looked_at: str
    review_by: date
    publish_on: date | None = None


@transaction.atomic
def send(key: str, number: int, *, seen: int, actor: "Actor") -> ItemVersion:
    """Send a draft to a second reader.

    What a country pack brought has no writer: who sends it answers for it as one.

    Raises:
        NotFound: No such version, or the actor does not write public information.
        Forbidden: It is no draft any more.
        Stale: Somebody changed it since.
        DomainError: Something is missing, too long, or found in no source.
    """
    require(actor, Permission.CONTENT_EDIT)
    version = hold(key, number)
    editing_rules.may_write(actor, version).require()
    refuse_stale(version.revision, seen)
    refuse_unfinished(version)
    version.state, version.is_from_pack = VersionState.WAITING, False
    version.written_by_id = version.written_by_id or actor.user_id
    _changed(version)
    trace(version, Deed.SENT, actor=actor)
    return version


@transaction.atomic
def give_back(key: str, number: int, remark: str, *, seen: int, actor: "Actor") -> ItemVersion:
    """Make a draft again of what waits for a second reader or for its day, with a remark.

    Raises:
        NotFound: No such version, or the actor does not write public information.
        Forbidden: It does not wait any more.
        Stale: Somebody changed it since.
    """
    require(actor, Permission.CONTENT_EDIT)
    version = hold(key, number)
    editing_rules.may_return(actor, version).require()
    refuse_stale(version.revision, seen)
    version.state, version.publish_on = VersionState.DRAFT, None
    version.reviewed_by_id = version.reviewed_for_id = version.reviewed_on = None
    _changed(version)
    trace(version, Deed.RETURNED, actor=actor, words=remark)
    return version


@transaction.atomic
def approve(key: str, number: int, reading: Reading, *, seen: int, actor: "Actor") -> ItemVersion:
    """Approve what another person wrote: it is told at once, or from a day on.

    Args:
        key: Of the statement.
        number: Of the version.
        reading: What the actor looked at, and the days.
        seen: Count of the changes that the actor had before them.
        actor: The second reader.

    Raises:
        NotFound: No such version, or the actor does not approve public information.
        Forbidden: The actor wrote on it, or it does not wait any more.
        Stale: Somebody changed it since.
        DomainError: A day does not fit, or something is missing.
    """
    require(actor, Permission.CONTENT_APPROVE)
    version = hold(key, number)
    editing_rules.may_approve(actor, version, writers_of(version, WRITES)).require()
    refuse_stale(version.revision, seen)
    refuse_unfinished(version)
    longest, today = believed_until(Sort(version.item.sort)), clock.today()
    editing_rules.days_are_right(
        reading.review_by, reading.publish_on, today=today, longest=longest
    ).require()
    version.reviewed_by_id, version.reviewed_for_id = actor.user_id, actor.organisation_id
    version.reviewed_on, version.review_by = today, reading.review_by
    if reading.publish_on is not None:
        version.state, version.publish_on = VersionState.APPROVED, reading.publish_on
    _changed(version)
    trace(version, Deed.APPROVED, actor=actor, words=reading.looked_at)
    if reading.publish_on is None:
        publish(version, actor=actor)
    return version


@transaction.atomic
def drop(key: str, number: int, remark: str, *, seen: int, actor: "Actor") -> ItemVersion:
    """Drop a version that was never told. It stays in the life of its statement.

    Raises:
        NotFound: No such version, or the actor does not write public information.
        Forbidden: It was told, or dropped before.
        Stale: Somebody changed it since.
    """
    require(actor, Permission.CONTENT_EDIT)
    version = hold(key, number)
    editing_rules.may_drop(actor, version).require()
    refuse_stale(version.revision, seen)
    version.state, version.publish_on, version.ended_at = VersionState.DROPPED, None, clock.now()
    _changed(version)
    trace(version, Deed.DROPPED, actor=actor, words=remark)
    return version


def _changed(version: ItemVersion) -> None:
    version.revision += 1
    version.save()
