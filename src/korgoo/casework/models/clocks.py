from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.casework.enums import PauseGround


class CaseClockQuerySet(models.QuerySet["CaseClock"]):
    """Named questions about clocks."""

    def running(self) -> Self:
        """Keep clocks that nobody has stopped; those that are paused are among them."""
        return self.filter(stopped_at__isnull=True)

    def ticking(self) -> Self:
        """Keep clocks whose time goes by: neither stopped nor paused."""
        return self.running().filter(paused_at__isnull=True)

    def late(self, moment: datetime) -> Self:
        """Keep ticking clocks whose time is over; one not set by law, or paused, is never late."""
        return self.ticking().filter(due_at__lte=moment)

    def to_wake(self, moment: datetime) -> Self:
        """Keep clocks that somebody is to be woken for by now, the longest waiting first."""
        return self.filter(wake_at__lte=moment).order_by("wake_at", "pk")

    def soonest_first(self) -> Self:
        """Put first what ends first; what has no end comes last, on either engine."""
        return self.order_by(F("due_at").asc(nulls_last=True), "started_at", "pk")


class CaseClock(models.Model):
    """A time limit that runs in a case: what the pack says, started by an event.

    ``due_at`` is empty when no limit is set: the page then says so, and nothing is guessed.
    While a clock is paused its ``due_at`` stays; going on moves it by the time it stood still.
    ``wake_at`` is the next moment at which somebody is to be woken, so that a sweep reads only
    those rows; empty when nobody is.
    """

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="clocks")
    key = models.SlugField(_("clock of the pack"), max_length=60)
    referral_id = models.UUIDField(_("referral"), null=True, blank=True)
    responsible = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    started_at = models.DateTimeField(_("started"))
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    paused_at = models.DateTimeField(_("paused since"), null=True, blank=True)
    stopped_at = models.DateTimeField(_("stopped"), null=True, blank=True)
    wake_at = models.DateTimeField(_("wakes next"), null=True, blank=True)

    objects = CaseClockQuerySet.as_manager()

    class Privacy:
        holds = "a time limit under the case's code"
        kept = "as long as the case"

    class Meta:
        ordering = ["due_at", "started_at"]
        indexes = [
            models.Index(
                fields=["due_at"], condition=Q(stopped_at__isnull=True), name="clock_running"
            ),
            # Without the many that belong to no referral: engines would take it for useless.
            models.Index(
                fields=["referral_id"],
                condition=Q(referral_id__isnull=False),
                name="clock_of_referral",
            ),
            models.Index(
                fields=["wake_at", "id"], condition=Q(wake_at__isnull=False), name="clock_wakes"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="clock_due_after_start",
                condition=Q(due_at__isnull=True) | Q(due_at__gte=F("started_at")),
            ),
            models.CheckConstraint(
                name="clock_wakes_only_while_it_ticks",
                condition=Q(wake_at__isnull=True)
                | Q(due_at__isnull=False, paused_at__isnull=True, stopped_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.case_id}"

    @property
    def is_paused(self) -> bool:
        """Tell whether the clock stands still."""
        return self.paused_at is not None and self.stopped_at is None


class ClockPause(models.Model):
    """A time during which a clock stood still, and why."""

    clock = models.ForeignKey(CaseClock, on_delete=models.CASCADE, related_name="pauses")
    ground = models.CharField(_("ground"), max_length=30, choices=PauseGround)
    since = models.DateTimeField(_("since"))
    until = models.DateTimeField(_("until"), null=True, blank=True)
    paused_by_id = models.BigIntegerField(_("paused by"))
    resumed_by_id = models.BigIntegerField(_("set going by"), null=True, blank=True)

    class Privacy:
        holds = "when a time limit of a case stood still, and on which ground"
        kept = "as long as the case"

    class Meta:
        ordering = ["-since"]
        constraints = [
            models.UniqueConstraint(
                fields=["clock"], condition=Q(until__isnull=True), name="clock_paused_once"
            ),
            models.CheckConstraint(
                name="pause_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.clock_id} {self.ground}"


class ClockExtension(models.Model):
    """A longer time for a clock, on a ground that the pack names."""

    clock = models.ForeignKey(CaseClock, on_delete=models.CASCADE, related_name="extensions")
    ground = models.SlugField(_("ground"), max_length=60)
    at = models.DateTimeField(_("time"))
    by_id = models.BigIntegerField(_("by"))
    due_before = models.DateTimeField(_("due before"))
    due_after = models.DateTimeField(_("due after"))

    class Privacy:
        holds = "by how long a time limit of a case was extended, and on which ground"
        kept = "as long as the case"

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                name="extension_makes_longer", condition=Q(due_after__gt=F("due_before"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.clock_id} {self.ground}"
