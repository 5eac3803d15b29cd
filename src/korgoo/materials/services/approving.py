"""A version goes to a second person, who approves it or gives it back; later it may be withdrawn."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.materials import policies, selectors
from korgoo.materials.enums import Deed, State
from korgoo.materials.models import Version
from korgoo.materials.services.holding import hold, trace

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def send(version_id: UUID, *, seen: int, actor: "Actor") -> Version:
    """Send a draft to a second person.

    Args:
        version_id: Of what.
        seen: Count of the changes that the actor had before them.
        actor: Who sends it.

    Raises:
        NotFound: There is none, or the actor may not know of it.
        Forbidden: Something is missing in it, or another organisation makes it.
        Stale: Somebody changed it since.
    """
    version = hold(version_id, seen=seen, actor=actor)
    maker = version.material.organisation_id
    policies.send(version, maker_id=maker, actor=actor).require()
    policies.whole(version, has_file=selectors.file_of(version) is not None).require()
    _change(version, State.WAITING)
    trace(version, Deed.SENT, actor=actor)
    audit.record(Event.MATERIAL_SENT, actor=actor, target=version, detail=version.language)
    return version


@transaction.atomic
def approve(version_id: UUID, *, seen: int, actor: "Actor") -> Version:
    """Approve a version as the second person; the one approved before is replaced.

    Args:
        version_id: Of what.
        seen: Count of the changes that the actor had before them.
        actor: Who approves.

    Raises:
        NotFound: There is none, or the actor may not know of it.
        Forbidden: The actor wrote it, may not approve, or it does not wait any more.
        Stale: Somebody changed it since.
    """
    version = hold(version_id, seen=seen, actor=actor)
    policies.approve(version, actor=actor).require()
    policies.whole(version, has_file=selectors.file_of(version) is not None).require()
    beside = Version.objects.filter(material=version.material_id, language=version.language)
    for old in beside.approved():
        _change(old, State.REPLACED)
    version.approved_by_id, version.approved_at = actor.user_id, clock.now()
    _change(version, State.APPROVED)
    trace(version, Deed.APPROVED, actor=actor)
    audit.record(Event.MATERIAL_APPROVED, actor=actor, target=version, detail=version.language)
    return version


@transaction.atomic
def give_back(version_id: UUID, remark: str, *, seen: int, actor: "Actor") -> Version:
    """Give a version that waits for approval back to its writer.

    Args:
        version_id: Of what.
        remark: What is to be changed.
        seen: Count of the changes that the actor had before them.
        actor: Who gives it back.

    Raises:
        NotFound: There is none, or the actor may not know of it.
        Forbidden: It does not wait, or the actor neither approves nor makes it.
        Stale: Somebody changed it since.
    """
    version = hold(version_id, seen=seen, actor=actor)
    maker = version.material.organisation_id
    policies.give_back(version, maker_id=maker, actor=actor).require()
    _change(version, State.DRAFT)
    trace(version, Deed.GIVEN_BACK, actor=actor, words=remark)
    audit.record(Event.MATERIAL_GIVEN_BACK, actor=actor, target=version, detail=version.language)
    return version


@transaction.atomic
def withdraw(version_id: UUID, reason: str, *, seen: int, actor: "Actor") -> Version:
    """Take an approved version out of use: nobody finds it any more, and its stock is not given out.

    Args:
        version_id: Of what.
        reason: Why.
        seen: Count of the changes that the actor had before them.
        actor: Who withdraws it.

    Raises:
        NotFound: There is none, or the actor may not know of it.
        Forbidden: It is not approved, or the actor neither approves nor makes it.
        Stale: Somebody changed it since.
    """
    version = hold(version_id, seen=seen, actor=actor)
    maker = version.material.organisation_id
    policies.withdraw(version, maker_id=maker, actor=actor).require()
    _change(version, State.WITHDRAWN)
    trace(version, Deed.WITHDRAWN, actor=actor, words=reason)
    audit.record(Event.MATERIAL_WITHDRAWN, actor=actor, target=version, detail=version.language)
    return version


def _change(version: Version, state: State) -> None:
    version.state, version.changed_at = state, clock.now()
    version.revision += 1
    version.save()
