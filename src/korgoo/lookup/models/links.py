from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class CaseLink(models.Model):
    """Two cases of one organisation for one person: ``part`` belongs to ``lead``.

    Nothing else is written: without this row both cases stand as before.
    """

    part = models.OneToOneField(
        "casework.Case", on_delete=models.CASCADE, related_name="+", primary_key=True
    )
    lead = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    linked_at = models.DateTimeField(_("linked"))
    linked_by_id = models.BigIntegerField(_("linked by"))

    class Privacy:
        holds = "that two cases of one organisation are of one person"
        kept = "as long as the cases"

    class Meta:
        constraints = [
            models.CheckConstraint(name="case_link_of_two", condition=~Q(part=F("lead"))),
        ]

    def __str__(self) -> str:
        return f"{self.part_id} {self.lead_id}"


class NotSame(models.Model):
    """Two cases that a worker looked at and found to be of different people."""

    first = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    said_at = models.DateTimeField(_("said"))
    said_by_id = models.BigIntegerField(_("said by"))

    class Privacy:
        holds = "that two cases are not of one person"
        kept = "as long as the cases"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="not_same_said_once"),
            models.CheckConstraint(name="not_same_in_order", condition=Q(first__lt=F("second"))),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} {self.second_id}"
