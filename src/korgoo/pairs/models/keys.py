from django.db import models
from django.utils.translation import gettext_lazy as _

from korgoo.lib.by_two import ChangeByTwo, limits
from korgoo.pairs.enums import Purpose


class SharedKey(models.Model):
    """A key of this mission. The secret is only in its wraps; ``public`` of a key pair is no secret.

    ``generation`` grows when the co-ordinators' key is made anew; the other one is made once.
    """

    purpose = models.CharField(_("purpose"), max_length=10, choices=Purpose, primary_key=True)
    public = models.BinaryField(_("public half"), default=b"")
    generation = models.PositiveIntegerField(_("generation"), default=1)
    made_at = models.DateTimeField(_("made"))

    class Privacy:
        holds = "that a key was made and when; a public key"
        kept = "as long as the platform"

    def __str__(self) -> str:
        return self.purpose


class SharedKeyWrap(models.Model):
    """The key, wrapped to one organisation; empty while it waits for somebody who holds it."""

    key = models.ForeignKey(SharedKey, on_delete=models.CASCADE, related_name="wraps")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    organisation_key = models.ForeignKey(
        "access.OrganisationKey", on_delete=models.PROTECT, related_name="+", null=True
    )
    wrapped = models.BinaryField(_("wrapped key"), default=b"")

    class Privacy:
        holds = "key material that only one organisation opens"
        kept = "as long as the organisation takes part"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key", "organisation"], name="key_of_pairs_wrapped_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key_id} {self.organisation_id}"


class WatchRenewal(ChangeByTwo):
    """A new key for the co-ordinators: one proposes it, another confirms it. What the old one opened is lost."""

    class Privacy:
        holds = "who proposed and who confirmed a new key"
        kept = "5 years"

    class Meta:
        constraints = limits("watch_renewal")
