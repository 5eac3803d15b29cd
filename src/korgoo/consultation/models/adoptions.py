import uuid
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.consultation.enums import LONGEST_BASIS, AdoptionState
from korgoo.consultation.models.consultations import Consultation


class AdoptionQuerySet(models.QuerySet["Adoption"]):
    """Named questions about adoptions."""

    def live(self) -> Self:
        """Keep what was not taken back: at most one of a consultation."""
        return self.filter(withdrawn_at__isnull=True)


class Adoption(models.Model):
    """The decision to put a draft in force: proposed by one person, confirmed by another."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="adoptions"
    )
    legal_basis = models.CharField(_("legal basis"), max_length=LONGEST_BASIS)
    takes_effect = models.DateField(_("day of effect"))
    proposed_by_id = models.BigIntegerField(_("proposed by"))
    proposed_at = models.DateTimeField(_("proposed"))
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    confirmed_by_id = models.BigIntegerField(_("confirmed by"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    confirming_organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    withdrawn_by_id = models.BigIntegerField(_("taken back by"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = AdoptionQuerySet.as_manager()

    class Privacy:
        holds = "which two members put a draft in force, by what right; nothing about others"
        kept = "always"

    class Meta:
        verbose_name = _("adoption")
        ordering = ["-proposed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation"],
                condition=Q(withdrawn_at__isnull=True),
                name="adoption_one_live",
            ),
            models.CheckConstraint(
                name="adoption_by_two_persons",
                condition=Q(confirmed_by_id__isnull=True)
                | ~Q(confirmed_by_id=F("proposed_by_id")),
            ),
            models.CheckConstraint(
                name="adoption_confirmed_whole_or_not",
                condition=Q(
                    confirmed_by_id__isnull=True,
                    confirmed_at__isnull=True,
                    confirming_organisation__isnull=True,
                )
                | Q(
                    confirmed_by_id__isnull=False,
                    confirmed_at__isnull=False,
                    confirming_organisation__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="adoption_withdrawn_whole_or_not",
                condition=Q(withdrawn_by_id__isnull=True, withdrawn_at__isnull=True)
                | Q(withdrawn_by_id__isnull=False, withdrawn_at__isnull=False),
            ),
            models.CheckConstraint(
                name="adoption_not_both_confirmed_and_withdrawn",
                condition=Q(confirmed_at__isnull=True) | Q(withdrawn_at__isnull=True),
            ),
            models.CheckConstraint(
                name="adoption_has_a_legal_basis", condition=~Q(legal_basis="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation_id} {self.takes_effect}"

    @property
    def state(self) -> AdoptionState:
        """How far it has come."""
        if self.withdrawn_at is not None:
            return AdoptionState.WITHDRAWN
        return AdoptionState.PROPOSED if self.confirmed_at is None else AdoptionState.CONFIRMED
