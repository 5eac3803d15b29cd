"""The vocabulary. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    """How far a time limit has come, and so who is woken. In the order of time."""

    APPROACHING = "approaching", _("The time is nearly over")
    LATE = "late", _("The time is over")
    HEAD = "head", _("Late: the head is told")
    COORDINATOR = "coordinator", _("Late: the co-ordinator is told")


STAGES = tuple(Stage)


class MailState(TextChoices):
    """Where an e-mail that something waits stands."""

    WAITING = "waiting", _("To be sent")
    SENDING = "sending", _("Given to the mail server, no answer seen")
    SENT = "sent", _("Sent")
    GIVEN_UP = "given_up", _("Given up")
    DROPPED = "dropped", _("Not wanted any more")
