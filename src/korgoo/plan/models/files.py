import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.plan.enums import ImportState
from korgoo.plan.models.tree import PlanVersion, Programme


class PlanImport(models.Model):
    """A plan brought as a file, from the upload until it is taken into the draft or thrown away.

    The file itself is not kept, only its hash.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="imports")
    digest = models.CharField(_("hash of the file"), max_length=64)
    state = models.CharField(_("state"), max_length=8, choices=ImportState)
    uploaded_at = models.DateTimeField(_("uploaded"))
    uploaded_by_id = models.BigIntegerField(_("uploaded by"), null=True, blank=True)
    decided_at = models.DateTimeField(_("taken or thrown away"), null=True, blank=True)
    count = models.PositiveIntegerField(_("rows"))
    rows: "models.JSONField[Any, Any]" = models.JSONField(_("rows to take"), default=list)
    faults: "models.JSONField[Any, Any]" = models.JSONField(_("what is wrong"), default=list)

    class Privacy:
        holds = "rows of a plan of the state, and which member brought them"
        kept = "rows: 1 day at most; what is wrong: 30 days; counts: always, with the version"

    class Meta:
        verbose_name = _("plan from a file")
        ordering = ["-uploaded_at"]
        constraints = [
            models.CheckConstraint(
                name="plan_import_keeps_rows_only_while_it_waits",
                condition=Q(state=ImportState.WAITING) | Q(rows=[]),
            ),
            models.CheckConstraint(
                name="plan_import_decided_with_time",
                condition=Q(state=ImportState.WAITING, decided_at__isnull=True)
                | (~Q(state=ImportState.WAITING) & Q(decided_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_waiting(self) -> bool:
        return self.state == ImportState.WAITING


class FixedReport(models.Model):
    """A consolidated report as it was on a day: its figures never change, whatever is corrected later.

    The hash also stands in the audit trail.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="fixed")
    period = models.CharField(_("period"), max_length=20)
    title = models.CharField(_("what for"), max_length=200)
    figures: "models.JSONField[Any, Any]" = models.JSONField(_("figures"))
    digest = models.CharField(_("hash of the figures"), max_length=64)
    fixed_at = models.DateTimeField(_("fixed"))
    fixed_by_id = models.BigIntegerField(_("fixed by"))

    class Privacy:
        holds = "sums and counts of reports; small counts of persons are hidden; which member fixed them"
        kept = "always"

    class Meta:
        verbose_name = _("fixed report")
        ordering = ["-fixed_at"]

    def __str__(self) -> str:
        return str(self.pk)
