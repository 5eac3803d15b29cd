"""The audit trail as the data protection officer of an organisation reads it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korgoo.access.chain import Head
from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent, AuditHead, User
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from korgoo.access.actor import Actor

PAGE = 25
OWNER = "of:"
# Looks from outside: their detail begins with the owner of what was looked at.
LOOKS = (Event.SCREENING_PRINTED, Event.SCREENING_REREAD, Event.SCREENING_VIEWED)


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: an event and a day (both may be open), and where the page begins."""

    event: str = ""
    day: date | None = None
    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of events, newest first; the numbers lead to the pages beside it."""

    events: list[AuditEvent]
    older_before: int | None
    newer_after: int | None


def read(search: Search, *, actor: "Actor") -> Page:
    """Read a page of what members of the actor's own organisation did, and who looked in from outside.

    The trail holds no names of persons assisted, so none can be shown.
    """
    rows = _own(search, actor)
    if search.after is not None:
        found = list(rows.filter(seq__gt=search.after).order_by("seq")[:PAGE])[::-1]
    else:
        upto = rows if search.before is None else rows.filter(seq__lt=search.before)
        found = list(upto.order_by("-seq")[:PAGE])
    if not found:
        return Page([], None, None)
    first, last = found[0].seq, found[-1].seq
    has_newer = rows.filter(seq__gt=first).exists()
    has_older = rows.filter(seq__lt=last).exists()
    return Page(found, last if has_older else None, first if has_newer else None)


def of_owner(organisation_id: int) -> str:
    """Mark a look from outside with the organisation whose record it was."""
    return f"{OWNER}{organisation_id}"


def plain_detail(event: AuditEvent) -> str:
    """Give the detail of an event without that mark."""
    if event.detail.startswith(OWNER):
        return event.detail.partition(" ")[2]
    return event.detail


def names(events: list[AuditEvent]) -> dict[int, str]:
    """Name the members behind events, by their numbers."""
    ids = {event.user_id for event in events if event.user_id}
    return dict(User.objects.filter(pk__in=ids).values_list("pk", "name"))


def list_heads() -> list[AuditHead]:
    """List the signed heads of the last year, newest first."""
    return list(AuditHead.objects.order_by("-day")[:366])


def get_head(day: date) -> Head:
    """Fetch the head of a day, to keep outside the platform.

    Raises:
        NotFound: Nothing was signed that day.
    """
    row = AuditHead.objects.filter(day=day).first()
    if row is None:
        raise NotFound(_("No end of the trail was signed that day."))
    return Head(row.day, row.seq, row.digest, row.public_key, row.signature)


def _own(search: Search, actor: "Actor") -> "QuerySet[AuditEvent]":
    mark = of_owner(actor.organisation_id)
    looks = Q(event__in=LOOKS) & (Q(detail=mark) | Q(detail__startswith=f"{mark} "))
    rows = AuditEvent.objects.filter(Q(organisation_id=actor.organisation_id) | looks)
    if search.event:
        rows = rows.filter(event=search.event)
    if search.day:
        start = _midnight(search.day)
        rows = rows.filter(at__gte=start, at__lt=start + timedelta(days=1))
    return rows


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
