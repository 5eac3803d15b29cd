"""The vocabulary of help without a name. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Danger(TextChoices):
    """What a person says of danger at this moment."""

    YES = "yes", pgettext_lazy("in danger now", "Yes")
    UNKNOWN = "unknown", pgettext_lazy("in danger now", "I do not know")
    NO = "no", pgettext_lazy("in danger now", "No")


class AnswerWay(TextChoices):
    """How a person may be answered."""

    HERE = "here", _("Only here: I come back with my seven words")
    CALL = "call", _("Call me, at the number that I write below")
    NONE = "none", _("I need no answer")


class Author(TextChoices):
    """Who wrote a message."""

    PERSON = "person", pgettext_lazy("author of a message", "The person")
    HELPLINE = "helpline", pgettext_lazy("author of a message", "Us")


class State(TextChoices):
    """Where a conversation stands."""

    NEW = "new", pgettext_lazy("state of a conversation", "New")
    TAKEN = "taken", pgettext_lazy("state of a conversation", "Somebody answers")
    ANSWERED = "answered", pgettext_lazy("state of a conversation", "Answered")
    ENDED = "ended", pgettext_lazy("state of a conversation", "Ended")
    PASSED_ON = "passed_on", pgettext_lazy("state of a conversation", "Passed on")
    SPAM = "spam", pgettext_lazy("state of a conversation", "Not a call for help")


# What may follow on what. A new message of the person opens again what was over.
MOVES: dict[State, frozenset[State]] = {
    State.NEW: frozenset(State) - {State.NEW},
    State.TAKEN: frozenset(State) - {State.TAKEN},
    State.ANSWERED: frozenset(State) - {State.ANSWERED},
    State.ENDED: frozenset({State.NEW}),
    State.PASSED_ON: frozenset({State.NEW}),
    State.SPAM: frozenset({State.NEW}),
}
OPEN = frozenset({State.NEW, State.TAKEN, State.ANSWERED})
WAITING = frozenset({State.NEW, State.TAKEN})
