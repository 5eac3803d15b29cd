from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.reminders.enums import MailState


class Mail(models.Model):
    """An e-mail to be sent that says nothing but that something waits.

    One waits for a member at a time, however much there is to see. It is marked as being sent
    before it is given to the mail server, so that nobody gets it twice.
    """

    user_id = models.BigIntegerField(_("for"))
    state = models.CharField(
        _("state"), max_length=10, choices=MailState, default=MailState.WAITING
    )
    created_at = models.DateTimeField(_("made"))
    not_before = models.DateTimeField(_("not before"))
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    tried_at = models.DateTimeField(_("last try"), null=True, blank=True)

    class Privacy:
        holds = "when a member was told by e-mail that something waits; no address, no text"
        kept = "30 days"

    class Meta:
        indexes = [
            models.Index(
                fields=["not_before", "id"],
                condition=Q(state=MailState.WAITING),
                name="mail_waiting",
            ),
            models.Index(fields=["user_id", "-tried_at"], name="mail_of_member"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["user_id"], condition=Q(state=MailState.WAITING), name="mail_waits_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.state}"


class MailChoice(models.Model):
    """Whether a member wants e-mail that something waits, and in which language."""

    user_id = models.BigIntegerField(_("member"), unique=True)
    is_wanted = models.BooleanField(_("wanted"), default=True)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)

    class Privacy:
        holds = "a member's wish about e-mail"
        kept = "as long as the account"

    def __str__(self) -> str:
        return f"{self.user_id} {self.is_wanted}"
