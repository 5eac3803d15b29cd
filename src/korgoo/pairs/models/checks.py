import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from korgoo.pairs.enums import CheckState


class CheckQuerySet(models.QuerySet["Check"]):
    """Named questions about comparisons."""

    def standing(self) -> Self:
        """Leave out closed and restricted cases, and people who do not exist."""
        return self.filter(
            case__closed_at__isnull=True, case__restricted_at__isnull=True, case__bait__isnull=True
        )

    def counted(self) -> Self:
        """Keep what persons are counted by: also closed cases, as long as the person is written down in them."""
        return self.filter(case__restricted_at__isnull=True, case__bait__isnull=True)

    def done(self) -> Self:
        return self.filter(state=CheckState.DONE)

    def sealed_before(self, generation: int) -> Self:
        """Keep what was compared, and sealed to an earlier key of the co-ordinators than this one."""
        return self.filter(watch_generation__lt=generation, compared_at__isnull=False)

    def waiting_on(self, now: datetime) -> Self:
        """Keep those whose turn has come."""
        return self.filter(state=CheckState.WAITING, not_before__lte=now)


class Check(models.Model):
    """The comparison of one case with those of all others; one row for each case, found or not.

    ``id`` is the name of the case in what is sealed about others: when this row is erased, a number that leads
    nowhere is left there. Both sealed parts have the same length whatever they hold. ``watch_generation`` says to which
    key of the co-ordinators it is sealed: what is sealed to an earlier one is found anew for them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.OneToOneField("casework.Case", on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    written_by_id = models.BigIntegerField(_("written by"), null=True)
    state = models.CharField(
        _("state"), max_length=10, choices=CheckState, default=CheckState.WAITING
    )
    not_before = models.DateTimeField(_("not before"))
    compared_at = models.DateTimeField(_("compared"), null=True)
    shown_at = models.DateTimeField(_("shown from"), null=True)
    compared_on = models.DateField(_("day of the last comparison"), null=True)
    times = models.PositiveSmallIntegerField(_("comparisons on that day"), default=0)
    owner_key = models.ForeignKey(
        "access.OrganisationKey", on_delete=models.PROTECT, related_name="+", null=True
    )
    for_owner = models.BinaryField(_("ciphertext for the owner"), default=b"")
    for_coordinator = models.BinaryField(_("ciphertext for the co-ordinator"), default=b"")
    watch_generation = models.PositiveIntegerField(
        _("generation of the co-ordinators' key"), default=0
    )

    objects = CheckQuerySet.as_manager()

    class Privacy:
        holds = "that a case was compared, and when; what was found, as ciphertext of one length"
        kept = "until the part that names the person is erased; what the owner is told, until the case is closed"

    class Meta:
        indexes = [
            models.Index(fields=["owner", "state", "not_before"], name="check_waiting"),
            models.Index(fields=["owner", "watch_generation"], name="check_sealed_to"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Settled(models.Model):
    """That a pair is one person or is not. ``mark`` is a keyed hash: nobody reads cases out of it.

    ``is_told``: both owners know, so that neither is shown it again.
    """

    mark = models.CharField(_("mark"), max_length=32, primary_key=True)
    is_same = models.BooleanField(_("the same person"))
    is_told = models.BooleanField(_("both know"), default=False)

    class Privacy:
        holds = "a keyed hash of two random numbers, and yes or no"
        kept = "as long as the platform"

    def __str__(self) -> str:
        return self.mark
