import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.commitments.enums import (
    LONGEST_EVIDENCE,
    LONGEST_LINK,
    LONGEST_REASON,
    Deed,
)
from korgoo.commitments.models.commitments import Commitment


class Step(models.Model):
    """One deed with a promise: who, when, why, and how it read before."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField(_("number"))
    deed = models.CharField(_("deed"), max_length=10, choices=Deed)
    at = models.DateTimeField(_("time"))
    by_id = models.BigIntegerField(_("by"))
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(_("why"), max_length=LONGEST_REASON, blank=True)
    before: "models.JSONField[Any, Any]" = models.JSONField(
        _("as it read before"), default=dict, blank=True
    )

    class Privacy:
        holds = "which member did what with a promise of an organisation, and when"
        kept = "always"

    class Meta:
        ordering = ["commitment_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["commitment", "number"], name="step_number_once"),
            models.CheckConstraint(
                name="step_back_or_out_with_reason",
                condition=~Q(deed__in=[Deed.REOPENED, Deed.WITHDRAWN]) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.number} {self.deed}"


class Evidence(models.Model):
    """What shows that a promise was kept: words, a web address, a file."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="evidence")
    text = models.CharField(_("in words"), max_length=LONGEST_EVIDENCE, blank=True)
    link = models.URLField(_("web address"), max_length=LONGEST_LINK, blank=True)
    media_type = models.CharField(_("kind of file"), max_length=100, blank=True)
    content = models.BinaryField(_("file"), default=b"")
    size = models.PositiveIntegerField(_("bytes"), default=0)
    at = models.DateTimeField(_("time"))
    by_id = models.BigIntegerField(_("by"))
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        holds = "papers and words on the work of an organisation; no persons assisted"
        kept = "always"

    class Meta:
        ordering = ["commitment_id", "at"]
        constraints = [
            models.CheckConstraint(
                name="evidence_shows_something",
                condition=~Q(text="") | ~Q(link="") | Q(size__gt=0),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
