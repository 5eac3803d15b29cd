from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SealedReasons(models.Model):
    """Why a body decided as it did, and who dissents: ciphertext for the body and the owner alone."""

    proceeding = models.OneToOneField(
        "determination.Proceeding", on_delete=models.CASCADE, related_name="reasons"
    )
    version = models.PositiveIntegerField(_("version"))
    sealed = models.BinaryField(_("ciphertext"))
    written_at = models.DateTimeField(_("written"))
    written_by_id = models.BigIntegerField(_("written by"))

    class Privacy:
        holds = "ciphertext of the reasons of a decision"
        kept = "5 years after closure, then its keys are destroyed"

    class Meta:
        constraints = [
            models.CheckConstraint(name="reasons_version_counts", condition=Q(version__gte=1))
        ]

    def __str__(self) -> str:
        return f"{self.proceeding_id} {self.version}"


class ReasonsWrap(models.Model):
    """The data key of the reasons, wrapped to the body or to the owner."""

    reasons = models.ForeignKey(SealedReasons, on_delete=models.CASCADE, related_name="wraps")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    organisation_key = models.ForeignKey(
        "access.OrganisationKey", on_delete=models.PROTECT, related_name="+"
    )
    wrapped = models.BinaryField(_("wrapped key"))

    class Privacy:
        holds = "key material that only one organisation opens"
        kept = "as long as the reasons"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reasons", "organisation"], name="reasons_wrapped_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.reasons_id} {self.organisation_id}"
