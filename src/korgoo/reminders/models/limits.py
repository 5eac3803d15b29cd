from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class OrganisationClockQuerySet(models.QuerySet["OrganisationClock"]):
    """Named questions about an organisation's own time limits."""

    def running(self) -> Self:
        return self.filter(stopped_at__isnull=True)

    def to_wake(self, moment: datetime) -> Self:
        return self.filter(wake_at__lte=moment).order_by("wake_at", "pk")


class OrganisationClock(models.Model):
    """A time limit of an organisation's own work, in no case: a report, a check of what is published."""

    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    key = models.SlugField(_("clock of the pack"), max_length=60)
    subject = models.CharField(_("what it is about, a code"), max_length=80, blank=True)
    started_at = models.DateTimeField(_("started"))
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    stopped_at = models.DateTimeField(_("stopped"), null=True, blank=True)
    wake_at = models.DateTimeField(_("wakes next"), null=True, blank=True)

    objects = OrganisationClockQuerySet.as_manager()

    class Privacy:
        holds = "no personal data"
        kept = "2 years after it stopped"

    class Meta:
        indexes = [
            models.Index(
                fields=["wake_at", "id"],
                condition=Q(wake_at__isnull=False),
                name="organisation_clock_wakes",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "key", "subject"],
                condition=Q(stopped_at__isnull=True),
                name="organisation_clock_once",
            ),
            models.CheckConstraint(
                name="organisation_clock_due_after_start",
                condition=Q(due_at__isnull=True) | Q(due_at__gte=F("started_at")),
            ),
            models.CheckConstraint(
                name="organisation_clock_wakes_while_it_runs",
                condition=Q(wake_at__isnull=True)
                | Q(due_at__isnull=False, stopped_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.organisation_id}"
