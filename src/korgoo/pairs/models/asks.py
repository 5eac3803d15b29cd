import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.pairs.enums import AskState, QuestionState


class AskQuerySet(models.QuerySet["Ask"]):
    """Named questions about asks."""

    def standing(self) -> Self:
        """Leave out closed and restricted cases."""
        return self.filter(case__closed_at__isnull=True, case__restricted_at__isnull=True)

    def waiting(self, now: datetime) -> Self:
        """Keep those that may still end in a connection."""
        return self.standing().filter(state=AskState.ASKED, answer_at__gt=now)


class Ask(models.Model):
    """A worker asks whether they may know who else helps the person of an own case.

    ``answer_at`` is drawn when it is asked: then they are told that no answer can be given, whatever came between.
    With whom, and what the person said, is sealed to the co-ordinator. Nothing here changes when it is passed on.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.OneToOneField("casework.Case", on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(_("state"), max_length=10, choices=AskState, default=AskState.ASKED)
    asked_at = models.DateTimeField(_("asked"))
    asked_by_id = models.BigIntegerField(_("asked by"))
    answer_at = models.DateTimeField(_("answer at the latest"))
    words = models.BinaryField(_("ciphertext for the co-ordinator"))

    objects = AskQuerySet.as_manager()

    class Privacy:
        holds = "that an organisation asks about an own case; the rest is ciphertext"
        kept = "until the case is closed or the part that names the person is erased"

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="ask_answered_later", condition=Q(answer_at__gt=F("asked_at"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"


class QuestionQuerySet(models.QuerySet["Question"]):
    """Named questions about questions."""

    def standing(self) -> Self:
        """Leave out closed and restricted cases."""
        return self.filter(case__closed_at__isnull=True, case__restricted_at__isnull=True)

    def unsettled(self) -> Self:
        """Keep those on which the co-ordinator has not acted yet."""
        return self.exclude(state__in=[QuestionState.CLOSED, QuestionState.CONNECTED])


class Question(models.Model):
    """The other owner is asked about an own case, by somebody whom they do not see.

    Which ask it belongs to is sealed to the co-ordinator; it has days and no hours, so that two rows do not find
    each other by the clock.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        _("state"), max_length=10, choices=QuestionState, default=QuestionState.OPEN
    )
    asked_on = models.DateField(_("asked on"))
    last_day = models.DateField(_("last day for an answer"))
    answered_by_id = models.BigIntegerField(_("answered by"), null=True)
    owner_key = models.ForeignKey(
        "access.OrganisationKey", on_delete=models.PROTECT, related_name="+"
    )
    strength = models.BinaryField(_("ciphertext for the owner"))
    ask = models.BinaryField(_("ciphertext for the co-ordinator: which ask"))
    answer = models.BinaryField(_("ciphertext for the co-ordinator: the answer"), default=b"")

    objects = QuestionQuerySet.as_manager()

    class Privacy:
        holds = "that an owner is asked about an own case; by whom is ciphertext"
        kept = "until the case is closed or the part that names the person is erased"

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="question_has_days", condition=Q(last_day__gte=F("asked_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"


class Connection(models.Model):
    """Two organisations know that they help the same person: both agreed, and the co-ordinator released it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    asking = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    asked = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    mark = models.CharField(_("mark of the pair"), max_length=32)
    connected_at = models.DateTimeField(_("connected"))
    connected_by_id = models.BigIntegerField(_("connected by"))

    class Privacy:
        holds = "that two cases are of one person, after both owners agreed"
        kept = "until one of both cases is closed or its part that names the person is erased"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["asking", "asked"], name="connected_once"),
            models.CheckConstraint(name="connection_of_two", condition=~Q(asking=F("asked"))),
        ]

    def __str__(self) -> str:
        return str(self.pk)
