from django.db import models
from django.utils.translation import gettext_lazy as _

from korgoo.casework.enums import Decision, Ground


class CaseDecision(models.Model):
    """What an officer decided after a card: coded, with its author. The reasons are sealed apart.

    Rows are added and never changed: a later decision is another row.
    """

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="decisions")
    screening_id = models.UUIDField(_("card"), null=True, blank=True, db_index=True)
    decision = models.CharField(_("decision"), max_length=20, choices=Decision)
    ground = models.CharField(_("ground"), max_length=20, choices=Ground)
    decided_at = models.DateTimeField(_("decided"))
    decided_by_id = models.BigIntegerField(_("decided by"))
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        holds = "a coded decision on a person assisted, under the number of the case"
        kept = "as long as the case"

    class Meta:
        ordering = ["-decided_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.decision}"
