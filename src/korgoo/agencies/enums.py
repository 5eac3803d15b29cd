"""The vocabulary of the register. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from korgoo.agencies.rules import Kind

LONGEST_NAME = 200
LONGEST_NUMBER = 60
LONGEST_PLACE = 200
LONGEST_PHONE = 60
LONGEST_DOCUMENT = 300
LONGEST_ADDRESS = 500
LONGEST_GROUND = 500
LANGUAGES_OF_NAMES = ("ky", "ru", "en")


class DecisionKind(TextChoices):
    """What was decided on a permit; the values are those of ``rules.Kind``."""

    GRANTED = Kind.GRANTED.value, pgettext_lazy("decision on a permit", "Granted")
    EXTENDED = Kind.EXTENDED.value, pgettext_lazy("decision on a permit", "Extended")
    SUSPENDED = Kind.SUSPENDED.value, pgettext_lazy("decision on a permit", "Suspended")
    RESUMED = Kind.RESUMED.value, pgettext_lazy("decision on a permit", "In force again")
    CANCELLED = Kind.CANCELLED.value, pgettext_lazy("decision on a permit", "Cancelled")
    ANNULLED = Kind.ANNULLED.value, pgettext_lazy("decision on a permit", "Entry taken back")


class ListState(TextChoices):
    """Where a list of the Ministry stands between upload and register."""

    WAITING = "waiting", pgettext_lazy("list of agencies", "Waits to be taken")
    TAKEN = "taken", pgettext_lazy("list of agencies", "Taken")
    REFUSED = "refused", pgettext_lazy("list of agencies", "Has faults, nothing taken")
    DROPPED = "dropped", pgettext_lazy("list of agencies", "Thrown away")
