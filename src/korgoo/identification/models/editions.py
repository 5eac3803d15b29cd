import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Origin(models.TextChoices):
    """Where an edition comes from."""

    PACK = "pack", pgettext_lazy("origin of an edition", "The country's pack")
    ADOPTED = "adopted", pgettext_lazy("origin of an edition", "Adopted on the platform")


class GuidelineEdition(models.Model):
    """One edition of the guideline, whole, as it was when the first card was read under it.

    It never changes: every reading can be repeated under it. The next edition is another row.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name of the edition"), max_length=60)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin)
    digest = models.CharField(_("digest"), max_length=64, unique=True)
    valid_from = models.DateField(_("first day"), null=True, blank=True)
    legal_basis = models.TextField(_("legal basis"), blank=True)
    files = models.JSONField(_("files"))
    kept_at = models.DateTimeField(_("kept"))
    adopted_by_id = models.BigIntegerField(_("adopted by"), null=True, blank=True)

    class Privacy:
        holds = "a guideline; nothing on any person but who adopted it"
        kept = "for ever: readings rest on it"

    class Meta:
        verbose_name = _("edition of the guideline")
        ordering = ["kept_at"]
        constraints = [
            models.CheckConstraint(
                name="edition_adopted_on_a_basis",
                condition=~Q(origin="adopted")
                | (Q(valid_from__isnull=False) & ~Q(legal_basis="")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.digest[:8]}"
