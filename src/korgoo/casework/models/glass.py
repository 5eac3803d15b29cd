import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Facet
from korgoo.casework.grounds import GlassReason


class GlassBreakQuerySet(models.QuerySet["GlassBreak"]):
    """Named questions about emergency openings."""

    def in_force(self, moment: datetime) -> Self:
        return self.filter(opened_at__lte=moment, ends_at__gt=moment, refused_at__isnull=True)

    def unconfirmed(self) -> Self:
        """Keep those opened alone on which no second person has said anything."""
        return self.filter(
            opened_at__isnull=False, confirmed_at__isnull=True, refused_at__isnull=True
        )


class GlassBreak(models.Model):
    """One member opens, for an hour, parts that their organisation holds and their role does not."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    user_id = models.BigIntegerField(_("who opens"))
    reason_code = models.CharField(_("reason"), max_length=10, choices=GlassReason)
    reason = models.ForeignKey(
        "casework.SealedAttachment", on_delete=models.PROTECT, related_name="+"
    )
    parts = models.JSONField(_("parts"), default=list)
    is_alone = models.BooleanField(_("opened alone"))
    asked_at = models.DateTimeField(_("asked"))
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    refused_at = models.DateTimeField(_("refused"), null=True, blank=True)
    second_id = models.BigIntegerField(_("second person"), null=True, blank=True)
    overdue_at = models.DateTimeField(_("not confirmed in time"), null=True, blank=True)

    objects = GlassBreakQuerySet.as_manager()

    class Privacy:
        holds = "who opened which parts in an emergency, under the case's code"
        kept = "as long as the case"

    class Meta:
        ordering = ["-asked_at", "pk"]
        indexes = [models.Index(fields=["case", "user_id"], name="glass_of_member")]
        constraints = [
            models.CheckConstraint(
                name="glass_needs_another_person",
                condition=Q(second_id__isnull=True) | ~Q(second_id=F("user_id")),
            ),
            models.CheckConstraint(
                name="glass_open_has_an_end",
                condition=Q(opened_at__isnull=True) | Q(ends_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def facets(self) -> frozenset[Facet]:
        """The parts as they are known to the policy."""
        return frozenset(Facet(part) for part in self.parts)
