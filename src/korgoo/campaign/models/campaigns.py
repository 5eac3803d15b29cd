"""Campaigns and the steps they went through."""

import uuid
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.campaign import enums
from korgoo.campaign.enums import PUBLIC, Action, State


class Campaign(models.Model):
    """What is planned, for whom, and for which days. Words by language; nothing of a person helped.

    What was done in it stands in activities, what was given out in materials.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.SlugField(_("key"), max_length=enums.LONGEST_KEY, unique=True)
    name: "models.JSONField[Any, Any]" = models.JSONField(_("name by language"))
    slogan: "models.JSONField[Any, Any]" = models.JSONField(_("slogan by language"), default=dict)
    theme: "models.JSONField[Any, Any]" = models.JSONField(_("theme by language"), default=dict)
    ask: "models.JSONField[Any, Any]" = models.JSONField(
        _("what is asked, by language"), default=dict
    )
    action = models.CharField(
        _("the one action asked"), max_length=20, choices=Action, default=Action.CHECK_AGENCY
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    regions: "models.JSONField[Any, Any]" = models.JSONField(_("regions"), default=list)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    keeper = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", verbose_name=_("keeper")
    )
    made_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(_("made"))
    changes = models.PositiveIntegerField(_("how often it was changed"), default=0)
    is_fictitious = models.BooleanField(_("invented for the demonstration"), default=False)

    class Privacy:
        holds = "the plan of a campaign; no personal data"
        kept = "always"

    class Meta:
        verbose_name = _("campaign")
        ordering = ["-starts_on", "-key"]
        constraints = [
            models.CheckConstraint(
                name="campaign_ends_after_it_starts", condition=Q(ends_on__gte=F("starts_on"))
            ),
            models.CheckConstraint(
                name="campaign_known_state",
                condition=Q(state__in=[state.value for state in State]),
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def is_public(self) -> bool:
        """Whether it was launched, so that anybody may know of it."""
        return self.state in PUBLIC

    @property
    def days(self) -> int:
        """How many days it lasts, the first and the last included."""
        return (self.ends_on - self.starts_on).days + 1


class CampaignStep(models.Model):
    """One move from state to state, with the words that were said to it."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="steps")
    before = models.CharField(_("before"), max_length=10, choices=State)
    after = models.CharField(_("after"), max_length=10, choices=State)
    on = models.DateField(_("day"))
    at = models.DateTimeField(_("moment"))
    by_id = models.BigIntegerField(_("by whom"))
    unready: "models.JSONField[Any, Any]" = models.JSONField(
        _("what was not ready at the launch"), default=list
    )
    words = models.CharField(_("words"), max_length=enums.LONGEST_TEXT, blank=True)

    class Privacy:
        holds = "which member moved a campaign on, and why"
        kept = "always"

    class Meta:
        verbose_name = _("step of a campaign")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="campaign_step_unready_with_words", condition=Q(unready=[]) | ~Q(words="")
            )
        ]

    def __str__(self) -> str:
        return f"{self.before} {self.after}"
