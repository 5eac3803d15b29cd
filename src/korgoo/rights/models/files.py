import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.rights.enums import LONGEST_NAME, FileState


class ContentFile(models.Model):
    """A file of statements that an editor brought: kept until it is taken or thrown away, then counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name of the file"), max_length=LONGEST_NAME)
    digest = models.CharField(_("hash of the file"), max_length=64)
    state = models.CharField(_("state"), max_length=8, choices=FileState)
    uploaded_at = models.DateTimeField(_("uploaded"))
    by = models.ForeignKey("access.User", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    text = models.TextField(_("content while it waits"), blank=True)
    faults: "models.JSONField[Any, Any]" = models.JSONField(_("what is wrong"), default=list)
    drafts = models.PositiveIntegerField(_("drafts that it brought"), default=0)
    numbers = models.PositiveIntegerField(_("numbers that it brought"), default=0)

    class Privacy:
        holds = "a file of public information, and which member brought it"
        kept = "content: 1 day at most; what is wrong: 30 days; counts: always"

    class Meta:
        verbose_name = _("file of public information")
        ordering = ["-uploaded_at"]
        constraints = [
            models.CheckConstraint(
                name="content_file_keeps_text_only_while_it_waits",
                condition=Q(state=FileState.WAITING) | Q(text=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
