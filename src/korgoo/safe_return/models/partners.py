from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Partner(models.Model):
    """An organisation in another country, so that a person can agree to it like to any other."""

    organisation = models.OneToOneField(
        "access.Organisation", on_delete=models.PROTECT, related_name="partner"
    )
    country = models.CharField(_("country"), max_length=2)
    added_at = models.DateTimeField(_("added"))
    added_by_id = models.BigIntegerField(_("added by"))

    class Privacy:
        holds = "no personal data"
        kept = "always"

    def __str__(self) -> str:
        return str(self.organisation)


class PartnerKeyQuerySet(models.QuerySet["PartnerKey"]):
    """Named questions about keys of partners."""

    def usable_on(self, day: date) -> Self:
        """Keep keys that two members compared by phone and that are in force on a day."""
        ends = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        return self.filter(
            ends, valid_from__lte=day, second_by_id__isnull=False, retired_at__isnull=True
        )


class PartnerKey(models.Model):
    """A partner's public key, trusted by the one organisation whose two members compared it."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="keys")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    public = models.BinaryField(_("public key"))
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    added_at = models.DateTimeField(_("compared first"))
    added_by_id = models.BigIntegerField(_("first member"))
    second_at = models.DateTimeField(_("compared again"), null=True, blank=True)
    second_by_id = models.BigIntegerField(_("second member"), null=True, blank=True)
    retired_at = models.DateTimeField(_("retired"), null=True, blank=True)

    objects = PartnerKeyQuerySet.as_manager()

    class Privacy:
        holds = "a public key, and which two members compared it by phone"
        kept = "always"

    class Meta:
        ordering = ["-added_at"]
        constraints = [
            models.CheckConstraint(
                name="partner_key_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="partner_key_two_members",
                condition=Q(second_by_id__isnull=True) | ~Q(second_by_id=F("added_by_id")),
            ),
            models.CheckConstraint(
                name="partner_key_second_whole",
                condition=Q(second_by_id__isnull=True, second_at__isnull=True)
                | Q(second_by_id__isnull=False, second_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
