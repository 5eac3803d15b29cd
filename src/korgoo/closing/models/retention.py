from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.closing.enums import Hold


class KeptForQuerySet(models.QuerySet["KeptFor"]):
    """Named questions about what is kept."""

    def running_out(self, purpose: str, *, after: timedelta, by: datetime) -> Self:
        """Keep what was kept long enough for one purpose, and of which nobody was told yet."""
        return self.filter(
            purpose=purpose, erased_at__isnull=True, noticed_at__isnull=True
        ).filter(closed_at__lte=by - after)

    def announced(self) -> Self:
        """Keep what will be erased, held back or not."""
        return self.filter(noticed_at__isnull=False, erased_at__isnull=True)

    def to_erase(self, moment: datetime) -> Self:
        """Keep what was announced long enough ago and is not held back."""
        return self.announced().filter(erase_at__lte=moment, held_at__isnull=True)


class KeptFor(models.Model):
    """What is kept of a closed case for one purpose of the pack, until it is erased.

    One row for each purpose is made when a case is closed. How long a purpose lasts stands in the
    pack alone, so that a period set later holds for older cases too.
    """

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    purpose = models.SlugField(_("purpose"), max_length=60)
    closed_at = models.DateTimeField(_("closed"))
    noticed_at = models.DateTimeField(_("announced"), null=True, blank=True)
    erase_at = models.DateTimeField(_("to be erased"), null=True, blank=True)
    held_at = models.DateTimeField(_("held back"), null=True, blank=True)
    held_by_id = models.BigIntegerField(_("held back by"), null=True)
    hold = models.CharField(_("ground"), max_length=20, choices=Hold, blank=True)
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True)
    parts = models.JSONField(_("what was erased"), default=list)

    objects = KeptForQuerySet.as_manager()

    class Privacy:
        holds = "until when parts of a case are kept, and when they were erased"
        kept = "for ever: it is the proof of erasing"

    class Meta:
        ordering = ["erase_at", "pk"]
        indexes = [
            models.Index(
                fields=["purpose", "closed_at"],
                condition=Q(erased_at__isnull=True, noticed_at__isnull=True),
                name="kept_running",
            ),
            models.Index(
                fields=["organisation", "erase_at"],
                condition=Q(noticed_at__isnull=False, erased_at__isnull=True),
                name="kept_announced",
            ),
            models.Index(
                fields=["erase_at"],
                condition=Q(
                    noticed_at__isnull=False, erased_at__isnull=True, held_at__isnull=True
                ),
                name="kept_to_erase",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "purpose"], condition=Q(erased_at__isnull=True), name="kept_once"
            ),
            models.CheckConstraint(
                name="kept_erased_after_notice",
                condition=Q(erased_at__isnull=True) | Q(noticed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="kept_held_on_a_ground",
                condition=Q(held_at__isnull=True, hold="")
                | (Q(held_at__isnull=False) & ~Q(hold="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.purpose}"
