from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.assistance.enums import AppointedBy, BestInterest, GuardianKind, YesNo


class ChildSafeguard(models.Model):
    """What protects a child in the case: who speaks for it, who may ask it. The name is sealed."""

    case = models.OneToOneField(
        "casework.Case", on_delete=models.CASCADE, related_name="safeguard", primary_key=True
    )
    guardian = models.CharField(_("guardian"), max_length=20, choices=GuardianKind)
    since = models.DateField(_("since"), null=True, blank=True)
    appointed_by = models.CharField(_("appointed by"), max_length=20, choices=AppointedBy)
    trained_interviewer = models.CharField(
        _("trained interviewer"), max_length=10, choices=YesNo, default=YesNo.UNKNOWN
    )
    changed_at = models.DateTimeField(_("changed"))
    changed_by_id = models.BigIntegerField(_("changed by"))

    class Privacy:
        holds = "what sort of guardian a child has, in codes"
        kept = "as long as the case"

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="guardian_appointed_when_there_is_one",
                condition=~Q(guardian="none") | Q(appointed_by="not_yet"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.guardian}"


class BestInterestDecision(models.Model):
    """What was decided to be best for a child. Rows are added: the newest counts."""

    case = models.ForeignKey(
        "casework.Case", on_delete=models.CASCADE, related_name="best_interest"
    )
    decided_on = models.DateField(_("decided on"))
    decided_by = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(_("outcome"), max_length=20, choices=BestInterest)
    review_on = models.DateField(_("next review"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("recorded"))
    recorded_by_id = models.BigIntegerField(_("recorded by"))

    class Privacy:
        holds = "a coded decision about a child under the case's code"
        kept = "as long as the case"

    class Meta:
        ordering = ["-recorded_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.outcome}"
