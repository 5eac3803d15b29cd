import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.assistance.enums import (
    ITEM_MOVES,
    OPEN_STATES,
    WAITING,
    Agreed,
    Cost,
    Delay,
    ItemState,
    Need,
    Outside,
    PlanType,
    Unit,
)


class Programme(models.Model):
    """The individual programme of one case: what is done for the person, agreed with them.

    The goals are the person's own words and lie in the sealed story of the case, never here.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="programmes")
    started_at = models.DateTimeField(_("begun"))
    started_by_id = models.BigIntegerField(_("begun by"))
    agreed = models.CharField(
        _("agreed with the person"), max_length=10, choices=Agreed, default=Agreed.NOT_ASKED
    )
    agreed_on = models.DateField(_("asked on"), null=True, blank=True)
    review_on = models.DateField(_("next review"), null=True, blank=True)

    class Privacy:
        holds = "that a programme exists, and whether the person agreed, under the case's code"
        kept = "as long as the case"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], name="programme_one_a_case"),
            models.CheckConstraint(
                name="programme_answer_has_day",
                condition=Q(agreed="not_asked") | Q(agreed_on__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["review_on"], name="programme_to_review")]

    def __str__(self) -> str:
        return str(self.case_id)


class ItemQuerySet(models.QuerySet["ProgrammeItem"]):
    """Named questions about items."""

    def late(self, today: date) -> Self:
        """Keep what should have begun, or ended, before today."""
        begins = Q(state__in=WAITING, planned_start__lt=today)
        ends = Q(state__in=OPEN_STATES, planned_end__lt=today)
        return self.filter(begins | ends)


class ProgrammeItem(models.Model):
    """One thing that is done for the person: need, service, who gives it, when, who pays."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="items")
    need = models.CharField(_("need"), max_length=20, choices=Need)
    service = models.SlugField(_("service of the pack"), max_length=60)
    plan_type = models.CharField(_("type of help"), max_length=40, choices=PlanType)
    provider = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    outside = models.CharField(_("outside provider"), max_length=20, choices=Outside, blank=True)
    responsible = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    planned_start = models.DateField(_("planned from"), null=True, blank=True)
    planned_end = models.DateField(_("planned until"), null=True, blank=True)
    actual_start = models.DateField(_("began"), null=True, blank=True)
    actual_end = models.DateField(_("ended"), null=True, blank=True)
    cost = models.CharField(_("who pays"), max_length=20, choices=Cost, default=Cost.UNKNOWN)
    state = models.CharField(
        _("state"), max_length=20, choices=ItemState, default=ItemState.PLANNED
    )
    state_at = models.DateTimeField(_("state since"))
    delay = models.CharField(_("why late"), max_length=20, choices=Delay, blank=True)
    agreed = models.CharField(
        _("agreed with the person"), max_length=10, choices=Agreed, default=Agreed.NOT_ASKED
    )
    agreed_on = models.DateField(_("asked on"), null=True, blank=True)
    referral_number = models.CharField(_("referral"), max_length=9, blank=True)
    added_at = models.DateTimeField(_("added"))
    added_by_id = models.BigIntegerField(_("added by"))

    objects = ItemQuerySet.as_manager()

    class Privacy:
        holds = "a planned service under the case's code: codes, days, organisations; no words"
        kept = "as long as the case"

    class Meta:
        ordering = ["added_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="item_one_kind_of_provider",
                condition=Q(provider__isnull=True) | Q(outside=""),
            ),
            models.CheckConstraint(
                name="item_planned_in_order",
                condition=Q(planned_start__isnull=True)
                | Q(planned_end__isnull=True)
                | Q(planned_end__gte=F("planned_start")),
            ),
            models.CheckConstraint(
                name="item_ended_after_it_began",
                condition=Q(actual_end__isnull=True)
                | Q(actual_start__isnull=True)
                | Q(actual_end__gte=F("actual_start")),
            ),
            models.CheckConstraint(
                name="item_answer_has_day",
                condition=Q(agreed="not_asked") | Q(agreed_on__isnull=False),
            ),
            models.CheckConstraint(
                name="item_under_way_began",
                condition=~Q(state__in=["under_way", "done"]) | Q(actual_start__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["provider", "state"], name="item_of_provider")]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.service}"

    def can_become(self, state: ItemState) -> bool:
        """Tell whether the table of moves allows this step."""
        return state in ITEM_MOVES[ItemState(self.state)]

    def is_late(self, today: date) -> bool:
        """Tell whether it should have begun, or ended, before today."""
        begins = self.state in WAITING and self.planned_start and self.planned_start < today
        ends = self.state in OPEN_STATES and self.planned_end and self.planned_end < today
        return bool(begins or ends)


class ServiceGiven(models.Model):
    """Help that was given on a day. Whoever got any of it is an assisted person, counted once."""

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="services")
    item = models.ForeignKey(
        ProgrammeItem, on_delete=models.CASCADE, related_name="given", null=True, blank=True
    )
    given_on = models.DateField(_("given on"))
    service = models.SlugField(_("service of the pack"), max_length=60)
    plan_type = models.CharField(_("type of help"), max_length=40, choices=PlanType)
    provider = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    outside = models.CharField(_("outside provider"), max_length=20, choices=Outside, blank=True)
    quantity = models.PositiveIntegerField(_("how much"), default=1)
    unit = models.CharField(_("unit"), max_length=10, choices=Unit, default=Unit.TIMES)
    recorded_at = models.DateTimeField(_("recorded"))
    recorded_by_id = models.BigIntegerField(_("recorded by"))
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        holds = "a service given under the case's code: day, kind, provider, quantity"
        kept = "as long as the case; counts longer"

    class Meta:
        ordering = ["-given_on", "-pk"]
        constraints = [
            models.CheckConstraint(name="given_something", condition=Q(quantity__gte=1)),
            models.CheckConstraint(
                name="given_by_one_kind_of_provider",
                condition=Q(provider__isnull=True) | Q(outside=""),
            ),
        ]
        indexes = [
            models.Index(fields=["given_on"], name="given_by_day"),
            models.Index(fields=["case", "-given_on"], name="given_in_case"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.service} {self.given_on}"
