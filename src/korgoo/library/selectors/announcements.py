from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.library import policies, readers
from korgoo.library.models import Announcement, AnnouncementFor, AnnouncementRead
from korgoo.library.readers import Reader
from korgoo.library.selectors.groups import for_organisation

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from korgoo.access.actor import Actor

NO_SUCH = _("We found no such announcement.")
MOST = 200


def get_announcement(announcement_id: UUID, *, actor: "Actor") -> Announcement:
    """Fetch an announcement that the actor's role in their organisation hears, or that it sent.

    Raises:
        NotFound: None that the actor may know of.
    """
    row = _known(actor).filter(pk=announcement_id).first()
    if row is not None and policies.heard_by(actor, row.roles):
        return row
    sent = [one for one in list_sent(actor=actor) if one.pk == announcement_id]
    if not sent:
        raise NotFound(NO_SUCH)
    return sent[0]


def list_announcements(*, actor: "Actor") -> list[Announcement]:
    """List what was announced to the actor's role, newest first, with ``is_read``."""
    return [row for row in _known(actor)[:MOST] if policies.heard_by(actor, row.roles)]


def list_sent(*, actor: "Actor") -> list[Announcement]:
    """List what the actor's organisation announced, newest first; empty for who sends none."""
    if not policies.may(actor, Permission.ANNOUNCEMENT_SEND):
        return []
    read = AnnouncementRead.objects.filter(announcement=OuterRef("pk"), user_id=actor.user_id)
    rows = _rows().filter(organisation_id=actor.organisation_id)
    return list(rows.annotate(is_read=Exists(read))[:MOST])


def list_unread(*, actor: "Actor") -> list[Announcement]:
    """List what was announced to the actor's role, is still of use, and is not marked as read."""
    today = clock.today()
    read = AnnouncementRead.objects.filter(announcement=OuterRef("pk"), user_id=actor.user_id)
    rows = _known(actor).filter(~Exists(read)).filter(Q(until=None) | Q(until__gte=today))
    unread = rows.exclude(sent_by_id=actor.user_id)[:MOST]
    return [row for row in unread if policies.heard_by(actor, row.roles)]


def unmailed(before: "datetime", *, lock: bool = False) -> list[Announcement]:
    """List announcements sent before a moment of which no e-mail was asked for."""
    rows = Announcement.objects.filter(mailed_at__isnull=True, sent_at__lt=before)
    if lock:
        rows = rows.select_for_update(skip_locked=True)
    return list(rows.order_by("sent_at"))


def addressees(row: Announcement) -> set[int]:
    """List the members who hear an announcement today, without who sent it."""
    groups = [Reader(one.kind, one.key) for one in row.readers.all()]
    return {
        post.user_id
        for post in access.posts(readers.organisations_of(groups))
        if (post.role in row.roles if row.roles else post.role in policies.HEARING)
    } - {row.sent_by_id}


def has_unread(user_id: int) -> bool:
    """Tell whether something that was announced to a member's role is not marked as read."""
    today = clock.today()
    read = AnnouncementRead.objects.filter(announcement=OuterRef("pk"), user_id=user_id)
    rows = Announcement.objects.filter(~Exists(read)).filter(Q(until=None) | Q(until__gte=today))
    return any(user_id in addressees(row) for row in rows.prefetch_related("readers"))


def _rows() -> "QuerySet[Announcement]":
    return Announcement.objects.select_related("organisation").prefetch_related("readers")


def _known(actor: "Actor") -> "QuerySet[Announcement]":
    """Announcements to the actor's organisation, with ``is_read`` by the actor."""
    if not policies.may(actor, Permission.DOCUMENT_VIEW):
        return Announcement.objects.none()
    groups = AnnouncementFor.objects.filter(
        for_organisation(AnnouncementFor, actor.organisation_id)
    )
    read = AnnouncementRead.objects.filter(announcement=OuterRef("pk"), user_id=actor.user_id)
    return _rows().filter(pk__in=groups.values("announcement_id")).annotate(is_read=Exists(read))
