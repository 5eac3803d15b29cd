"""The parts of a plan: what is to change, whom it speaks to, with whom, and for what money."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.campaign import enums
from korgoo.campaign.models.campaigns import Campaign


class Objective(models.Model):
    """What is to change, measured how, from what to what. The result comes when it is over."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="objectives")
    what = models.CharField(_("what is to change"), max_length=enums.LONGEST_WORDS)
    indicator = models.CharField(_("measured by"), max_length=enums.LONGEST_WORDS)
    unit = models.CharField(_("unit of count"), max_length=60)
    baseline = models.DecimalField(
        _("before"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    baseline_source = models.CharField(
        _("where this figure is from"), max_length=enums.LONGEST_WORDS, blank=True
    )
    target = models.DecimalField(_("target"), max_digits=14, decimal_places=2)
    result = models.DecimalField(
        _("result"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    result_source = models.CharField(
        _("where the result is from"), max_length=enums.LONGEST_WORDS, blank=True
    )

    class Privacy:
        holds = "a target and a result of a campaign; no personal data"
        kept = "as long as the campaign"

    class Meta:
        verbose_name = _("objective")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="objective_figures_have_a_source",
                condition=(Q(baseline__isnull=True) | ~Q(baseline_source=""))
                & (Q(result__isnull=True) | ~Q(result_source="")),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Audience(models.Model):
    """Whom the campaign speaks to: the message, who says it, on which ways, where."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="audiences")
    who = models.CharField(_("audience"), max_length=60)
    message: "models.JSONField[Any, Any]" = models.JSONField(_("message by language"))
    messenger = models.CharField(_("who says it"), max_length=enums.LONGEST_WORDS, blank=True)
    channels: "models.JSONField[Any, Any]" = models.JSONField(_("channels"), default=list)
    regions: "models.JSONField[Any, Any]" = models.JSONField(_("regions"), default=list)

    class Privacy:
        holds = "a message and to whom it is addressed; no personal data"
        kept = "as long as the campaign"

    class Meta:
        verbose_name = _("audience")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.who


class Partner(models.Model):
    """An organisation that does a part. What it promised stands among the commitments."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    part = models.CharField(_("its part"), max_length=enums.LONGEST_WORDS)
    is_public = models.BooleanField(_("named on the public page"), default=False)

    class Privacy:
        holds = "which organisation takes part; no personal data"
        kept = "as long as the campaign"

    class Meta:
        verbose_name = _("partner")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "organisation"], name="partner_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class BudgetLine(models.Model):
    """What something costs, who pays, and what was spent. Money in the currency that it names."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="budget")
    what = models.CharField(_("for what"), max_length=enums.LONGEST_WORDS)
    donor = models.CharField(_("who pays"), max_length=enums.LONGEST_NAME)
    currency = models.CharField(_("currency"), max_length=3)
    planned = models.DecimalField(_("planned"), max_digits=14, decimal_places=2)
    spent = models.DecimalField(_("spent"), max_digits=14, decimal_places=2, null=True, blank=True)

    class Privacy:
        holds = "money of a campaign; no personal data"
        kept = "as long as the campaign"

    class Meta:
        verbose_name = _("budget line")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="budget_not_below_zero",
                condition=Q(planned__gte=0) & (Q(spent__isnull=True) | Q(spent__gte=0)),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
