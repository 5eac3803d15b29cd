"""What the media carried, and what was learned."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.activities import enums
from korgoo.activities.enums import Channel


class Placement(models.Model):
    """One broadcast, article or post. Its reach is an estimate of somebody else, and says whose."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(
        "campaign.Campaign", on_delete=models.PROTECT, related_name="+", verbose_name=_("campaign")
    )
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    channel = models.CharField(_("channel"), max_length=10, choices=Channel)
    outlet = models.CharField(_("who carried it"), max_length=enums.LONGEST_NAME)
    title = models.CharField(_("title"), max_length=enums.LONGEST_NAME)
    day = models.DateField(_("day"))
    seconds = models.PositiveIntegerField(_("air time, seconds"), null=True, blank=True)
    reach = models.PositiveIntegerField(_("estimated reach"), null=True, blank=True)
    reach_source = models.CharField(
        _("whose estimate"), max_length=enums.LONGEST_WORDS, blank=True
    )
    clicks = models.PositiveIntegerField(_("clicks"), null=True, blank=True)
    cost = models.DecimalField(_("cost"), max_digits=12, decimal_places=2, null=True, blank=True)
    address = models.CharField(_("web address"), max_length=enums.LONGEST_ADDRESS, blank=True)
    logged_at = models.DateTimeField(_("logged"))
    logged_by_id = models.BigIntegerField(_("logged by"))
    changes = models.PositiveIntegerField(_("how often it was changed"), default=0)

    class Privacy:
        holds = "a publication and an estimate of its reach; which member logged it"
        kept = "always"

    class Meta:
        verbose_name = _("media placement")
        ordering = ["day", "logged_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="placement_reach_has_a_source",
                condition=Q(reach__isnull=True) | ~Q(reach_source=""),
            ),
            models.CheckConstraint(
                name="placement_cost_not_below_zero",
                condition=Q(cost__isnull=True) | Q(cost__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Lesson(models.Model):
    """What somebody would do again or otherwise. Words of an organisation, without persons."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(
        "campaign.Campaign", on_delete=models.PROTECT, related_name="+", verbose_name=_("campaign")
    )
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    words = models.CharField(_("lesson"), max_length=enums.LONGEST_TEXT)
    written_at = models.DateTimeField(_("written"))
    written_by_id = models.BigIntegerField(_("written by"))

    class Privacy:
        holds = "what an organisation learned; which member wrote it"
        kept = "always"

    class Meta:
        verbose_name = _("lesson")
        ordering = ["written_at", "id"]

    def __str__(self) -> str:
        return str(self.pk)
