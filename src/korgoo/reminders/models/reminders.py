from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.reminders.enums import Stage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor


class ReminderQuerySet(models.QuerySet["Reminder"]):
    """Named questions about reminders."""

    def standing(self) -> Self:
        """Keep what still concerns somebody: not skipped, and what it is about is not over."""
        return self.filter(over_at__isnull=True, is_skipped=False)

    def unseen(self) -> Self:
        return self.standing().filter(seen_at__isnull=True)

    def of(self, actor: "Actor") -> Self:
        """Keep those of one member, for the organisation that they speak for."""
        return self.filter(user_id=actor.user_id, organisation_id=actor.organisation_id)

    def end(self, source: str, keys: "Iterable[str]", moment: datetime) -> int:
        """Mark the reminders of these things as over; tell how many there were."""
        rows = self.filter(source=source, key__in=list(keys), over_at__isnull=True)
        return rows.update(over_at=moment)


class Reminder(models.Model):
    """One member woken once for one stage of one time limit.

    The row is the truth: a sweep that runs twice, late, or beside another one makes no second row.
    A stage that passed while no sweep ran is kept as skipped, with nobody in it.
    """

    source = models.SlugField(_("kind of time limit"), max_length=40)
    key = models.CharField(_("which one"), max_length=80)
    label = models.SlugField(_("name of the time limit"), max_length=60)
    due_at = models.DateTimeField(_("due"))
    stage = models.CharField(_("stage"), max_length=20, choices=Stage)
    case_id = models.UUIDField(_("case"), null=True, blank=True)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    # 0: nobody. Not empty, so that the database refuses a second row.
    user_id = models.BigIntegerField(_("for"), default=0)
    is_skipped = models.BooleanField(_("skipped"), default=False)
    at = models.DateTimeField(_("time"))
    seen_at = models.DateTimeField(_("seen"), null=True, blank=True)
    over_at = models.DateTimeField(_("over"), null=True, blank=True)
    mailed_at = models.DateTimeField(_("e-mail sent"), null=True, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Privacy:
        holds = "which member was woken for which time limit; no name, no text"
        kept = "as long as the case"

    class Meta:
        indexes = [
            models.Index(
                fields=["user_id", "-at"],
                condition=Q(over_at__isnull=True, is_skipped=False),
                name="reminder_standing",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "key", "due_at", "stage", "user_id"], name="reminder_once"
            ),
            models.CheckConstraint(
                name="reminder_for_somebody_or_skipped",
                condition=Q(is_skipped=True, user_id=0) | Q(is_skipped=False, user_id__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.key} {self.stage}"


class Turn(models.Model):
    """Whose turn it is to sweep one kind of time limit: a sweep that runs holds its row."""

    source = models.SlugField(_("kind of time limit"), max_length=40, unique=True)

    class Privacy:
        holds = "no personal data"
        kept = "always"

    def __str__(self) -> str:
        return self.source
