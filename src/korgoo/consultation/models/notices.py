import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from korgoo.consultation.models.adoptions import Adoption


class Notice(models.Model):
    """What every organisation was told when a draft was adopted, in every language of the pack.

    ``lines``: what everybody is told; each line holds its words by language code.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    adoption = models.OneToOneField(Adoption, on_delete=models.PROTECT, related_name="notice")
    title = models.JSONField(_("title"))
    lines = models.JSONField(_("lines for everybody"), default=list)
    sent_at = models.DateTimeField(_("sent"))

    class Privacy:
        holds = "what changed in a guideline or a law; no personal data"
        kept = "always"

    class Meta:
        verbose_name = _("notice")
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return str(self.id)


class NoticeFor(models.Model):
    """A notice as one organisation got it. ``lines``: what concerns this organisation besides."""

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="copies")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    lines = models.JSONField(_("lines for this organisation"), default=list)

    class Privacy:
        holds = "what an organisation was told of a change; no personal data"
        kept = "always"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["notice", "organisation"], name="notice_for_once")
        ]

    def __str__(self) -> str:
        return f"{self.notice_id} {self.organisation_id}"


class NoticeRead(models.Model):
    """That a member said of a notice: I have read this."""

    notice_for = models.ForeignKey(NoticeFor, on_delete=models.PROTECT, related_name="readings")
    user_id = models.BigIntegerField(_("member"))
    at = models.DateTimeField(_("read"))

    class Privacy:
        holds = "which member read which notice, and when"
        kept = "5 years after the membership ends"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["notice_for", "user_id"], name="notice_read_once")
        ]

    def __str__(self) -> str:
        return f"{self.notice_for_id} {self.user_id}"
