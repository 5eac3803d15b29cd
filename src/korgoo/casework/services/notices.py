from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.casework import grants
from korgoo.casework.grounds import Audience, NoticeKind
from korgoo.casework.models import Case, CaseNotice, GlassBreak
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from korgoo.access.actor import Actor


def tell(
    case: Case,
    kind: NoticeKind,
    *,
    organisation_id: int,
    audience: Audience = Audience.EVERYBODY,
    glass: GlassBreak | None = None,
) -> CaseNotice:
    """Leave a notice on the home page of an organisation. Part of a deed that records itself.

    Args:
        case: The one it is about.
        kind: What is told.
        organisation_id: Who is told.
        audience: For whom in it.
        glass: The emergency opening it is about; who opened does not see the alarm.
    """
    return CaseNotice.objects.create(
        case=case,
        kind=kind,
        organisation_id=organisation_id,
        audience=audience,
        glass=glass,
        about_id=glass.user_id if glass else None,
        sent_at=clock.now(),
    )


@transaction.atomic
def read_notice(notice_id: int, *, actor: "Actor") -> CaseNotice:
    """Note that a notice was read: from then on it is no more on the home page.

    Raises:
        NotFound: No such notice for this member, or somebody has read it.
    """
    row = _unread(actor).filter(pk=notice_id).first()
    if row is None:
        raise NotFound(_("We found no such notice."))
    _note(row, actor)
    return row


@transaction.atomic
def read_notices(notice_ids: "Iterable[int]", *, actor: "Actor") -> int:
    """Note of several notices that they were read, each with its trace.

    Those of others, those that somebody has read, and alarms are passed over: whoever is alarmed
    looks at each emergency opening by itself.

    Returns:
        How many were noted now.
    """
    rows = list(_unread(actor).filter(pk__in=set(notice_ids), glass__isnull=True).order_by("pk"))
    for row in rows:
        _note(row, actor)
    return len(rows)


def _unread(actor: "Actor") -> "QuerySet[CaseNotice]":
    rows = CaseNotice.objects.for_actor(actor).unread().select_for_update(of=("self",))
    return grants.without_closed(rows, actor=actor)


def _note(row: CaseNotice, actor: "Actor") -> None:
    row.read_at, row.read_by_id = clock.now(), actor.user_id
    row.save(update_fields=["read_at", "read_by_id"])
    audit.record(Event.CASE_NOTICE_READ, actor=actor, target=row.case, detail=row.kind)
