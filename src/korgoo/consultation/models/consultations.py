import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.consultation.enums import LONGEST_TEXT, AnswerKind
from korgoo.consultation.subjects import LONGEST_KEY
from korgoo.lib import clock


class Consultation(models.Model):
    """A draft of another mission, put before every organisation until a day.

    It holds no words of the draft: these come from the mission that the draft belongs to.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.SlugField(_("kind of draft"), max_length=40)
    subject_id = models.UUIDField(_("draft"))
    opened_at = models.DateTimeField(_("opened"))
    opened_by_id = models.BigIntegerField(_("opened by"))
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    open_until = models.DateField(_("last day for comments"))
    closed_at = models.DateTimeField(_("adopted"), null=True, blank=True)

    class Privacy:
        holds = "that a draft was put to consultation, and by whom; nothing about persons assisted"
        kept = "always"

    class Meta:
        verbose_name = _("consultation")
        ordering = ["-opened_at"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "subject_id"], name="consultation_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_id}"

    @property
    def takes_comments(self) -> bool:
        """Tell whether comments can be written today; the last day counts until midnight."""
        return self.closed_at is None and clock.today() <= self.open_until


class Comment(models.Model):
    """What an organisation says about one part of a draft, with the answer it got."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="comments"
    )
    item = models.CharField(_("part of the draft"), max_length=LONGEST_KEY, blank=True)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    written_by_id = models.BigIntegerField(_("written by"))
    text = models.CharField(_("comment"), max_length=LONGEST_TEXT)
    at = models.DateTimeField(_("written"))
    verdict = models.CharField(_("answer"), max_length=20, choices=AnswerKind, blank=True)
    reason = models.CharField(_("reason of the answer"), max_length=LONGEST_TEXT, blank=True)
    answered_by_id = models.BigIntegerField(_("answered by"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Privacy:
        holds = "what an organisation says about a draft, and which members wrote and answered it"
        kept = "always, with what was decided"

    class Meta:
        verbose_name = _("comment")
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(name="comment_says_something", condition=~Q(text="")),
            models.CheckConstraint(
                name="comment_answered_whole_or_not",
                condition=Q(
                    verdict="", reason="", answered_by_id__isnull=True, answered_at__isnull=True
                )
                | (~Q(verdict="") & Q(answered_by_id__isnull=False, answered_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="comment_not_accepted_with_reason",
                condition=Q(verdict__in=["", AnswerKind.ACCEPTED]) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation_id} {self.item}"

    @property
    def answer_mark(self) -> str:
        """What changes with every answer: a form that was shown before one can tell."""
        return self.answered_at.isoformat() if self.answered_at else ""
