from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Facet
from korgoo.casework.grounds import ShareGround


class SharingActQuerySet(models.QuerySet["SharingAct"]):
    """Named questions about sharing without consent."""

    def in_force(self, moment: datetime) -> Self:
        return self.filter(
            confirmed_at__isnull=False, ended_at__isnull=True, expires_at__gt=moment
        )

    def run_out(self, moment: datetime) -> Self:
        return self.filter(ended_at__isnull=True, expires_at__lte=moment)


class SharingAct(models.Model):
    """Parts of a case shared without the person's consent: on a ground, by two, for some days."""

    case = models.ForeignKey(
        "casework.Case", on_delete=models.CASCADE, related_name="sharing_acts"
    )
    recipient = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    ground = models.CharField(_("ground"), max_length=10, choices=ShareGround)
    parts = models.JSONField(_("parts"), default=list)
    reason = models.ForeignKey(
        "casework.SealedAttachment", on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(_("proposed"))
    proposed_by_id = models.BigIntegerField(_("proposed by"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    confirmed_by_id = models.BigIntegerField(_("confirmed by"), null=True, blank=True)
    expires_at = models.DateTimeField(_("until"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    made_party = models.BooleanField(_("let the recipient into the case"), default=False)
    is_person_told = models.BooleanField(_("the person was told"), default=False)
    told_at = models.DateTimeField(_("told"), null=True, blank=True)
    tell_on = models.DateField(_("ask again whether it is safe to tell"), null=True, blank=True)

    objects = SharingActQuerySet.as_manager()

    class Privacy:
        holds = "which parts were shared with whom without consent, under the case's code"
        kept = "as long as the case"

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        indexes = [models.Index(fields=["case", "recipient"], name="sharing_of_case")]
        constraints = [
            models.CheckConstraint(
                name="sharing_needs_a_second_person",
                condition=Q(confirmed_by_id__isnull=True)
                | ~Q(confirmed_by_id=F("proposed_by_id")),
            ),
            models.CheckConstraint(
                name="sharing_confirmed_has_an_end",
                condition=Q(confirmed_at__isnull=True)
                | Q(confirmed_by_id__isnull=False, expires_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def facets(self) -> frozenset[Facet]:
        """The parts as they are known to the policy."""
        return frozenset(Facet(part) for part in self.parts)

    @property
    def state(self) -> str:
        """One of ``proposed``, ``in_force``, ``refused``, ``ended``."""
        if self.ended_at is not None:
            return "ended" if self.confirmed_at else "refused"
        return "in_force" if self.confirmed_at else "proposed"
