from django.db import models
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import ReadingKind


class ReadingAlarm(models.Model):
    """One member opened or looked for unusually many within an hour. It accuses nobody: somebody asks."""

    user_id = models.BigIntegerField(_("member"))
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    hour = models.DateTimeField(_("hour"))
    kind = models.CharField(
        _("what was done"), max_length=10, choices=ReadingKind, default=ReadingKind.OPENED
    )
    cases = models.PositiveIntegerField(_("how many"))
    is_night = models.BooleanField(_("at night"))
    raised_at = models.DateTimeField(_("raised"))
    seen_at = models.DateTimeField(_("looked into"), null=True, blank=True)
    seen_by_id = models.BigIntegerField(_("looked into by"), null=True, blank=True)

    class Privacy:
        holds = "that a member opened many cases or looked for many people in an hour; staff identifiers and a count"
        kept = "10 years, like the trail"

    class Meta:
        ordering = ["-hour", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user_id", "organisation", "hour", "kind"],
                name="reading_alarm_once_an_hour",
            )
        ]
        indexes = [
            models.Index(
                fields=["organisation"],
                condition=models.Q(seen_at__isnull=True),
                name="reading_alarm_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.hour:%Y-%m-%d %H}"
