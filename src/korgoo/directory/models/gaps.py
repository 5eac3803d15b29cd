import uuid
from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from korgoo.directory.enums import GapReason, Group, HowSoon


class GapQuerySet(models.QuerySet["Gap"]):
    """Named questions about gaps."""

    def of_kind(self, kind: str) -> Self:
        return self.filter(kind=kind)

    def in_year(self, year: int) -> Self:
        return self.filter(month__gte=date(year, 1, 1), month__lte=date(year, 12, 31))


class Gap(models.Model):
    """What nobody could offer to one person. Codes only; counted, never read one by one.

    The number of the case is there so that a person counts once. It leads nowhere for anybody but
    the owner of the case.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField(_("case"))
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.SlugField(_("kind of help"), max_length=40)
    group = models.CharField(_("group"), max_length=10, choices=Group, blank=True)
    region = models.CharField(_("region"), max_length=14, blank=True)
    urgency = models.CharField(_("how soon"), max_length=10, choices=HowSoon)
    reason = models.CharField(_("reason"), max_length=20, choices=GapReason)
    people = models.PositiveSmallIntegerField(_("people"))
    month = models.DateField(_("month"))
    at = models.DateTimeField(_("time"))

    objects = GapQuerySet.as_manager()

    class Privacy:
        holds = "which kind of help could not be found for a group; a number of a case, no person"
        kept = "always: counted by month, profile and region"

    class Meta:
        verbose_name = _("gap")
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["case_id", "kind", "month"], name="gap_once_a_month")
        ]
        indexes = [models.Index(fields=["kind", "month"], name="gap_counts")]

    def __str__(self) -> str:
        return f"{self.kind} {self.group} {self.month}"
