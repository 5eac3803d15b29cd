"""The vocabulary of the desk. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.casework.enums import Matter


class Channel(TextChoices):
    """How a contact came."""

    PHONE = "phone", pgettext_lazy("way of a contact", "Phone call")
    MESSENGER = "messenger", pgettext_lazy("way of a contact", "Messenger")
    WALK_IN = "walk_in", pgettext_lazy("way of a contact", "Came in person")
    WEB = "web", pgettext_lazy("way of a contact", "Message on the web")
    CONSUL = "consul", pgettext_lazy("way of a contact", "Through a consul")
    OTHER = "other", pgettext_lazy("way of a contact", "Another way")


class Noise(TextChoices):
    """A call that asks for nothing: it is counted, and nothing else is kept."""

    SILENT = "silent", pgettext_lazy("call", "Silent")
    DROPPED = "dropped", pgettext_lazy("call", "Broke off")
    PRANK = "prank", pgettext_lazy("call", "Prank")
    ABUSE = "abuse", pgettext_lazy("call", "Abuse")


class Outcome(TextChoices):
    """What came of a contact."""

    INFORMED = "informed", _("Information given")
    TRANSFERRED = "transferred", _("Put through: we stayed on the line")
    REFERRED = "referred", _("Case opened, another body asked for help")
    EMERGENCY = "emergency", _("Emergency service called")
    BROKE_OFF = "broke_off", _("The talk broke off")
    PASSED_ON = "passed_on", _("Not our matter: told whom to turn to")


class MayCall(TextChoices):
    """Whether a person may be called back."""

    YES = "yes", pgettext_lazy("calling back", "Yes, as said below")
    NEVER = "never", pgettext_lazy("calling back", "Never")


class When(TextChoices):
    """When to call back, in the words of a desk."""

    HOUR = "hour", _("In an hour")
    HOURS = "hours", _("In three hours")
    EVENING = "evening", _("At seven in the evening")
    MORNING = "morning", _("Tomorrow at ten")
    TOMORROW = "tomorrow", _("Tomorrow at seven in the evening")
    DAYS = "days", _("In three days")
    WEEK = "week", _("In a week")


class Reached(TextChoices):
    """What came of a call back."""

    REACHED = "reached", _("We spoke")
    NOBODY = "nobody", _("Nobody answered: try again")
    SOMEBODY = "somebody", _("Somebody else answered: I said nothing, try again")
    STOP = "stop", _("Never call this number again")


# Asked first of everybody; the words of a case serve, trafficking is called a possibility here.
ASKED = (
    (Matter.INFORMATION, _("Information")),
    (Matter.WAGES, _("Unpaid wages")),
    (Matter.DOCUMENTS, _("Documents")),
    (Matter.MISSING, _("A missing person")),
    (Matter.TRAFFICKING, _("Held, forced or cheated: possible trafficking")),
    (Matter.OTHER, pgettext_lazy("matter", "Something else")),
)
