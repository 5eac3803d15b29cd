import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from korgoo.casework.grounds import Attached


class SealedAttachment(models.Model):
    """A proof or a reason, sealed to one organisation alone. Nobody is ever added to it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("what"), max_length=20, choices=Attached)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    organisation_key = models.ForeignKey(
        "access.OrganisationKey", on_delete=models.PROTECT, related_name="+"
    )
    media_type = models.CharField(_("media type"), max_length=40)
    sealed = models.BinaryField(_("ciphertext"))
    wrapped = models.BinaryField(_("wrapped key"))
    written_at = models.DateTimeField(_("written"))
    written_by_id = models.BigIntegerField(_("written by"))

    class Privacy:
        holds = "ciphertext of a signature, a voice or a reason"
        kept = "as long as the case"

    def __str__(self) -> str:
        return str(self.pk)
