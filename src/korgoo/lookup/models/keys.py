from django.db import models
from django.utils.translation import gettext_lazy as _

from korgoo.lib.by_two import ChangeByTwo, limits


class MatchingKey(models.Model):
    """A generation of the key under which people are encoded. The key itself is only in its wraps.

    The newest one is in use; older ones are open until nothing is encoded under them any more.
    """

    generation = models.PositiveIntegerField(_("generation"), unique=True)
    made_at = models.DateTimeField(_("made"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Privacy:
        holds = "number of a key and when it was in use"
        kept = "5 years after the key ended"

    class Meta:
        ordering = ["-generation"]

    def __str__(self) -> str:
        return str(self.generation)


class MatchingKeyWrap(models.Model):
    """A generation of the key, wrapped to one organisation that owns cases."""

    key = models.ForeignKey(MatchingKey, on_delete=models.CASCADE, related_name="wraps")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    organisation_key = models.ForeignKey(
        "access.OrganisationKey", on_delete=models.PROTECT, related_name="+"
    )
    wrapped = models.BinaryField(_("wrapped key"))

    class Privacy:
        holds = "key material that only one organisation opens"
        kept = "until the generation ends"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key", "organisation"], name="matching_key_wrapped_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key_id} {self.organisation_id}"


class KeyRotation(ChangeByTwo):
    """A change of the matching key: one proposes it, another confirms it."""

    class Privacy:
        holds = "who proposed and who confirmed a new key"
        kept = "5 years"

    class Meta:
        constraints = limits("key_rotation")
