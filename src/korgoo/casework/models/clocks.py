from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class CaseClockQuerySet(models.QuerySet["CaseClock"]):
    """Named questions about clocks."""

    def running(self) -> Self:
        return self.filter(stopped_at__isnull=True)

    def late(self, moment: datetime) -> Self:
        """Keep running clocks whose time is over; a clock not set by law is never late."""
        return self.running().filter(due_at__lte=moment)


class CaseClock(models.Model):
    """A time limit that runs in a case: what the pack says, started by an event.

    ``due_at`` is empty when no limit is set: the page then says so, and nothing is guessed.
    """

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="clocks")
    key = models.SlugField(_("clock of the pack"), max_length=60)
    referral_id = models.UUIDField(_("referral"), null=True, blank=True, db_index=True)
    responsible = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    started_at = models.DateTimeField(_("started"))
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    stopped_at = models.DateTimeField(_("stopped"), null=True, blank=True)

    objects = CaseClockQuerySet.as_manager()

    class Privacy:
        holds = "a time limit under the case's code"
        kept = "as long as the case"

    class Meta:
        ordering = ["due_at", "started_at"]
        indexes = [
            models.Index(
                fields=["due_at"], condition=Q(stopped_at__isnull=True), name="clock_running"
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="clock_due_after_start",
                condition=Q(due_at__isnull=True) | Q(due_at__gte=F("started_at")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.case_id}"
