import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.meetings import enums
from korgoo.meetings.enums import DecisionKind, DecisionState


class AgendaItem(models.Model):
    """One item of the agenda, and what was said on it. ``version`` counts who wrote it."""

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.PROTECT, related_name="items")
    place = models.PositiveSmallIntegerField(_("place"))
    title = models.CharField(_("title"), max_length=enums.LONGEST_TITLE)
    speaker = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    is_follow_up = models.BooleanField(_("what was promised last time"), default=False)
    words = models.TextField(_("what was said"), blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)
    changed_by_id = models.BigIntegerField(_("last written by"), null=True, blank=True)

    class Privacy:
        holds = "what organisations said in a meeting; no names of persons"
        kept = "always"

    class Meta:
        verbose_name = _("agenda item")
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(is_follow_up=True),
                name="agenda_looks_back_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}. {self.title}"


class Question(models.Model):
    """A question raised in a meeting, and the answer to it, when there is one."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="questions")
    asked_by = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("question"))
    answered_by = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    answer = models.TextField(_("answer"), blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Privacy:
        holds = "what organisations asked and answered in a meeting"
        kept = "always"

    class Meta:
        verbose_name = _("question of a meeting")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="question_answered_by_somebody",
                condition=Q(answer="") | Q(answered_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Decision(models.Model):
    """A decision or recommendation with the organisation that carries it out.

    When the minutes are signed it becomes a promise of that organisation (``commitment_id``), and the
    promise says whether it was kept: a thing is true in one place only.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField(_("number in this meeting"))
    kind = models.CharField(_("kind"), max_length=14, choices=DecisionKind)
    text = models.TextField(_("what was decided"))
    owner = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(_("until"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=9, choices=DecisionState, default=DecisionState.OPEN
    )
    reason = models.CharField(
        _("why it was dropped or passed on"), max_length=enums.LONGEST_REASON, blank=True
    )
    follows = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="followed_by", null=True, blank=True
    )
    commitment_id = models.UUIDField(_("promise"), null=True, blank=True, unique=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Privacy:
        holds = "what an organisation is to do; no names of persons"
        kept = "always"

    class Meta:
        verbose_name = _("decision of a meeting")
        ordering = ["number", "pk"]
        constraints = [
            models.CheckConstraint(
                name="decision_without_a_day_is_a_recommendation",
                condition=Q(due_on__isnull=False) | Q(kind=DecisionKind.RECOMMENDATION),
            ),
            models.CheckConstraint(
                name="decision_dropped_or_passed_on_with_a_reason",
                condition=~Q(state__in=[DecisionState.DROPPED, DecisionState.PASSED_ON])
                | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="decision_does_not_follow_itself",
                condition=Q(follows__isnull=True) | ~Q(follows=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


class DecisionStep(models.Model):
    """What became of a decision after the minutes were signed, step by step."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(_("state"), max_length=9, choices=DecisionState)
    words = models.CharField(_("words"), max_length=enums.LONGEST_REASON, blank=True)
    at = models.DateTimeField(_("at"))
    by_id = models.BigIntegerField(_("by"), null=True, blank=True)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Privacy:
        holds = "what an organisation did about a decision, and which member wrote it"
        kept = "always"

    class Meta:
        verbose_name = _("step of a decision")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.state}"
