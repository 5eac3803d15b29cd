import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.assistance.enums import UNMET, Level, Need, NeedState, Occasion, Vulnerability


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    """Named questions about assessments."""

    def current(self) -> Self:
        """Keep the newest assessment of each case."""
        return self.filter(superseded_at__isnull=True)

    def review_due(self, before: date) -> Self:
        """Keep current ones that are to be reviewed on or before a day."""
        return self.current().filter(review_on__lte=before)


class Assessment(models.Model):
    """What a person needs and what endangers them, on one day, in codes.

    Rows are added and never changed: the next assessment supersedes the one before, so that the
    change between them can be shown. It must not grow free text, and no details of health: those
    are passages in the sealed parts of the case.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="assessments")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    occasion = models.CharField(_("occasion"), max_length=20, choices=Occasion)
    made_at = models.DateTimeField(_("made"))
    made_by_id = models.BigIntegerField(_("made by"))
    superseded_at = models.DateTimeField(_("superseded"), null=True, blank=True)
    needs = models.JSONField(_("needs"), default=dict)
    risks = models.JSONField(_("dangers"), default=dict)
    level = models.CharField(_("level of danger"), max_length=10, choices=Level)
    grounds = models.JSONField(_("grounds"), default=list)
    measures = models.JSONField(_("measures"), default=list)
    individual = models.CharField(_("the person"), max_length=20, choices=Vulnerability)
    household = models.CharField(_("the household"), max_length=20, choices=Vulnerability)
    community = models.CharField(_("the community"), max_length=20, choices=Vulnerability)
    review_on = models.DateField(_("next review"), null=True, blank=True)

    objects = AssessmentQuerySet.as_manager()

    class Privacy:
        holds = "coded needs and dangers of a person under the case's code; health in one word"
        kept = "as long as the case"

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(superseded_at__isnull=True),
                name="assessment_one_current",
            ),
            models.CheckConstraint(
                name="assessment_superseded_later",
                condition=Q(superseded_at__isnull=True) | Q(superseded_at__gte=F("made_at")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["review_on"],
                condition=Q(superseded_at__isnull=True),
                name="assessment_to_review",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.occasion}"

    @property
    def unmet(self) -> list[Need]:
        """Needs that are open or urgent, the urgent ones first."""
        found = [need for need in Need if self.needs.get(need) in UNMET]
        return sorted(found, key=lambda need: self.needs[need] != NeedState.URGENT)
