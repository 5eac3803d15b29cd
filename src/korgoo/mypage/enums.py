"""The vocabulary of a person's own page. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Said(TextChoices):
    """What the page says after a step, until the next one."""

    NOTHING = "", ""
    HELPED = "helped", _("Thank you. We are glad that help came.")
    NOT_HELPED = (
        "not_helped",
        _("Thank you. Those who promised help are told that it is still needed."),
    )
    TOO_LATE = "too_late", _("This was answered already, or has changed. Nothing was done twice.")
    TAKEN_BACK = "taken_back", _("It is taken back from now on. The organisation is told.")
    SENT = "sent", _("Your message was sent. Only the people of your case worker can read it.")
    OPINION = "opinion", _("Thank you. Your opinion was kept without your name.")
    ASKED = "asked", _("Your request was written down. You will find the answer here.")


class Rating(TextChoices):
    """How the help was."""

    GOOD = "good", _("It helped me")
    PARTLY = "partly", _("It helped a little")
    BAD = "bad", _("It did not help, or did harm")


class RequestKind(TextChoices):
    """What a person asks about their own data."""

    SEE = "see", _("I want to know what is written about me")
    CORRECT = "correct", _("Something about me is wrong")
    ERASE = "erase", _("I want what is about me to be erased")


class MayCall(TextChoices):
    """May the person be called?"""

    NO = "no", _("No, do not call me")
    YES = "yes", pgettext_lazy("may you be called", "Yes")


class Author(TextChoices):
    """Who wrote a message."""

    PERSON = "person", pgettext_lazy("author of a message", "The person")
    WORKER = "worker", pgettext_lazy("author of a message", "Us")
