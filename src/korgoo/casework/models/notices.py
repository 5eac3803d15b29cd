from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Role
from korgoo.casework.grounds import Audience, NoticeKind

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

WORKING = frozenset(
    {Role.CASE_WORKER, Role.COORDINATOR, Role.HEAD, Role.HOTLINE_OPERATOR, Role.OFFICER}
)


class CaseNoticeQuerySet(models.QuerySet["CaseNotice"]):
    """Named questions about notices."""

    def for_actor(self, actor: "Actor") -> Self:
        """Keep what is meant for this member: never the alarm about their own deed."""
        meant = set()
        if actor.roles & WORKING:
            meant.add(Audience.EVERYBODY)
        if Role.HEAD in actor.roles:
            meant.add(Audience.HEAD)
        if Role.DATA_PROTECTION_OFFICER in actor.roles:
            meant.add(Audience.OFFICER)
        rows = self.filter(organisation_id=actor.organisation_id, audience__in=meant)
        return rows.exclude(about_id=actor.user_id)

    def unread(self) -> Self:
        return self.filter(read_at__isnull=True)


class CaseNotice(models.Model):
    """One organisation is told of one thing in one case: a code, never a name."""

    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("what"), max_length=20, choices=NoticeKind)
    audience = models.CharField(_("for whom"), max_length=10, choices=Audience)
    glass = models.ForeignKey(
        "casework.GlassBreak", on_delete=models.CASCADE, null=True, related_name="+"
    )
    about_id = models.BigIntegerField(_("about whose deed"), null=True, blank=True)
    sent_at = models.DateTimeField(_("told"))
    read_at = models.DateTimeField(_("read"), null=True, blank=True)
    read_by_id = models.BigIntegerField(_("read by"), null=True, blank=True)

    objects = CaseNoticeQuerySet.as_manager()

    class Privacy:
        holds = "who was told of what in a case, under its code"
        kept = "as long as the case"

    class Meta:
        ordering = ["-sent_at", "-pk"]
        indexes = [models.Index(fields=["organisation", "read_at"], name="notice_of_house")]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.kind}"
