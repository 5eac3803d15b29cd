import uuid
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.commitments.enums import (
    LONGEST_ADDRESS,
    LONGEST_KEY,
    LONGEST_LABEL,
    LONGEST_NUMBER,
    LONGEST_WHAT,
    LONGEST_WHOM,
    State,
)
from korgoo.lib import clock

if TYPE_CHECKING:
    from collections.abc import Iterable


class CommitmentQuerySet(models.QuerySet["Commitment"]):
    """Named questions about promises."""

    def open(self) -> Self:
        return self.filter(state=State.OPEN)

    def of(self, organisation_ids: "Iterable[int]") -> Self:
        """Keep the promises that these organisations made."""
        return self.filter(promiser__in=set(organisation_ids))

    def shown(self) -> Self:
        """Keep those that their organisations chose to show to everybody."""
        return self.filter(is_public=True)


class Commitment(models.Model):
    """What one organisation promised, by when, wherever it was promised.

    It keeps the name of who promised for ever; who bears it today follows from the successors of
    organisations, and must not be written here.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(_("code"), max_length=9, unique=True)
    promiser = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    beneficiary = models.CharField(_("to whom"), max_length=LONGEST_WHOM, blank=True)
    beneficiary_organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    what = models.CharField(_("what"), max_length=LONGEST_WHAT)
    due_on = models.DateField(_("due"), null=True, blank=True)
    origin_kind = models.SlugField(_("where it was promised"), max_length=40)
    origin_key = models.CharField(_("which one"), max_length=LONGEST_KEY, blank=True)
    origin_label = models.CharField(_("name of the place"), max_length=LONGEST_LABEL, blank=True)
    origin_address = models.CharField(_("address"), max_length=LONGEST_ADDRESS, blank=True)
    letter_number = models.CharField(
        _("number of the letter"), max_length=LONGEST_NUMBER, blank=True
    )
    letter_day = models.DateField(_("day of the letter"), null=True, blank=True)
    is_public = models.BooleanField(_("shown to everybody"), default=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    done_on = models.DateField(_("kept on"), null=True, blank=True)
    made_on = models.DateField(_("promised on"))
    recorded_at = models.DateTimeField(_("written down"))
    recorded_by_id = models.BigIntegerField(_("written down by"))
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField(_("changed"))
    # Counts the deeds: a form that was shown before the last one is not taken.
    version = models.PositiveIntegerField(_("deeds"), default=1)

    objects = CommitmentQuerySet.as_manager()

    class Privacy:
        holds = "what organisations promised, and which members wrote it down; no persons assisted"
        kept = "always"

    class Meta:
        verbose_name = _("promise")
        ordering = ["due_on", "recorded_at"]
        indexes = [
            models.Index(fields=["origin_kind", "origin_key"], name="commitment_origin"),
            models.Index(fields=["state", "due_on"], name="commitment_due"),
        ]
        constraints = [
            models.CheckConstraint(name="commitment_says_what", condition=~Q(what="")),
            models.CheckConstraint(
                name="commitment_says_to_whom",
                condition=~Q(beneficiary="") | Q(beneficiary_organisation__isnull=False),
            ),
            models.CheckConstraint(
                name="commitment_done_with_day",
                condition=Q(state__in=[State.FULFILLED, State.CONFIRMED], done_on__isnull=False)
                | Q(state__in=[State.OPEN, State.WITHDRAWN], done_on__isnull=True),
            ),
            models.CheckConstraint(
                name="commitment_letter_with_number_and_day",
                condition=(
                    Q(origin_kind="letter", letter_day__isnull=False) & ~Q(letter_number="")
                )
                | (~Q(origin_kind="letter") & Q(letter_number="", letter_day__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def is_late(self) -> bool:
        """Tell whether the day is over and nobody said that the promise was kept."""
        return self.is_late_on(clock.today())

    def is_late_on(self, day: date) -> bool:
        """Tell the same of any day, as the promise stands now."""
        return self.state == State.OPEN and self.due_on is not None and self.due_on < day
