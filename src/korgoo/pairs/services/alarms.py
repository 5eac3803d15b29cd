"""Who may be fishing for a known person: told to who minds data, without saying what was found.

Nothing here asks whether a comparison found anybody. A count of findings in clear would tell a thief which
comparisons found somebody.
"""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import F

from korgoo.access import alarms, audit, floods
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.pairs.enums import AlarmKind
from korgoo.pairs.models import Check, FishingAlarm

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

SOON = timedelta(days=7)


def bait_taken(user_id: int, *, organisation_id: int, baited_by: int) -> None:
    """Tell both houses that a member wrote down somebody who does not exist."""
    for told in sorted({organisation_id, baited_by}):
        _raise(AlarmKind.BAIT, user_id, organisation_id, told)


def count_comparison(user_id: int, *, organisation_id: int) -> None:
    """Count a comparison of what a member wrote; beyond what is usual in an hour, tell their house."""
    if not floods.within(f"pairs:hour:{user_id}", most=settings.PAIRS_ALARM["hour"] - 1):
        _raise(AlarmKind.MANY, user_id, organisation_id, organisation_id)


def count_gone(row: Check) -> None:
    """Count a case that ended soon after its comparison; beyond what is usual in a week, tell its house."""
    if (
        row.written_by_id is None
        or row.compared_at is None
        or clock.now() - row.compared_at > SOON
    ):
        return
    most = settings.PAIRS_ALARM["gone"] - 1
    if not floods.within(f"pairs:gone:{row.written_by_id}", most=most, per=SOON):
        _raise(AlarmKind.GONE, row.written_by_id, row.owner_id, row.owner_id)


def look_into(alarm_id: int, *, actor: "Actor") -> None:
    """Note that an alarm was looked into.

    Raises:
        NotFound: No open alarm of one's own house, or not for this person.
    """
    rows = FishingAlarm.objects.filter(pk=alarm_id, told_id=actor.organisation_id)
    alarms.see(rows, Event.FISHING_SEEN, actor=actor)


def _raise(kind: AlarmKind, user_id: int, organisation_id: int, told: int) -> None:
    row, is_new = FishingAlarm.objects.get_or_create(
        organisation_id=organisation_id,
        told_id=told,
        user_id=user_id,
        kind=kind,
        day=clock.today(),
        defaults={"raised_at": clock.now()},
    )
    if is_new:
        audit.record(Event.FISHING_RAISED, actor=None, target=row, detail=kind)
    else:
        FishingAlarm.objects.filter(pk=row.pk).update(times=F("times") + 1)
