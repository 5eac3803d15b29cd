from django.db import models
from django.utils.translation import gettext_lazy as _

from korgoo.safe_return.enums import PlaceKind


class SealedPlace(models.Model):
    """A place in words, sealed to one organisation. Each reader has a copy of its own.

    Taking a place away from an organisation deletes its copy; no key of anybody else opens it.
    """

    plan = models.ForeignKey(
        "safe_return.ReturnPlan", on_delete=models.CASCADE, related_name="places"
    )
    kind = models.CharField(_("which place"), max_length=20, choices=PlaceKind)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    organisation_key_id = models.BigIntegerField(_("key of the reader"))
    sealed = models.BinaryField(_("ciphertext"))
    written_at = models.DateTimeField(_("written"))
    written_by_id = models.BigIntegerField(_("written by"))

    class Privacy:
        holds = "ciphertext of the place where a person goes or sleeps"
        kept = "as long as the case; a reader's copy until consent ends"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "kind", "organisation"], name="return_place_once_a_reader"
            )
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.kind} {self.organisation_id}"
