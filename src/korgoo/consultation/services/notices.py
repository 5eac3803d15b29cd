"""Every organisation in force is told what an adopted draft changes for it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.consultation import selectors
from korgoo.consultation.models import Notice, NoticeFor, NoticeRead
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.access.models import Organisation
    from korgoo.consultation import subjects
    from korgoo.consultation.models import Adoption


@transaction.atomic
def send(adoption: "Adoption", said: "subjects.Notice", *, actor: "Actor") -> Notice:
    """Tell every organisation that exists today what changes, and what of it concerns it.

    Args:
        adoption: Confirmed in the same transaction.
        said: What the draft's mission says.
        actor: The second person.
    """
    notice = Notice.objects.create(
        adoption=adoption,
        title=dict(said.title),
        lines=[dict(line.words) for line in said.lines if line.is_for_everybody],
        sent_at=clock.now(),
    )
    NoticeFor.objects.bulk_create(
        NoticeFor(notice=notice, organisation=body, lines=_lines_for(body, said))
        for body in selectors.organisations_in_force()
    )
    audit.record(Event.NOTICE_SENT, actor=actor, target=notice)
    return notice


@transaction.atomic
def mark_read(notice_id: UUID, *, actor: "Actor") -> None:
    """Note that a member has read a notice; a second time changes nothing.

    Raises:
        NotFound: No such notice, or it did not go to the actor's organisation.
    """
    copy = selectors.get_notice(notice_id, actor=actor)
    _row, is_new = NoticeRead.objects.get_or_create(
        notice_for=copy, user_id=actor.user_id, defaults={"at": clock.now()}
    )
    if is_new:
        audit.record(Event.NOTICE_READ, actor=actor, target=copy.notice)


def _lines_for(body: "Organisation", said: "subjects.Notice") -> list[dict[str, str]]:
    return [
        dict(line.words)
        for line in said.lines
        if body.code in line.for_bodies or body.mandates & set(line.for_mandates)
    ]
