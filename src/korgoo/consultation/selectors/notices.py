from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Permission
from korgoo.consultation import policies
from korgoo.consultation.models import NoticeFor, NoticeRead
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from korgoo.access.actor import Actor


def list_notices(*, actor: "Actor") -> "QuerySet[NoticeFor]":
    """List the notices to the actor's organisation, newest first."""
    if not policies.may(actor, Permission.CONSULTATION_VIEW):
        return NoticeFor.objects.none()
    rows = NoticeFor.objects.filter(organisation_id=actor.organisation_id)
    return rows.select_related("notice__adoption__consultation").order_by("-notice__sent_at")


def list_unread(*, actor: "Actor") -> "QuerySet[NoticeFor]":
    """List the notices that the member has not marked as read, newest first."""
    mine = NoticeRead.objects.filter(notice_for=OuterRef("pk"), user_id=actor.user_id)
    return list_notices(actor=actor).exclude(Exists(mine))


def get_notice(notice_id: UUID, *, actor: "Actor") -> NoticeFor:
    """Fetch a notice as the actor's organisation got it.

    Raises:
        NotFound: No such notice, or it did not go to this organisation.
    """
    found = list_notices(actor=actor).filter(notice_id=notice_id).first()
    if found is None:
        raise NotFound(_("We found no such notice."))
    return found
