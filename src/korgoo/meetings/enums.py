"""The vocabulary of meetings. Stored values: renaming one needs a migration."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LONGEST_TITLE = 250
LONGEST_PLACE = 250
LONGEST_LINK = 500
LONGEST_WORDS = 20_000
LONGEST_QUESTION = 4_000
LONGEST_DECISION = 2_000
LONGEST_REASON = 1_000
LONGEST_POSITION = 200
LONGEST_SOURCE = 300


class MeetingState(TextChoices):
    """Where a meeting stands, from its preparation to the signed minutes."""

    PLANNED = "planned", pgettext_lazy("meeting", "Being prepared")
    INVITED = "invited", pgettext_lazy("meeting", "Invitation sent")
    WRITING = "writing", pgettext_lazy("meeting", "Minutes being written")
    SENT = "sent", pgettext_lazy("meeting", "Minutes wait for agreement")
    SIGNED = "signed", pgettext_lazy("meeting", "Minutes signed")
    CANCELLED = "cancelled", pgettext_lazy("meeting", "Cancelled")


M = MeetingState
# The only allowed moves. docs/reference/meeting-states.md is drawn from this table.
MEETING_MOVES: dict[MeetingState, frozenset[MeetingState]] = {
    M.PLANNED: frozenset({M.INVITED, M.WRITING, M.CANCELLED}),
    M.INVITED: frozenset({M.WRITING, M.CANCELLED}),
    M.WRITING: frozenset({M.SENT}),
    M.SENT: frozenset({M.WRITING, M.SIGNED}),
    M.SIGNED: frozenset(),
    M.CANCELLED: frozenset(),
}
# Whoever was invited may know of the meeting.
TOLD = frozenset(MeetingState) - {M.PLANNED}
# The agenda can still change.
PREPARING = frozenset({M.PLANNED, M.INVITED})


class DecisionKind(TextChoices):
    """What sort of thing was decided."""

    DECISION = "decision", pgettext_lazy("of a meeting", "Decision")
    RECOMMENDATION = "recommendation", pgettext_lazy("of a meeting", "Recommendation")


class DecisionState(TextChoices):
    """Where a decision stands. Kept is said with evidence; dropped and passed on with a reason."""

    OPEN = "open", pgettext_lazy("decision of a meeting", "Open")
    IN_WORK = "in_work", pgettext_lazy("decision of a meeting", "In work")
    DONE = "done", pgettext_lazy("decision of a meeting", "Done")
    DROPPED = "dropped", pgettext_lazy("decision of a meeting", "Dropped")
    PASSED_ON = "passed_on", pgettext_lazy("decision of a meeting", "Passed on")


D = DecisionState
# The only allowed moves. docs/reference/meeting-decision-states.md is drawn from this table.
DECISION_MOVES: dict[DecisionState, frozenset[DecisionState]] = {
    D.OPEN: frozenset({D.IN_WORK, D.DONE, D.DROPPED, D.PASSED_ON}),
    D.IN_WORK: frozenset({D.DONE, D.DROPPED, D.PASSED_ON}),
    # The secretariat may find that what was shown is not enough.
    D.DONE: frozenset({D.IN_WORK}),
    D.DROPPED: frozenset(),
    D.PASSED_ON: frozenset(),
}
STANDING = frozenset({D.OPEN, D.IN_WORK})


class Attendance(TextChoices):
    """Whether an organisation was there."""

    UNKNOWN = "unknown", pgettext_lazy("at a meeting", "Not written down")
    PRESENT = "present", pgettext_lazy("at a meeting", "Present")
    EXCUSED = "excused", pgettext_lazy("at a meeting", "Excused")
    ABSENT = "absent", pgettext_lazy("at a meeting", "Absent")


class Answer(TextChoices):
    """What a member organisation says to minutes."""

    AGREES = "agrees", pgettext_lazy("to minutes", "Agrees")
    OBJECTS = "objects", pgettext_lazy("to minutes", "Objects")


class Part(StrEnum):
    """Parts of a meeting that are written one by one."""

    MEETING = "meeting"
    ITEM = "item"
    QUESTION = "question"
    DECISION = "decision"


AGENDA_ORIGIN, MEETING_ORIGIN = "agenda_item", "meeting"
FOLLOW_UP = _("What was promised last time")
