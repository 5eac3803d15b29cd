from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Facet


class SealedFacet(models.Model):
    """One sealed part of a case: only the ciphertext of its latest version."""

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="facets")
    kind = models.CharField(_("part"), max_length=20, choices=Facet)
    version = models.PositiveIntegerField(_("version"))
    sealed = models.BinaryField(_("ciphertext"))
    written_at = models.DateTimeField(_("written"))
    written_by_id = models.BigIntegerField(_("written by"))
    is_rekey_due = models.BooleanField(_("needs a new key"), default=False)

    class Privacy:
        holds = "ciphertext of a name, an address or a story"
        kept = "5 years after closure, then its keys are destroyed"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "kind"], name="facet_once_a_case"),
            models.CheckConstraint(name="facet_version_counts", condition=Q(version__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind} {self.version}"


class FacetWrap(models.Model):
    """The data key of a facet's version, wrapped to one organisation that may read it."""

    facet = models.ForeignKey(SealedFacet, on_delete=models.CASCADE, related_name="wraps")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    organisation_key = models.ForeignKey(
        "access.OrganisationKey", on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(_("version"))
    wrapped = models.BinaryField(_("wrapped key"))

    class Privacy:
        holds = "key material that only one organisation opens"
        kept = "until consent is withdrawn or the facet is written again"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["facet", "organisation"], name="facet_wrapped_once"),
            models.CheckConstraint(name="facet_wrap_version_counts", condition=Q(version__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.facet_id} {self.organisation_id}"


class ErasedFacet(models.Model):
    """That a sealed part was there and is gone: its ciphertext and every key to it were destroyed."""

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="erased")
    kind = models.CharField(_("part"), max_length=20, choices=Facet)
    erased_at = models.DateTimeField(_("erased"))

    class Privacy:
        holds = "which part of a case was erased and when"
        kept = "as long as the case"

    class Meta:
        ordering = ["-erased_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"
