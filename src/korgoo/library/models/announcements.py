import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from korgoo.library.enums import LONGEST_KEY, LONGEST_KIND, LONGEST_TEXT, LONGEST_TITLE


class Announcement(models.Model):
    """News for roles in organisations. Who that is, is asked when somebody reads: a successor sees it too."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    text = models.CharField(_("text"), max_length=LONGEST_TEXT)
    # Roles in those organisations; an empty list: everybody who works there on the platform.
    roles: "models.JSONField[Any, Any]" = models.JSONField(_("roles"), default=list, blank=True)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    until = models.DateField(_("of use until"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"))
    sent_by_id = models.BigIntegerField(_("sent by"))
    # When e-mails saying that something waits were asked for; empty: not yet.
    mailed_at = models.DateTimeField(_("e-mail asked for"), null=True, blank=True)

    class Privacy:
        holds = "news of the platform's work and which member sent them; no persons assisted"
        kept = "always"

    class Meta:
        verbose_name = _("announcement")
        ordering = ["-sent_at"]
        indexes = [models.Index(fields=["-sent_at"], name="announcement_newest")]

    def __str__(self) -> str:
        return str(self.pk)


class AnnouncementFor(models.Model):
    """One group of organisations to which an announcement goes."""

    announcement = models.ForeignKey(
        Announcement, on_delete=models.CASCADE, related_name="readers"
    )
    kind = models.SlugField(_("kind of readers"), max_length=LONGEST_KIND)
    key = models.CharField(_("which ones"), max_length=LONGEST_KEY, blank=True)

    class Privacy:
        holds = "no personal data"
        kept = "as long as the announcement"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["announcement", "kind", "key"], name="announcement_for_once"
            )
        ]
        indexes = [models.Index(fields=["kind", "key"], name="announcement_for_readers")]

    def __str__(self) -> str:
        return f"{self.announcement_id} {self.kind} {self.key}"


class AnnouncementRead(models.Model):
    """That one member has read an announcement."""

    announcement = models.ForeignKey(Announcement, on_delete=models.CASCADE, related_name="reads")
    user_id = models.BigIntegerField(_("read by"))
    at = models.DateTimeField(_("time"))

    class Privacy:
        holds = "which member has read which announcement, and when"
        kept = "5 years after the membership ends"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["announcement", "user_id"], name="announcement_read_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.announcement_id} {self.user_id}"
