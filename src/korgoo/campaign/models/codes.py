"""Codes to print, and what the public did by them: counts of a day, never who."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from korgoo.campaign import enums
from korgoo.campaign.enums import Moment
from korgoo.campaign.models.campaigns import Campaign


class CampaignCode(models.Model):
    """A few digits on a poster or a card: they say where it hung, not who read it."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="codes")
    code = models.CharField(_("code"), max_length=enums.LONGEST_CODE, unique=True)
    label = models.CharField(_("where it stands"), max_length=enums.LONGEST_NAME)
    region = models.CharField(_("region"), max_length=14, blank=True)
    channel = models.CharField(_("channel"), max_length=40, blank=True)
    made_at = models.DateTimeField(_("made"))

    class Privacy:
        holds = "where a code is printed; no personal data"
        kept = "always: what is printed stays on walls"

    class Meta:
        verbose_name = _("campaign code")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.code


class AgencyCheckCount(models.Model):
    """How often an agency was looked up from the page of a code, on one day."""

    code = models.ForeignKey(CampaignCode, on_delete=models.PROTECT, related_name="checks")
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("checks"), default=0)

    class Privacy:
        holds = "a count of a day; no personal data"
        kept = "always"

    class Meta:
        verbose_name = _("agency checks of a day")
        constraints = [
            models.UniqueConstraint(fields=["code", "day"], name="agency_checks_of_a_day_once")
        ]

    def __str__(self) -> str:
        return f"{self.code_id} {self.day}"


class AnswerCount(models.Model):
    """How often one answer was given to one of the three questions, on one day."""

    code = models.ForeignKey(CampaignCode, on_delete=models.PROTECT, related_name="answers")
    day = models.DateField(_("day"))
    moment = models.CharField(_("before or after"), max_length=6, choices=Moment)
    question = models.CharField(_("question"), max_length=40)
    answer = models.CharField(_("answer"), max_length=40)
    is_right = models.BooleanField(_("right"))
    count = models.PositiveIntegerField(_("answers"), default=0)

    class Privacy:
        holds = "a count of a day; no personal data"
        kept = "always"

    class Meta:
        verbose_name = _("answers of a day")
        constraints = [
            models.UniqueConstraint(
                fields=["code", "day", "moment", "question", "answer"], name="answer_count_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code_id} {self.day} {self.question}"
