import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.determination.enums import Basis, ClaimResult, Currency, Forum


class Claim(models.Model):
    """One claim for compensation: what for, where, how much; it moves no status by itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    basis = models.CharField(_("what for"), max_length=12, choices=Basis)
    forum = models.CharField(_("where"), max_length=12, choices=Forum)
    currency = models.CharField(_("currency"), max_length=3, choices=Currency)
    claimed = models.DecimalField(_("amount claimed"), max_digits=12, decimal_places=2)
    filed_on = models.DateField(_("filed on"))
    result = models.CharField(_("result"), max_length=12, choices=ClaimResult, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    awarded = models.DecimalField(
        _("amount awarded"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    recorded_at = models.DateTimeField(_("recorded"))
    recorded_by_id = models.BigIntegerField(_("recorded by"))

    class Privacy:
        holds = "amounts that a person claims, under the number of the case"
        kept = "as long as the case"

    class Meta:
        verbose_name = _("claim for compensation")
        ordering = ["filed_on", "recorded_at"]
        constraints = [
            models.CheckConstraint(name="claim_above_nothing", condition=Q(claimed__gt=0)),
            models.CheckConstraint(
                name="claim_decided_on_a_day",
                condition=Q(result="") | Q(decided_on__isnull=False),
            ),
            models.CheckConstraint(
                name="claim_awarded_an_amount",
                condition=(Q(result__in=["awarded", "partly"]) & Q(awarded__gt=0))
                | (~Q(result__in=["awarded", "partly"]) & Q(awarded__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.basis}"


class ClaimPayment(models.Model):
    """Money that the person received on a claim."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="payments")
    amount = models.DecimalField(_("amount received"), max_digits=12, decimal_places=2)
    received_on = models.DateField(_("received on"))
    recorded_at = models.DateTimeField(_("recorded"))
    recorded_by_id = models.BigIntegerField(_("recorded by"))

    class Privacy:
        holds = "an amount that a person received"
        kept = "as long as the case"

    class Meta:
        ordering = ["received_on", "pk"]
        constraints = [
            models.CheckConstraint(name="payment_above_nothing", condition=Q(amount__gt=0))
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.received_on}"
