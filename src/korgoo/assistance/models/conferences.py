import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.assistance.enums import Function, Task


class Conference(models.Model):
    """A meeting about one case. Its minutes lie in the sealed story; here is what is coded."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="conferences")
    held_on = models.DateField(_("held on"))
    questions = models.JSONField(_("questions"), default=list)
    recorded_at = models.DateTimeField(_("recorded"))
    recorded_by_id = models.BigIntegerField(_("recorded by"))

    class Privacy:
        holds = "that a case was talked about on a day, and about which coded questions"
        kept = "as long as the case"

    class Meta:
        ordering = ["-held_on", "-recorded_at"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.held_on}"


class ConferencePart(models.Model):
    """Who took part in a conference: a function in an organisation, or outside of any."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="parts")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    function = models.CharField(_("function"), max_length=20, choices=Function)

    class Privacy:
        holds = "which function of which organisation took part; no name"
        kept = "as long as the case"

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.function}"


class TaskQuerySet(models.QuerySet["ConferenceTask"]):
    """Named questions about what conferences decided."""

    def to_do(self) -> Self:
        return self.filter(done_at__isnull=True)

    def late(self, today: date) -> Self:
        return self.to_do().filter(due_on__lt=today)


class ConferenceTask(models.Model):
    """A decision of a conference: what is to be done, by which organisation, until when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="tasks")
    task = models.CharField(_("what"), max_length=20, choices=Task)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField(_("until"), null=True, blank=True)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    done_by_id = models.BigIntegerField(_("done by"), null=True, blank=True)

    objects = TaskQuerySet.as_manager()

    class Privacy:
        holds = "a coded task of one organisation under the case's code"
        kept = "as long as the case"

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="task_done_by_somebody",
                condition=Q(done_at__isnull=True) | Q(done_by_id__isnull=False),
            )
        ]
        indexes = [
            models.Index(
                fields=["organisation", "due_on"],
                condition=Q(done_at__isnull=True),
                name="task_to_do",
            )
        ]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.task}"
