"""What must be thought of before people are asked to call."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.campaign import enums
from korgoo.campaign.enums import Answer, Check, Risk
from korgoo.campaign.models.campaigns import Campaign


class RiskAnswer(models.Model):
    """What a person said to one risk of the checklist; a later word replaces an earlier one."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="risks")
    risk = models.CharField(_("risk"), max_length=12, choices=Risk)
    answer = models.CharField(_("answer"), max_length=10, choices=Answer)
    words = models.CharField(_("words"), max_length=enums.LONGEST_TEXT)
    at = models.DateTimeField(_("answered"))
    by_id = models.BigIntegerField(_("by whom"))

    class Privacy:
        holds = "what a member said to a risk of a campaign"
        kept = "as long as the campaign"

    class Meta:
        verbose_name = _("answer to a risk")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "risk"], name="risk_answered_once"),
            models.CheckConstraint(name="risk_answered_in_words", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return self.risk


class Readiness(models.Model):
    """What somebody said to one check, beside the counts that stood there then."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="readiness")
    check_key = models.CharField(_("check"), max_length=12, choices=Check)
    is_ready = models.BooleanField(_("ready"))
    said_by = models.CharField(_("who said it: an office, not a name"), max_length=120)
    said_on = models.DateField(_("day"))
    words = models.CharField(_("words"), max_length=enums.LONGEST_TEXT, blank=True)
    seen: "models.JSONField[Any, Any]" = models.JSONField(
        _("counts that stood there then"), default=list
    )
    at = models.DateTimeField(_("written"))
    by_id = models.BigIntegerField(_("by whom"))

    class Privacy:
        holds = "which office said that it is ready, and which member wrote it"
        kept = "as long as the campaign"

    class Meta:
        verbose_name = _("readiness")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "check_key"], name="readiness_said_once"),
            models.CheckConstraint(
                name="readiness_not_ready_in_words", condition=Q(is_ready=True) | ~Q(words="")
            ),
        ]

    def __str__(self) -> str:
        return self.check_key
