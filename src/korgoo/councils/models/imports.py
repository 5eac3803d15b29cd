import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.councils.enums import ImportState


class CompositionImport(models.Model):
    """A file with the composition of a body, until it is taken or thrown away; then counts.

    The file itself is not kept, only its hash.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    body = models.ForeignKey("councils.Body", on_delete=models.PROTECT, related_name="imports")
    digest = models.CharField(_("hash of the file"), max_length=64)
    state = models.CharField(_("state"), max_length=8, choices=ImportState)
    uploaded_at = models.DateTimeField(_("uploaded"))
    uploaded_by_id = models.BigIntegerField(_("uploaded by"))
    decided_at = models.DateTimeField(_("taken or thrown away"), null=True, blank=True)
    count = models.PositiveIntegerField(_("rows"))
    added = models.PositiveIntegerField(_("new seats"), default=0)
    rows: "models.JSONField[Any, Any]" = models.JSONField(_("rows to take"), default=list)
    faults: "models.JSONField[Any, Any]" = models.JSONField(_("what is wrong"), default=list)

    class Privacy:
        holds = "seats of organisations and official positions, and which member brought them"
        kept = "rows: until taken, 1 day at most; what is wrong: 30 days; counts: always"

    class Meta:
        verbose_name = _("file with a composition")
        ordering = ["-uploaded_at"]
        constraints = [
            models.CheckConstraint(
                name="composition_keeps_rows_only_while_it_waits",
                condition=Q(state=ImportState.WAITING) | Q(rows=[]),
            ),
            models.CheckConstraint(
                name="composition_decided_with_time",
                condition=Q(state=ImportState.WAITING, decided_at__isnull=True)
                | (~Q(state=ImportState.WAITING) & Q(decided_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
