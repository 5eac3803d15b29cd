from django.db import models
from django.utils.translation import gettext_lazy as _

from korgoo.lookup.models.keys import MatchingKey


class CaseEncoding(models.Model):
    """One person in code, as ciphertext: what cases are compared by. No name can be read out of it.

    ``serial`` counts the changes of its organisation, so that an index in memory sees what is new.
    """

    case = models.OneToOneField(
        "casework.Case", on_delete=models.CASCADE, related_name="+", primary_key=True
    )
    owner = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey(MatchingKey, on_delete=models.PROTECT, related_name="+")
    serial = models.PositiveBigIntegerField(_("serial number of the change"))
    sealed = models.BinaryField(_("ciphertext"))

    class Privacy:
        holds = "ciphertext of keyed encodings of a name, a date of birth and numbers"
        kept = "until the part it was made of is erased"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "key", "serial"], name="case_encoding_in_order"
            ),
        ]

    def __str__(self) -> str:
        return str(self.case_id)


class HouseTally(models.Model):
    """How often the encodings of an organisation changed, and whether it waits for the key.

    ``mark`` is new with each change: a count alone would not tell a change that was taken back and done anew.
    """

    owner = models.OneToOneField(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", primary_key=True
    )
    changes = models.PositiveBigIntegerField(_("changes"), default=0)
    mark = models.CharField(_("mark of the last change"), max_length=32, blank=True)
    waits_for_key = models.BooleanField(_("waits for the key"), default=False)

    class Privacy:
        holds = "a count; whether an organisation waits for a key"
        kept = "as long as the organisation"

    def __str__(self) -> str:
        return f"{self.owner_id} {self.changes}"
