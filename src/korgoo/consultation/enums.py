"""The vocabulary of a consultation. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(TextChoices):
    """Whether organisations can still comment."""

    OPEN = "open", pgettext_lazy("consultation", "Open for comments")
    CLOSED = "closed", pgettext_lazy("consultation", "Comments are over")


class AnswerKind(TextChoices):
    """What the editor says to a comment."""

    ACCEPTED = "accepted", pgettext_lazy("comment", "Accepted")
    IN_PART = "in_part", pgettext_lazy("comment", "Accepted in part")
    NOT_ACCEPTED = "not_accepted", pgettext_lazy("comment", "Not accepted")


class AdoptionState(TextChoices):
    """How far an adoption has come."""

    PROPOSED = "proposed", pgettext_lazy("adoption", "Proposed")
    CONFIRMED = "confirmed", pgettext_lazy("adoption", "Confirmed")
    WITHDRAWN = "withdrawn", pgettext_lazy("adoption", "Taken back")


class Wait(TextChoices):
    """What a consultation waits for from one member. Not stored."""

    COMMENT = "comment", _("Your organisation has not commented yet")
    ANSWER = "answer", _("Comments wait for your answer")
    PROPOSE = "propose", _("Comments are over and answered: adoption is the next step")
    CONFIRM = "confirm", _("A proposed adoption waits for a second person")


# The key of the draft as a whole, among the keys of its items.
WHOLE = ""
WHOLE_IN_ADDRESS = "*"
# Longest texts, in characters.
LONGEST_TEXT = 4000
LONGEST_BASIS = 500
# Comments of one organisation: every other one reads them, and each is answered.
MOST_ON_PART = 10
MOST_ON_DRAFT = 200
# A day typed wrong cannot be taken back: a consultation is never closed early.
MOST_DAYS_OPEN = 366
