"""Printed pieces: how many lie where, and how they came there."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.materials import enums
from korgoo.materials.enums import Move
from korgoo.materials.models.materials import Version

LONGEST_PLACE = 24


class Balance(models.Model):
    """How many pieces of a version lie in a place. Written together with movements only.

    ``place`` is ``org:<number>`` or ``region:<code of the unit>``.
    """

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="balances")
    place = models.CharField(_("place"), max_length=LONGEST_PLACE)
    count = models.BigIntegerField(_("pieces"), default=0)

    class Privacy:
        holds = "how many pieces of a material lie where; no personal data"
        kept = "always"

    class Meta:
        verbose_name = _("stock of a material")
        ordering = ["version", "place"]
        constraints = [
            models.UniqueConstraint(fields=["version", "place"], name="material_stock_once"),
            models.CheckConstraint(
                name="material_stock_not_below_zero", condition=Q(count__gte=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.place}"


class Movement(models.Model):
    """Pieces that were printed, sent on, handed out or lost. Written once; a mistake is moved back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="movements")
    move = models.CharField(_("what happened"), max_length=8, choices=Move)
    count = models.PositiveIntegerField(_("pieces"))
    source = models.CharField(_("from where"), max_length=LONGEST_PLACE, blank=True)
    target = models.CharField(_("to where"), max_length=LONGEST_PLACE, blank=True)
    day = models.DateField(_("day"))
    note = models.CharField(_("note"), max_length=enums.LONGEST_LINE, blank=True)
    at = models.DateTimeField(_("recorded"))
    by = models.ForeignKey("access.User", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        holds = "how many pieces went where, and which member wrote it down"
        kept = "always"

    class Meta:
        verbose_name = _("movement of stock")
        ordering = ["-day", "-at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="material_movement_of_something", condition=Q(count__gt=0)
            ),
            models.CheckConstraint(
                name="material_movement_from_and_to",
                condition=(Q(move=Move.PRINTED, source="") & ~Q(target=""))
                | (Q(move=Move.SENT) & ~Q(source="") & ~Q(target="") & ~Q(source=F("target")))
                | (Q(move__in=[Move.GIVEN, Move.LOST], target="") & ~Q(source="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.move} {self.count}"
