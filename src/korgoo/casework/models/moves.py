from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.casework.enums import Axis


class StatusMove(models.Model):
    """One move of one of the two statuses: from where to where, who, on what ground.

    Rows are added and never changed: what was once true of a person stays in the history, also
    when they withdraw.
    """

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="moves")
    axis = models.CharField(_("axis"), max_length=12, choices=Axis)
    before = models.CharField(_("status before"), max_length=20)
    after = models.CharField(_("status after"), max_length=20)
    ground = models.CharField(_("ground"), max_length=20)
    decision_id = models.UUIDField(_("decision"), null=True, blank=True)
    at = models.DateTimeField(_("time"))
    by_id = models.BigIntegerField(_("recorded by"))
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        holds = "statuses of a person assisted, under the number of the case"
        kept = "as long as the case"

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["case", "axis", "-at"], name="moves_of_case")]
        constraints = [
            models.CheckConstraint(
                name="status_move_leads_elsewhere", condition=~Q(before=F("after"))
            ),
            models.CheckConstraint(name="status_move_has_a_ground", condition=~Q(ground="")),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.axis} {self.after}"
