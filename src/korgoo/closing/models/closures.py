from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.closing.enums import Ground, LastRisk, Outcome, Reason


class Closure(models.Model):
    """One time that a case was closed, in codes; reopening ends it, and it stays."""

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=20, choices=Reason)
    last_risk = models.CharField(_("last look at the risks"), max_length=20, choices=LastRisk)
    left_open = models.JSONField(_("what was still open"), default=list)
    ground = models.CharField(_("ground"), max_length=20, choices=Ground, blank=True)
    closed_at = models.DateTimeField(_("closed"))
    closed_by_id = models.BigIntegerField(_("closed by"))
    reopened_at = models.DateTimeField(_("reopened"), null=True, blank=True)
    reopened_by_id = models.BigIntegerField(_("reopened by"), null=True)

    class Privacy:
        holds = "why a case was closed, in codes"
        kept = "as long as the case"

    class Meta:
        ordering = ["-closed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(reopened_at__isnull=True), name="closure_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.reason}"


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    """Named questions about follow-ups."""

    def open(self) -> Self:
        return self.filter(done_at__isnull=True, dropped_at__isnull=True)

    def due(self, moment: datetime) -> Self:
        """Keep those whose day has come; one without a day never has."""
        return self.open().filter(due_at__lte=moment)


class FollowUp(models.Model):
    """A question to ask some months after closing: how does the person fare?"""

    closure = models.ForeignKey(Closure, on_delete=models.CASCADE, related_name="follow_ups")
    key = models.SlugField(_("clock of the pack"), max_length=60)
    clock_id = models.BigIntegerField(_("clock"))
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    done_at = models.DateTimeField(_("asked"), null=True, blank=True)
    done_by_id = models.BigIntegerField(_("asked by"), null=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome, blank=True)
    dropped_at = models.DateTimeField(_("dropped"), null=True, blank=True)

    objects = FollowUpQuerySet.as_manager()

    class Privacy:
        holds = "how a person fared after a case was closed, in one code"
        kept = "as long as the case"

    class Meta:
        ordering = ["due_at", "pk"]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(done_at__isnull=True, dropped_at__isnull=True),
                name="follow_up_open",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["closure", "key"], name="follow_up_once"),
            models.CheckConstraint(
                name="follow_up_done_has_outcome",
                condition=Q(done_at__isnull=True, outcome="")
                | (Q(done_at__isnull=False) & ~Q(outcome="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.closure_id} {self.key}"
