import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.casework.enums import Protection
from korgoo.determination.enums import (
    MOVES,
    AppealBy,
    Conflict,
    DecisionState,
    Finding,
    Function,
    NotifiedHow,
    Outcome,
    Rule,
)


class Proceeding(models.Model):
    """A decision of a deciding body on the status of one person: coded; the reasons are sealed apart.

    A new decision after an appeal is another row that replaces this one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="replaced_by", null=True, blank=True
    )
    state = models.CharField(
        _("state"), max_length=12, choices=DecisionState, default=DecisionState.PROPOSED
    )
    status_before = models.CharField(_("status before"), max_length=20, choices=Protection)
    rule = models.CharField(_("rule"), max_length=10, choices=Rule)
    act = models.CharField(_("act"), max_length=12, choices=Finding)
    means = models.CharField(_("means"), max_length=12, choices=Finding)
    purpose = models.CharField(_("purpose"), max_length=12, choices=Finding)
    outcome = models.CharField(_("decision"), max_length=20, choices=Outcome)
    materials = models.JSONField(_("materials seen"), default=list)
    parts_opened = models.JSONField(_("sealed parts that the body opened"), default=list)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    proposed_at = models.DateTimeField(_("proposed"))
    proposed_by_id = models.BigIntegerField(_("proposed by"))
    reviewed_at = models.DateTimeField(_("reviewed"), null=True, blank=True)
    reviewed_by_id = models.BigIntegerField(_("reviewed by"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by_id = models.BigIntegerField(_("decided by"), null=True, blank=True)
    notified_at = models.DateTimeField(_("person told"), null=True, blank=True)
    notified_how = models.CharField(_("how told"), max_length=12, choices=NotifiedHow, blank=True)
    notified_language = models.CharField(_("told in"), max_length=8, blank=True)
    appeal_until = models.DateTimeField(_("appeal possible until"), null=True, blank=True)
    appealed_at = models.DateTimeField(_("appealed"), null=True, blank=True)
    appealed_by = models.CharField(_("who appealed"), max_length=12, choices=AppealBy, blank=True)

    class Privacy:
        holds = "a coded decision on the status of a person, under the number of the case"
        kept = "as long as the case"

    class Meta:
        verbose_name = _("decision on the status")
        ordering = ["-proposed_at"]
        indexes = [models.Index(fields=["body", "state", "-proposed_at"], name="decision_of_body")]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state__in=["proposed", "reviewed"]),
                name="decision_one_open_in_a_case",
            ),
            models.CheckConstraint(
                name="decision_reviewed_by_another",
                condition=Q(reviewed_by_id__isnull=True) | ~Q(reviewed_by_id=F("proposed_by_id")),
            ),
            models.CheckConstraint(
                name="decision_decided_after_review",
                condition=Q(decided_at__isnull=True)
                | (Q(reviewed_at__isnull=False) & Q(decided_at__gte=F("reviewed_at"))),
            ),
            models.CheckConstraint(
                name="decision_told_how",
                condition=Q(notified_at__isnull=True) | ~Q(notified_how=""),
            ),
            models.CheckConstraint(
                name="decision_means_fit_the_rule",
                condition=(Q(rule="child") & Q(means="not_needed"))
                | (Q(rule="adult") & ~Q(means="not_needed")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.state}"

    def can_become(self, state: DecisionState) -> bool:
        """Tell whether the table of moves allows this step."""
        return state in MOVES[DecisionState(self.state)]


class BodyMember(models.Model):
    """Somebody who sits on one decision: by function and organisation, and what they say of conflicts.

    Members with an account speak for themselves; for others the body writes down what they signed.
    """

    proceeding = models.ForeignKey(Proceeding, on_delete=models.CASCADE, related_name="members")
    function = models.CharField(_("function"), max_length=12, choices=Function)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    user_id = models.BigIntegerField(_("member"), null=True, blank=True)
    conflict = models.CharField(
        _("conflict of interest"), max_length=10, choices=Conflict, default=Conflict.UNASKED
    )
    said_at = models.DateTimeField(_("said"), null=True, blank=True)
    recorded_by_id = models.BigIntegerField(_("recorded by"), null=True, blank=True)
    dissents = models.BooleanField(_("dissents"), default=False)

    class Privacy:
        holds = "who of the staff sat on a decision"
        kept = "as long as the case"

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proceeding", "user_id"],
                condition=Q(user_id__isnull=False),
                name="decision_member_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.proceeding_id} {self.function}"
