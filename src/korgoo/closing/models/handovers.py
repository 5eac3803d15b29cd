import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Handover(models.Model):
    """One act by which all the work of a member passed to others. It names no person assisted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    leaver_id = models.BigIntegerField(_("who leaves the work"))
    at = models.DateTimeField(_("time"))
    by_id = models.BigIntegerField(_("by whom"))
    has_left = models.BooleanField(_("the roles ended too"), default=False)

    class Privacy:
        holds = "who left work to whom; members only"
        kept = "as long as the cases"

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return str(self.pk)


class Assignment(models.Model):
    """That one member became responsible for a case after another.

    Rows are added and never changed, but for the successor's note of having read it.
    """

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    handover = models.ForeignKey(
        Handover, on_delete=models.PROTECT, null=True, related_name="assignments"
    )
    before_id = models.BigIntegerField(_("from"), null=True)
    after_id = models.BigIntegerField(_("to"))
    at = models.DateTimeField(_("time"))
    by_id = models.BigIntegerField(_("by whom"))
    noted_at = models.DateTimeField(_("read by the successor"), null=True, blank=True)

    class Privacy:
        holds = "which member worked on which case, and since when"
        kept = "as long as the case"

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["case", "-at"], name="assignment_of_case"),
            models.Index(
                fields=["after_id"], condition=Q(noted_at__isnull=True), name="assignment_new"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="assignment_changes_hands",
                condition=Q(before_id__isnull=True) | ~Q(before_id=F("after_id")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.after_id}"
