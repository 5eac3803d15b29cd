"""Lists of activities: brought, looked at, taken whole or not at all."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.activities import policies, selectors
from korgoo.activities.enums import ListState, State
from korgoo.activities.lists import checking, rows
from korgoo.activities.lists.checking import Read
from korgoo.activities.lists.faults import Fault
from korgoo.activities.models import Activity, ActivityList, ActivityPhoto
from korgoo.activities.rules import Rule
from korgoo.activities.services.activities import frame_of, touch, write
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.campaign.api import CampaignCard

# Of what is wrong, as many are kept as anybody would put right in one go.
MOST_FAULTS = 2_000
MARK = ("day", "unit", "kind", "venue", "title", "starts_at")


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that was read and compared with the log; nothing is written yet."""

    card: "CampaignCard"
    digest: str
    count: int
    rows: Sequence[Read]
    faults: Sequence[Fault]


def examine(data: bytes, card: "CampaignCard", *, actor: "Actor") -> Examined:
    """Read a list and find everything that is wrong with it.

    Args:
        data: The file.
        card: The campaign to which it belongs.
        actor: Whose organisation's activities it is compared with.
    """
    checked = checking.check(data, frame_of(card))
    faults = [*checked.faults, *_known_already(checked.rows, card, actor=actor)]
    faults.sort(key=lambda f: (f.row, f.column, f.rule))
    digest = hashlib.sha256(data).hexdigest()
    return Examined(card, digest, checked.count, checked.rows, faults)


def _known_already(told: Sequence[Read], card: "CampaignCard", *, actor: "Actor") -> list[Fault]:
    """Find rows that stand in the log already: a list brought twice counts once."""
    logged = Activity.objects.filter(campaign_id=card.id, organisation_id=actor.organisation_id)
    known = set(logged.exclude(state=State.CANCELLED).values_list(*MARK))
    return [
        Fault(row.line, "", Rule.REPEATED) for row in told if checking.mark_of(row.facts) in known
    ]


@transaction.atomic
def keep_list(found: Examined, *, actor: "Actor") -> ActivityList:
    """Keep the rows of a list for an hour, until somebody takes them; or what is wrong with them.

    Raises:
        Forbidden: The actor may not log activities.
    """
    policies.may(actor, Permission.ACTIVITY_LOG).require()
    is_right = not found.faults
    row = ActivityList.objects.create(
        campaign_id=found.card.id,
        organisation_id=actor.organisation_id,
        digest=found.digest,
        state=ListState.WAITING if is_right else ListState.REFUSED,
        uploaded_at=clock.now(),
        uploaded_by_id=actor.user_id,
        decided_at=None if is_right else clock.now(),
        count=found.count,
        rows=[rows.to_data(one) for one in found.rows] if is_right else [],
        faults=[fault.to_data() for fault in found.faults[:MOST_FAULTS]],
    )
    event = Event.ACTIVITY_LIST_UPLOADED if is_right else Event.ACTIVITY_LIST_REFUSED
    audit.record(event, actor=actor, target=row, detail=str(found.count))
    return row


@transaction.atomic
def take_list(list_id: UUID, *, actor: "Actor") -> ActivityList:
    """Write a list into the log: all of it or nothing.

    Raises:
        NotFound: No such list, or another organisation's.
        Forbidden: It was taken, refused or thrown away already.
        DomainError: The log changed since, and the list does not fit it any more.
    """
    row = selectors.get_list(list_id, actor=actor, lock=True)
    policies.take_list(ListState(row.state)).require()
    touch()  # one list at a time: what is compared next stays true until this one is written
    card = selectors.campaign_of(row.campaign_id, actor=actor)
    told = [rows.from_data(one) for one in row.rows]
    if _known_already(told, card, actor=actor):
        raise DomainError(_("The log changed since the upload. Bring the file again."))
    made = write([(card, one.facts) for one in told], actor=actor, brought=row.pk)
    row.added = len(made)
    _close(row, ListState.TAKEN)
    audit.record(Event.ACTIVITY_LIST_TAKEN, actor=actor, target=row, detail=str(row.added))
    return row


@transaction.atomic
def drop_list(list_id: UUID, *, actor: "Actor") -> ActivityList:
    """Throw a list away without taking it.

    Raises:
        NotFound: No such list, or another organisation's.
        Forbidden: It was taken, refused or thrown away already.
    """
    row = selectors.get_list(list_id, actor=actor, lock=True)
    policies.take_list(ListState(row.state)).require()
    _close(row, ListState.DROPPED)
    audit.record(Event.ACTIVITY_LIST_DROPPED, actor=actor, target=row)
    return row


@transaction.atomic
def sweep() -> dict[str, int]:
    """Throw away lists that nobody took within an hour, old faults, and pictures of long ago.

    Returns:
        How many of each went.
    """
    now = clock.now()
    waiting = ActivityList.objects.filter(state=ListState.WAITING)
    old = list(waiting.filter(uploaded_at__lt=now - policies.LIST_WAITS))
    for row in old:
        _close(row, ListState.DROPPED)
        audit.record(Event.ACTIVITY_LIST_DROPPED, actor=None, target=row, detail="old")
    refused = ActivityList.objects.filter(state=ListState.REFUSED).exclude(faults=[])
    faults = refused.filter(uploaded_at__lt=now - policies.FAULTS_STAY).update(faults=[])
    return {"lists": len(old), "faults": faults, "photos": _forget_photos()}


def _forget_photos() -> int:
    before = clock.today() - policies.PHOTOS_STAY
    photos = list(ActivityPhoto.objects.filter(activity__campaign__ends_on__lt=before).only("pk"))
    for photo in photos:
        audit.record(Event.ACTIVITY_PHOTO_REMOVED, actor=None, target=photo, detail="old")
        photo.delete()
    if photos:
        touch()
    return len(photos)


def _close(row: ActivityList, state: ListState) -> None:
    row.state, row.rows, row.decided_at = state, [], clock.now()
    row.save()
