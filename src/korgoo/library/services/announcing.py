"""News for roles, and that a member has read them."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission, Role
from korgoo.lib import clock
from korgoo.library import policies, selectors
from korgoo.library.errors import CannotPublish
from korgoo.library.models import Announcement, AnnouncementFor, AnnouncementRead
from korgoo.library.readers import PUBLIC, Reader

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def announce(
    *,
    title: str,
    text: str,
    audience: Iterable[Reader],
    roles: Collection[str],
    actor: "Actor",
    until: date | None = None,
) -> Announcement:
    """Tell roles in organisations something.

    Args:
        title: A line; it stands in lists.
        text: The words, in one language; an empty line begins a new paragraph.
        audience: Groups of organisations; the public hears announcements nowhere.
        roles: Roles there; none for everybody who works together on the platform.
        actor: Who sends it.
        until: The last day on which it is of use; after it nobody is asked to read it.

    Raises:
        Forbidden: The actor's role does not include it.
        CannotPublish: Words or addressees are missing, or the day is over.
    """
    policies.may(actor, Permission.ANNOUNCEMENT_SEND).require()
    groups = sorted(set(audience) - {PUBLIC})
    if not title.strip() or not text.strip():
        raise CannotPublish(_("Write a title and a text."))
    if not groups:
        raise CannotPublish(_("Choose to whom the announcement goes."))
    verdict = policies.last_day(until, today=clock.today())
    if not verdict:
        raise CannotPublish(verdict.reason)
    row = Announcement.objects.create(
        title=title.strip(),
        text=text.strip(),
        roles=sorted(Role(role).value for role in roles),
        organisation_id=actor.organisation_id,
        until=until,
        sent_at=clock.now(),
        sent_by_id=actor.user_id,
    )
    AnnouncementFor.objects.bulk_create(
        AnnouncementFor(announcement=row, kind=one.kind, key=one.key) for one in groups
    )
    audit.record(Event.ANNOUNCEMENT_SENT, actor=actor, target=row)
    return row


@transaction.atomic
def mark_read(announcement_id: UUID, *, actor: "Actor") -> None:
    """Note that a member has read an announcement; a second time changes nothing.

    Raises:
        NotFound: None that the actor may know of.
    """
    row = selectors.get_announcement(announcement_id, actor=actor)
    _read, is_new = AnnouncementRead.objects.get_or_create(
        announcement=row, user_id=actor.user_id, defaults={"at": clock.now()}
    )
    if is_new:
        audit.record(Event.ANNOUNCEMENT_READ, actor=actor, target=row)


def mark_mailed(announcement_ids: Iterable[UUID]) -> None:
    """Note that e-mails were asked for; in the transaction of who asked. The row is the trace."""
    Announcement.objects.filter(pk__in=list(announcement_ids)).update(mailed_at=clock.now())
