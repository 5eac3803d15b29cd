"""Who opens unusually many cases or looks for unusually many people within an hour: shown to who minds data."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Count, F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, floods, policy
from korgoo.access.enums import Event, Permission, ReadingKind
from korgoo.access.models import AuditEvent, ReadingAlarm, User
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from korgoo.access.actor import Actor

# Working values of the platform: a case worker opens some thirty cases on a full day.
BY_DAY, BY_NIGHT = 60, 20
# A name typed letter by letter asks about eight times: fifty people by day, twenty by night.
SOUGHT_BY_DAY, SOUGHT_BY_NIGHT = 400, 160
NIGHT_FROM, NIGHT_TO = 21, 6
OPENINGS = (Event.FACET_OPENED, Event.PAPER_OPENED)
# How far a sweep looks back: an hour is judged again until it is over, also after a day without a worker.
LOOK_BACK = timedelta(days=2)
HOUR = timedelta(hours=1)


def is_night(hour: datetime) -> bool:
    """Tell whether an hour lies in the country's night."""
    begins = timezone.localtime(hour).hour
    return begins >= NIGHT_FROM or begins < NIGHT_TO


def limit_of(hour: datetime) -> int:
    """Say how many different cases a member may open in an hour before somebody asks."""
    return BY_NIGHT if is_night(hour) else BY_DAY


@transaction.atomic
def sweep() -> int:
    """Raise an alarm for each member and hour in which more cases were opened than is usual.

    Run by the worker, as often as wanted: an hour counts once, and its count grows while it lasts.

    Returns:
        How many alarms are new.
    """
    raised = 0
    for user_id, organisation_id, hour, cases in _openings(clock.now() - LOOK_BACK):
        if cases < limit_of(hour):
            continue
        row, is_new = ReadingAlarm.objects.get_or_create(
            user_id=user_id,
            organisation_id=organisation_id,
            hour=hour,
            kind=ReadingKind.OPENED,
            defaults={"cases": cases, "is_night": is_night(hour), "raised_at": clock.now()},
        )
        if is_new:
            audit.record(Event.ALARM_RAISED, actor=None, target=row, detail=str(cases))
            raised += 1
        elif row.cases != cases:
            ReadingAlarm.objects.filter(pk=row.pk).update(cases=cases)
    return raised


def count_search(*, actor: "Actor") -> None:
    """Count that somebody was looked for, also letter by letter; beyond what is usual in an hour an alarm is raised.

    Nobody is stopped. What was typed is not known here.
    """
    now = clock.now()
    most = SOUGHT_BY_NIGHT if is_night(now) else SOUGHT_BY_DAY
    if not floods.within(f"access:sought:{actor.user_id}", most=most - 1):
        _note_searches(actor, now, most)


@transaction.atomic
def _note_searches(actor: "Actor", now: datetime, most: int) -> None:
    row, is_new = ReadingAlarm.objects.get_or_create(
        user_id=actor.user_id,
        organisation_id=actor.organisation_id,
        hour=now.replace(minute=0, second=0, microsecond=0),
        kind=ReadingKind.SOUGHT,
        defaults={"cases": most, "is_night": is_night(now), "raised_at": now},
    )
    if is_new:
        audit.record(Event.ALARM_RAISED, actor=None, target=row, detail=str(most))
    else:
        ReadingAlarm.objects.filter(pk=row.pk).update(cases=F("cases") + 1)


def list_open(*, actor: "Actor") -> list[ReadingAlarm]:
    """List alarms of one's own house that nobody has looked into; none for who does not mind data."""
    if not policy.may_enter(actor, Permission.AUDIT_VIEW):
        return []
    return list(
        ReadingAlarm.objects.filter(organisation_id=actor.organisation_id, seen_at__isnull=True)
    )


def names(rows: list[ReadingAlarm]) -> dict[int, str]:
    """Name the members of alarms."""
    found = User.objects.filter(pk__in={row.user_id for row in rows})
    return dict(found.values_list("pk", "name"))


def look_into(alarm_id: int, *, actor: "Actor") -> None:
    """Note that an alarm was looked into; it leaves the home page and stays in the trail.

    Raises:
        NotFound: No open alarm of one's own house, or not for this person.
    """
    rows = ReadingAlarm.objects.filter(pk=alarm_id, organisation_id=actor.organisation_id)
    see(rows, Event.ALARM_SEEN, actor=actor)


@transaction.atomic
def see(rows: "QuerySet[Any]", event: Event, *, actor: "Actor") -> None:
    """Note of the one open alarm among rows of any kind that it was looked into.

    Args:
        rows: Of a model with ``seen_at`` and ``seen_by_id``, as far as the actor's house is told of them.
        event: What the trail calls it.
        actor: Who minds data.

    Raises:
        NotFound: None is open, or not for this person.
    """
    row = rows.select_for_update(of=("self",)).filter(seen_at__isnull=True).first()
    if row is None or not policy.may_enter(actor, Permission.AUDIT_VIEW):
        raise NotFound(_("We found no such alarm."))
    row.seen_at, row.seen_by_id = clock.now(), actor.user_id
    row.save(update_fields=["seen_at", "seen_by_id"])
    audit.record(event, actor=actor, target=row)


def _openings(since: datetime) -> list[tuple[int, int, datetime, int]]:
    """Count the different cases that each member opened in each hour, from the trail."""
    begin = since.replace(minute=0, second=0, microsecond=0)
    rows = AuditEvent.objects.filter(
        at__gte=begin, event__in=OPENINGS, user_id__isnull=False, organisation_id__isnull=False
    )
    busy = (
        rows.values("user_id", "organisation_id")
        .annotate(number=Count("target", distinct=True))
        .filter(number__gte=BY_NIGHT)
        .order_by("user_id", "organisation_id")
    )
    found: list[tuple[int, int, datetime, int]] = []
    for one in busy:
        opened: dict[datetime, set[str]] = {}
        user_id, organisation_id = int(one["user_id"] or 0), int(one["organisation_id"] or 0)
        own = rows.filter(user_id=user_id, organisation_id=organisation_id)
        for at, target in own.values_list("at", "target"):
            hour = at.replace(minute=0, second=0, microsecond=0)
            opened.setdefault(hour, set()).add(target)
        found += [
            (user_id, organisation_id, hour, len(targets))
            for hour, targets in sorted(opened.items())
        ]
    return found
