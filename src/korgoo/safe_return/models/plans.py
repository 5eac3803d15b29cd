import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.lib import codes
from korgoo.safe_return.enums import (
    LIVE,
    MOVES,
    BanTold,
    BestInterest,
    Court,
    Escort,
    Family,
    Fitness,
    Freely,
    Ground,
    Guardian,
    How,
    Level,
    Papers,
    PlanState,
    StopKind,
    Ticket,
    Wish,
)


class ReturnPlanQuerySet(models.QuerySet["ReturnPlan"]):
    """Named questions about plans."""

    def live(self) -> Self:
        return self.filter(state__in=LIVE)

    def of_organisation(self, organisation_id: int) -> Self:
        """Keep plans of own cases, and of cases in which the organisation takes part now."""
        party = Q(
            case__parties__organisation_id=organisation_id, case__parties__until__isnull=True
        )
        own = self.filter(Q(case__owner_id=organisation_id) | party).values("pk")
        return self.filter(pk__in=own)


class ReturnPlan(models.Model):
    """The way home of one person: coded facts only. Where exactly it leads is sealed apart."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(_("number"), max_length=9, unique=True, default=codes.new_code)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="returns")
    state = models.CharField(
        _("state"), max_length=20, choices=PlanState, default=PlanState.DRAFTED
    )
    state_at = models.DateTimeField(_("state since"))
    created_at = models.DateTimeField(_("written"))
    created_by_id = models.BigIntegerField(_("written by"))
    country = models.CharField(_("country of return"), max_length=2)
    leaves_on = models.DateField(_("leaves on"), null=True, blank=True)
    papers = models.CharField(_("papers"), max_length=20, choices=Papers, default=Papers.UNKNOWN)
    ticket = models.CharField(_("ticket"), max_length=20, choices=Ticket, default=Ticket.UNKNOWN)
    escort = models.CharField(_("escort"), max_length=20, choices=Escort, default=Escort.UNKNOWN)
    ban_told = models.CharField(_("ban told"), max_length=20, choices=BanTold, default=BanTold.NO)
    fitness = models.CharField(
        _("fit to travel"), max_length=20, choices=Fitness, default=Fitness.UNKNOWN
    )
    family = models.CharField(_("family"), max_length=20, choices=Family, default=Family.UNKNOWN)
    guardian = models.CharField(_("guardian"), max_length=20, choices=Guardian, blank=True)
    best_interest = models.CharField(
        _("best interest"), max_length=20, choices=BestInterest, blank=True
    )
    court = models.CharField(_("court"), max_length=20, choices=Court, blank=True)
    meets = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    objects = ReturnPlanQuerySet.as_manager()

    class Privacy:
        holds = "coded facts on a person's journey home under a code; no name, no address"
        kept = "as long as the case"

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["state", "-state_at"], name="return_by_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=~Q(state__in=["closed", "stopped"]),
                name="return_one_live_a_case",
            )
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def spoken_number(self) -> str:
        """The number in groups of three digits."""
        return codes.spoken(self.number)

    def can_move_to(self, state: PlanState) -> bool:
        """Tell whether the table of moves allows this step."""
        return state in MOVES[PlanState(self.state)]


class WishTalk(models.Model):
    """One talk about returning: what the person said, to whom, how freely. Rows are only added."""

    plan = models.ForeignKey(ReturnPlan, on_delete=models.CASCADE, related_name="wishes")
    wish = models.CharField(_("wish"), max_length=20, choices=Wish)
    freely = models.CharField(_("without pressure"), max_length=20, choices=Freely)
    asked_at = models.DateTimeField(_("asked"))
    asked_by_id = models.BigIntegerField(_("asked by"))
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        holds = "a person's answer to the question of returning, under the case's code"
        kept = "as long as the case"

    class Meta:
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.wish}"


class RiskCheck(models.Model):
    """One look at the risks of returning, coded. Rows are only added."""

    plan = models.ForeignKey(ReturnPlan, on_delete=models.CASCADE, related_name="risk_checks")
    level = models.CharField(_("risk"), max_length=10, choices=Level)
    risks = models.JSONField(_("risks"), default=list)
    measures = models.JSONField(_("what is done"), default=list)
    checked_at = models.DateTimeField(_("assessed"))
    checked_by_id = models.BigIntegerField(_("assessed by"))

    class Privacy:
        holds = "coded risks of a person's return, under the case's code"
        kept = "as long as the case"

    class Meta:
        ordering = ["-checked_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.level}"


class TransitPoint(models.Model):
    """A stop on the way: which country, what sort of place, what may happen, what is done."""

    plan = models.ForeignKey(ReturnPlan, on_delete=models.CASCADE, related_name="transit")
    number = models.PositiveSmallIntegerField(_("place in the row"))
    country = models.CharField(_("country"), max_length=2)
    kind = models.CharField(_("kind"), max_length=20, choices=StopKind)
    risks = models.JSONField(_("risks"), default=list)
    measures = models.JSONField(_("what is done"), default=list)

    class Privacy:
        holds = "a stop on a person's way by country, under the case's code"
        kept = "as long as the case"

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="return_stop_once")]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.number}"


class PlanMove(models.Model):
    """One move of a plan: from where to where, who, when, on what ground. Rows are only added."""

    plan = models.ForeignKey(ReturnPlan, on_delete=models.CASCADE, related_name="moves")
    before = models.CharField(_("from"), max_length=20, choices=PlanState)
    after = models.CharField(_("to"), max_length=20, choices=PlanState)
    at = models.DateTimeField(_("time"))
    by_id = models.BigIntegerField(_("by"), null=True)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True
    )
    ground = models.CharField(_("ground"), max_length=20, choices=Ground)
    how = models.CharField(_("how it was told"), max_length=10, choices=How, default=How.HERE)
    missing = models.JSONField(_("what was missing"), default=list)

    class Privacy:
        holds = "a step of a person's journey in codes"
        kept = "as long as the case"

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.after}"
