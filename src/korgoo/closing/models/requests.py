import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.closing.enums import Answer, Asked, Refusal, Way


class PersonRequestQuerySet(models.QuerySet["PersonRequest"]):
    """Named questions about requests."""

    def open(self) -> Self:
        """Keep those without an answer, and erasures that wait for a second person."""
        return self.filter(closed_at__isnull=True)


class PersonRequest(models.Model):
    """What a person asks about their own data, and how it was answered: codes, no words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(_("what is asked"), max_length=20, choices=Asked)
    way = models.CharField(_("how it came"), max_length=20, choices=Way)
    taken_at = models.DateTimeField(_("taken"))
    taken_by_id = models.BigIntegerField(_("taken by"), null=True)
    clock_id = models.BigIntegerField(_("clock"), null=True)
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=20, choices=Answer, blank=True)
    refusal = models.CharField(_("ground of refusal"), max_length=20, choices=Refusal, blank=True)
    law = models.SlugField(_("law of the lawbook"), max_length=60, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by_id = models.BigIntegerField(_("answered by"), null=True)
    confirmed_by_id = models.BigIntegerField(_("confirmed by"), null=True)
    closed_at = models.DateTimeField(_("done"), null=True, blank=True)
    lifted_at = models.DateTimeField(_("restriction lifted"), null=True, blank=True)

    objects = PersonRequestQuerySet.as_manager()

    class Privacy:
        holds = "that a person asked for their data, and the answer, under the case's code"
        kept = "as long as the case"

    class Meta:
        ordering = ["-taken_at"]
        indexes = [
            models.Index(fields=["case", "-taken_at"], name="request_of_case"),
            models.Index(
                fields=["organisation", "due_at"],
                condition=Q(closed_at__isnull=True),
                name="request_open",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="request_answered_has_answer",
                condition=Q(answered_at__isnull=True, answer="")
                | (Q(answered_at__isnull=False) & ~Q(answer="")),
            ),
            models.CheckConstraint(
                name="request_refused_on_a_ground",
                condition=~Q(answer="refused") | ~Q(refusal=""),
            ),
            models.CheckConstraint(
                name="request_second_person",
                condition=Q(confirmed_by_id__isnull=True)
                | ~Q(confirmed_by_id=models.F("answered_by_id")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def waits_for_second(self) -> bool:
        """Tell whether an erasure was granted and waits for a second person."""
        return self.answer == Answer.GRANTED and self.closed_at is None
