"""What people remember when somebody asks them later: counts by region, written by a member."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.campaign import enums
from korgoo.campaign.models.campaigns import Campaign
from korgoo.campaign.models.plan import Audience


class Recall(models.Model):
    """How many were asked in one place on one day, and how many remembered. Nobody is named."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="recalls")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    region = models.CharField(_("region"), max_length=14)
    on = models.DateField(_("day"))
    how = models.CharField(_("how people were chosen and asked"), max_length=enums.LONGEST_WORDS)
    asked = models.PositiveIntegerField(_("asked"))
    remember = models.PositiveIntegerField(_("remember the campaign"))
    acted = models.PositiveIntegerField(_("did what it asks"))
    at = models.DateTimeField(_("written"))
    by_id = models.BigIntegerField(_("by whom"))

    class Privacy:
        holds = "counts of people asked, and which member wrote them"
        kept = "always"

    class Meta:
        verbose_name = _("recall survey")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="recall_parts_fit",
                condition=Q(asked__gte=1)
                & Q(remember__lte=F("asked"))
                & Q(acted__lte=F("remember")),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class RecallMessage(models.Model):
    """How many of those asked could say one of the messages."""

    recall = models.ForeignKey(Recall, on_delete=models.CASCADE, related_name="messages")
    audience = models.ForeignKey(Audience, on_delete=models.PROTECT, related_name="recalls")
    count = models.PositiveIntegerField(_("could say it"))

    class Privacy:
        holds = "a count; no personal data"
        kept = "as long as the survey"

    class Meta:
        verbose_name = _("message remembered")
        constraints = [
            models.UniqueConstraint(fields=["recall", "audience"], name="recall_message_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)
