import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.agencies import enums
from korgoo.agencies.enums import ListState


class ListImport(models.Model):
    """A list of the Ministry, from the upload until it is taken or thrown away; then counts.

    The file itself is not kept, only its hash. What its rows say is public.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    digest = models.CharField(_("hash of the file"), max_length=64)
    list_day = models.DateField(_("day of the list"))
    document = models.CharField(_("name of the document"), max_length=enums.LONGEST_DOCUMENT)
    address = models.CharField(_("web address"), max_length=enums.LONGEST_ADDRESS, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=ListState)
    organisation_id = models.BigIntegerField(_("organisation"), null=True, blank=True)
    uploaded_at = models.DateTimeField(_("uploaded"))
    uploaded_by_id = models.BigIntegerField(_("uploaded by"), null=True, blank=True)
    decided_at = models.DateTimeField(_("taken or thrown away"), null=True, blank=True)
    count = models.PositiveIntegerField(_("rows"))
    agencies = models.PositiveIntegerField(_("new agencies"), default=0)
    permits = models.PositiveIntegerField(_("new permits"), default=0)
    decisions = models.PositiveIntegerField(_("new decisions"), default=0)
    is_fictitious = models.BooleanField(_("invented for the demonstration"), default=False)
    rows: "models.JSONField[Any, Any]" = models.JSONField(_("rows to take"), default=list)
    faults: "models.JSONField[Any, Any]" = models.JSONField(_("what is wrong"), default=list)

    class Privacy:
        holds = "rows of a public list of agencies, and which member brought it"
        kept = "rows: 1 hour at most; what is wrong: 30 days; counts: always"

    class Meta:
        verbose_name = _("list of agencies")
        ordering = ["-uploaded_at"]
        constraints = [
            models.CheckConstraint(
                name="list_keeps_rows_only_while_it_waits",
                condition=Q(state=ListState.WAITING) | Q(rows=[]),
            ),
            models.CheckConstraint(
                name="list_decided_with_time",
                condition=Q(state=ListState.WAITING, decided_at__isnull=True)
                | (~Q(state=ListState.WAITING) & Q(decided_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_waiting(self) -> bool:
        return self.state == ListState.WAITING
