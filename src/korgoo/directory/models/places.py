from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.directory.enums import Change, Group


class Places(models.Model):
    """How many places one service has for one group, and how many are free now."""

    service = models.ForeignKey(
        "directory.Service", on_delete=models.CASCADE, related_name="places"
    )
    group = models.CharField(_("group"), max_length=10, choices=Group)
    total = models.PositiveSmallIntegerField(_("places"))
    free = models.PositiveSmallIntegerField(_("free places"))
    checked_at = models.DateTimeField(_("checked"))
    checked_by_id = models.BigIntegerField(_("checked by"))

    class Privacy:
        holds = "numbers of places; no person"
        kept = "as long as the service"

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["service", "group"], name="places_once_per_group"),
            models.CheckConstraint(
                name="places_free_within_total", condition=Q(free__lte=F("total"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.free}/{self.total}"


class PlacesChange(models.Model):
    """One change of a count, or one look that found it right. Rows are only added."""

    service = models.ForeignKey(
        "directory.Service", on_delete=models.CASCADE, related_name="changes"
    )
    group = models.CharField(_("group"), max_length=10, choices=Group)
    change = models.CharField(_("change"), max_length=10, choices=Change)
    total = models.PositiveSmallIntegerField(_("places"))
    free = models.PositiveSmallIntegerField(_("free places"))
    at = models.DateTimeField(_("time"))
    by_id = models.BigIntegerField(_("by"))
    # The referral by which somebody came: a bare number, so that it takes a place once.
    arrival_id = models.UUIDField(_("arrival"), null=True, blank=True, unique=True)

    class Privacy:
        holds = "how counts of places changed; the number of a referral, no person"
        kept = "as long as the service"

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["service", "-at"], name="places_history")]

    def __str__(self) -> str:
        return f"{self.group} {self.change} {self.free}/{self.total}"
