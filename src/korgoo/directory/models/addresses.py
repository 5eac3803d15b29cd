from django.db import models
from django.utils.translation import gettext_lazy as _


class SealedAddress(models.Model):
    """Where a service is, sealed to the key of its own organisation. Nobody else can open it.

    Nothing links here but the provider's own page: no referral, list, letter or search may.
    """

    service = models.OneToOneField(
        "directory.Service", on_delete=models.CASCADE, related_name="sealed_address"
    )
    organisation_key_id = models.BigIntegerField(_("key"))
    sealed = models.BinaryField(_("sealed address"))
    written_at = models.DateTimeField(_("written"))
    written_by_id = models.BigIntegerField(_("written by"))

    class Privacy:
        holds = "the address of a shelter, sealed to the shelter's own key"
        kept = "until the provider writes another"

    def __str__(self) -> str:
        return str(self.pk)
