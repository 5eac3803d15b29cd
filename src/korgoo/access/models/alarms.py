from django.db import models
from django.utils.translation import gettext_lazy as _


class ReadingAlarm(models.Model):
    """One member opened unusually many cases within an hour. It accuses nobody: somebody asks."""

    user_id = models.BigIntegerField(_("member"))
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    hour = models.DateTimeField(_("hour"))
    cases = models.PositiveIntegerField(_("different cases opened"))
    is_night = models.BooleanField(_("at night"))
    raised_at = models.DateTimeField(_("raised"))
    seen_at = models.DateTimeField(_("looked into"), null=True, blank=True)
    seen_by_id = models.BigIntegerField(_("looked into by"), null=True, blank=True)

    class Privacy:
        holds = "that a member opened many cases in an hour; staff identifiers and a count"
        kept = "10 years, like the trail"

    class Meta:
        ordering = ["-hour", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user_id", "organisation", "hour"], name="reading_alarm_once_an_hour"
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
