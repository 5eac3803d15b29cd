from django.db import models
from django.utils.translation import gettext_lazy as _

from korgoo.pairs.enums import AlarmKind


class Bait(models.Model):
    """An own case of a person who does not exist: whoever writes such a person down was told the name by nobody."""

    case = models.OneToOneField(
        "casework.Case", on_delete=models.CASCADE, related_name="bait", primary_key=True
    )
    laid_at = models.DateTimeField(_("laid"))
    laid_by_id = models.BigIntegerField(_("laid by"))

    class Privacy:
        holds = "that a case is of nobody"
        kept = "as long as the case"

    def __str__(self) -> str:
        return str(self.case_id)


class FishingAlarm(models.Model):
    """A member may be trying to find out who is known elsewhere. One row for each member, reason and day.

    ``organisation`` is the member's, ``told`` the one whose data protection officer sees it.
    """

    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    told = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    user_id = models.BigIntegerField(_("member"))
    kind = models.CharField(_("reason"), max_length=10, choices=AlarmKind)
    day = models.DateField(_("day"))
    times = models.PositiveIntegerField(_("times"), default=1)
    raised_at = models.DateTimeField(_("raised"))
    seen_at = models.DateTimeField(_("looked into"), null=True)
    seen_by_id = models.BigIntegerField(_("looked into by"), null=True)

    class Privacy:
        holds = "that a member compared unusually, and who looked into it; no case"
        kept = "5 years"

    class Meta:
        ordering = ["-day", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "told", "user_id", "kind", "day"],
                name="fishing_alarm_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.kind} {self.day}"
