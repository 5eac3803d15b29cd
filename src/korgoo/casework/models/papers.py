import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Facet


class SealedPaper(models.Model):
    """A paper or picture of a case. Its key stands in the sealed part it belongs to, nowhere else.

    Who may open the part can open its papers; when the part gets a new key, they get new ones.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="papers")
    part = models.CharField(_("part"), max_length=20, choices=Facet)
    sealed = models.BinaryField(_("ciphertext"))
    written_at = models.DateTimeField(_("written"))
    written_by_id = models.BigIntegerField(_("written by"))

    class Privacy:
        holds = "ciphertext of a paper or a picture"
        kept = "5 years after closure, then its key is destroyed with the part"

    class Meta:
        ordering = ["written_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="paper_of_a_part_that_has_papers",
                condition=Q(part__in=["documents", "health", "crime"]),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
