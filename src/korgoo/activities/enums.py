"""The vocabulary of what a campaign did. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LONGEST_CODE = 20
LONGEST_KEY = 40
LONGEST_NAME = 120
LONGEST_WORDS = 300
LONGEST_TEXT = 1_000
LONGEST_ADDRESS = 300
MOST_CONTACTS = 100_000  # at one event; more is a slip of the finger
MOST_PHOTOS = 12
MOST_ORGANISERS = 20


class State(TextChoices):
    """Where an activity stands."""

    PLANNED = "planned", pgettext_lazy("state of an activity", "Planned")
    HELD = "held", pgettext_lazy("state of an activity", "Held")
    CANCELLED = "cancelled", pgettext_lazy("state of an activity", "Cancelled")


# What each state may become. A held one is only put right; a cancelled one may be planned anew.
ACTIVITY_MOVES: dict[State, frozenset[State]] = {
    State.PLANNED: frozenset({State.HELD, State.CANCELLED}),
    State.HELD: frozenset(),
    State.CANCELLED: frozenset({State.PLANNED}),
}


class Counting(TextChoices):
    """How those who were there were counted, from sure to guessed."""

    ONE_BY_ONE = "one", _("Counted one by one")
    SIGNED_LIST = "list", _("A list was signed")
    ROWS = "rows", _("Estimated by rows")
    EYE = "eye", _("Estimated by eye")


class Sex(TextChoices):
    """As whoever counted saw it; not known is a value of its own."""

    FEMALE = "female", _("Women and girls")
    MALE = "male", _("Men and boys")
    UNKNOWN = "unknown", pgettext_lazy("sex", "Not known")


class Age(TextChoices):
    """The bands of the platform, so that figures agree with each other."""

    UNDER_12 = "0-11", _("Under 12")
    CHILD = "12-17", _("12 to 17")
    YOUNG = "18-24", _("18 to 24")
    ADULT = "25-39", _("25 to 39")
    MIDDLE = "40-59", _("40 to 59")
    OLDER = "60+", _("60 and over")
    UNKNOWN = "unknown", pgettext_lazy("age", "Not known")


class Consent(TextChoices):
    """By what somebody in a picture agreed that it is shown."""

    WRITTEN = "written", _("In writing, from everybody who can be recognised")
    SPOKEN = "spoken", _("Spoken, from everybody who can be recognised")
    GUARDIAN = "guardian", _("In writing, also from a parent or guardian of each child")
    NOBODY = "nobody", _("Nobody can be recognised")
    NONE = "none", _("Nobody was asked: it stays inside")


# With faces a picture is shown to everybody only with consent that can be proved.
PROVED = frozenset({Consent.WRITTEN, Consent.GUARDIAN})


class Channel(TextChoices):
    """Where the media spoke of it."""

    TV = "tv", pgettext_lazy("media channel", "Television")
    RADIO = "radio", pgettext_lazy("media channel", "Radio")
    PRESS = "press", pgettext_lazy("media channel", "Newspaper")
    SITE = "site", pgettext_lazy("media channel", "News site")
    SOCIAL = "social", pgettext_lazy("media channel", "Social network")
    OUTDOOR = "outdoor", pgettext_lazy("media channel", "Posters and screens outdoors")
    SMS = "sms", pgettext_lazy("media channel", "Text message")


class ListState(TextChoices):
    """Where a list of activities stands."""

    WAITING = "waiting", pgettext_lazy("state of a list", "Waits for a decision")
    TAKEN = "taken", pgettext_lazy("state of a list", "Taken")
    DROPPED = "dropped", pgettext_lazy("state of a list", "Thrown away")
    REFUSED = "refused", pgettext_lazy("state of a list", "Refused")
