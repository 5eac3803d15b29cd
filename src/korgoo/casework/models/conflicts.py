from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.casework.grounds import ConflictGround


class ConflictMarkQuerySet(models.QuerySet["ConflictMark"]):
    """Named questions about conflicts of interest."""

    def standing(self) -> Self:
        return self.filter(lifted_at__isnull=True)

    def against(self, user_id: int) -> Self:
        return self.standing().filter(user_id=user_id)


class ConflictMark(models.Model):
    """A case is closed to one member. For them there is no such case, on any page."""

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    user_id = models.BigIntegerField(_("closed to"))
    ground = models.CharField(_("ground"), max_length=10, choices=ConflictGround)
    marked_at = models.DateTimeField(_("marked"))
    marked_by_id = models.BigIntegerField(_("marked by"))
    lift_asked_at = models.DateTimeField(_("lifting proposed"), null=True, blank=True)
    lift_asked_by_id = models.BigIntegerField(_("lifting proposed by"), null=True, blank=True)
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)
    lifted_by_id = models.BigIntegerField(_("lifted by"), null=True, blank=True)

    objects = ConflictMarkQuerySet.as_manager()

    class Privacy:
        holds = "to which member a case is closed, and on what coded ground"
        kept = "as long as the case"

    class Meta:
        ordering = ["-marked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user_id", "case"],
                condition=Q(lifted_at__isnull=True),
                name="conflict_marked_once",
            ),
            models.CheckConstraint(
                name="conflict_lifted_by_two",
                condition=Q(lifted_at__isnull=True)
                | (Q(lift_asked_by_id__isnull=False) & ~Q(lifted_by_id=F("lift_asked_by_id"))),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.user_id}"
