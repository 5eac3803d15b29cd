import uuid
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.access.actor import Actor
from korgoo.fieldforms.enums import BatchState, FileKind


class FieldBatchQuerySet(models.QuerySet["FieldBatch"]):
    """Named questions about imports."""

    def visible_to(self, actor: Actor) -> Self:
        """Keep the imports of the actor's own organisation."""
        return self.filter(organisation_id=actor.organisation_id)

    def waiting(self) -> Self:
        return self.filter(state=BatchState.PREVIEWED)


class FieldBatch(models.Model):
    """The filled forms of one file, from the upload until somebody takes or drops them all.

    It holds codes only: the file itself is never kept, nor what a tool adds about a device or its
    user. It must not grow free text.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField(_("uploaded"))
    uploaded_by_id = models.BigIntegerField(_("uploaded by"))
    kind = models.CharField(_("kind of file"), max_length=4, choices=FileKind)
    forms = models.PositiveSmallIntegerField(_("filled forms"))
    new_cases = models.PositiveSmallIntegerField(_("new cases"))
    rows: "models.JSONField[Any, Any]" = models.JSONField(_("coded answers"), default=list)
    state = models.CharField(
        _("state"), max_length=10, choices=BatchState, default=BatchState.PREVIEWED
    )
    decided_at = models.DateTimeField(_("taken or dropped"), null=True, blank=True)
    decided_by_id = models.BigIntegerField(_("taken or dropped by"), null=True, blank=True)

    objects = FieldBatchQuerySet.as_manager()

    class Privacy:
        holds = "coded answers on persons assisted, until they are taken or dropped; then counts"
        kept = "answers: 30 days at most; counts: as long as the audit trail"

    class Meta:
        verbose_name = _("import of filled forms")
        ordering = ["-uploaded_at"]
        indexes = [
            models.Index(fields=["organisation", "-uploaded_at"], name="batch_own_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                name="batch_keeps_answers_only_while_it_waits",
                condition=Q(state="previewed") | Q(rows=[]),
            ),
            models.CheckConstraint(
                name="batch_decided_with_time",
                condition=Q(state="previewed", decided_at__isnull=True)
                | (~Q(state="previewed") & Q(decided_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_waiting(self) -> bool:
        """Tell whether it may still be taken or dropped."""
        return self.state == BatchState.PREVIEWED


class TakenSubmission(models.Model):
    """A filled form that became a screening: so that the same one is not taken twice."""

    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    instance_id = models.UUIDField(_("number given by the tool"))
    batch = models.ForeignKey(FieldBatch, on_delete=models.PROTECT, related_name="taken")
    screening_id = models.UUIDField(_("screening"))
    was_danger = models.BooleanField(_("danger when it was filled in"))
    at = models.DateTimeField(_("taken"))

    class Privacy:
        holds = "that a form filled elsewhere became a screening: numbers, and whether there was danger"
        kept = "as long as the case"

    class Meta:
        verbose_name = _("form taken over")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "instance_id"], name="submission_taken_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.instance_id)
