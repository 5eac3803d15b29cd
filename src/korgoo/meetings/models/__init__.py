from korgoo.meetings.models.agenda import AgendaItem, Decision, DecisionStep, Question
from korgoo.meetings.models.meetings import (
    CalendarFeed,
    Invited,
    Meeting,
    Reply,
    SignedMinutes,
)

__all__ = [
    "AgendaItem",
    "CalendarFeed",
    "Decision",
    "DecisionStep",
    "Invited",
    "Meeting",
    "Question",
    "Reply",
    "SignedMinutes",
]
