"""The vocabulary of promises. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(TextChoices):
    """How far a promise has come. Being late, or passed on to a successor, is read, not stored."""

    OPEN = "open", pgettext_lazy("promise", "Open")
    FULFILLED = "fulfilled", pgettext_lazy("promise", "Kept, as its organisation says")
    CONFIRMED = "confirmed", pgettext_lazy("promise", "Kept, confirmed")
    WITHDRAWN = "withdrawn", pgettext_lazy("promise", "Withdrawn")


# From where to where. Kept promises open again with a reason; what was withdrawn is promised anew.
MOVES: dict[State, frozenset[State]] = {
    State.OPEN: frozenset({State.FULFILLED, State.WITHDRAWN}),
    State.FULFILLED: frozenset({State.CONFIRMED, State.OPEN, State.WITHDRAWN}),
    State.CONFIRMED: frozenset({State.OPEN}),
    State.WITHDRAWN: frozenset(),
}


class Deed(TextChoices):
    """What was done to a promise: one line of its history."""

    MADE = "made", _("Promise written down")
    CHANGED = "changed", _("Words or day changed")
    FULFILLED = "fulfilled", _("Said to be kept, with evidence")
    CONFIRMED = "confirmed", _("Confirmed as kept")
    REOPENED = "reopened", _("Opened again")
    WITHDRAWN = "withdrawn", pgettext_lazy("deed with a promise", "Withdrawn")
    SHOWN = "shown", _("Put on the public page")
    HIDDEN = "hidden", _("Taken off the public page")


class OriginKind(TextChoices):
    """Where promises are made. Other missions may register more kinds."""

    LETTER = "letter", pgettext_lazy("where a promise was made", "Letter")
    MEETING = "meeting", pgettext_lazy("where a promise was made", "Meeting")
    PLAN = "plan", pgettext_lazy("where a promise was made", "National plan")
    CAMPAIGN = "campaign", pgettext_lazy("where a promise was made", "Campaign")


# Longest texts, in characters.
LONGEST_WHAT = 1000
LONGEST_WHOM = 300
LONGEST_REASON = 1000
LONGEST_EVIDENCE = 2000
LONGEST_LINK = 500
LONGEST_LABEL = 300
LONGEST_ADDRESS = 300
LONGEST_KEY = 80
LONGEST_NUMBER = 60
MOST_EVIDENCE = 50
