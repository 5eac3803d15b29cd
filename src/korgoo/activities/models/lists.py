"""Lists of activities that came as files."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.activities.enums import ListState


class ActivityList(models.Model):
    """A list of activities, from the upload until it is taken or thrown away; then counts.

    The file itself is not kept, only its hash.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(
        "campaign.Campaign", on_delete=models.PROTECT, related_name="+", verbose_name=_("campaign")
    )
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    digest = models.CharField(_("hash of the file"), max_length=64)
    state = models.CharField(_("state"), max_length=8, choices=ListState)
    uploaded_at = models.DateTimeField(_("uploaded"))
    uploaded_by_id = models.BigIntegerField(_("uploaded by"))
    decided_at = models.DateTimeField(_("taken or thrown away"), null=True, blank=True)
    count = models.PositiveIntegerField(_("rows"))
    added = models.PositiveIntegerField(_("new activities"), default=0)
    rows: "models.JSONField[Any, Any]" = models.JSONField(_("rows to take"), default=list)
    faults: "models.JSONField[Any, Any]" = models.JSONField(_("what is wrong"), default=list)

    class Privacy:
        holds = "rows of a list of events, and which member brought it"
        kept = "rows: 1 hour at most; what is wrong: 30 days; counts: always"

    class Meta:
        verbose_name = _("list of activities")
        ordering = ["-uploaded_at"]
        constraints = [
            models.CheckConstraint(
                name="activity_list_keeps_rows_only_while_it_waits",
                condition=Q(state=ListState.WAITING) | Q(rows=[]),
            ),
            models.CheckConstraint(
                name="activity_list_decided_with_time",
                condition=Q(state=ListState.WAITING, decided_at__isnull=True)
                | (~Q(state=ListState.WAITING) & Q(decided_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_waiting(self) -> bool:
        return self.state == ListState.WAITING
