from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.councils import enums
from korgoo.councils.enums import Matter


class Contact(models.Model):
    """Whom to call at an organisation, for a matter and a region. An office, never a private number."""

    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    matter = models.CharField(_("matter"), max_length=20, choices=Matter)
    region = models.CharField(_("region"), max_length=14, blank=True)
    position = models.CharField(_("official position"), max_length=enums.LONGEST_POSITION)
    phone = models.CharField(_("office telephone"), max_length=enums.LONGEST_PHONE)
    hours = models.CharField(_("hours"), max_length=enums.LONGEST_HOURS, blank=True)
    checked_on = models.DateField(_("last checked"))
    added_at = models.DateTimeField(_("added"))
    ended_at = models.DateTimeField(_("taken off"), null=True, blank=True)
    is_fictitious = models.BooleanField(_("invented for the demonstration"), default=False)

    class Privacy:
        holds = "official position and office telephone; no name"
        kept = "always; what was taken off is no longer shown"

    class Meta:
        verbose_name = _("whom to call")
        ordering = ["organisation_id", "matter", "pk"]
        constraints = [
            models.CheckConstraint(
                name="council_contact_ends_after_it_begins",
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("added_at")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.matter}"
