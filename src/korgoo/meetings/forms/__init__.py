"""What secretaries and members fill in about meetings."""

from korgoo.meetings.forms.agreeing import (
    PaperForm,
    ReasonForm,
    ReplyForm,
    SendForm,
    SignForm,
    week_ahead,
)
from korgoo.meetings.forms.fields import number
from korgoo.meetings.forms.minutes import (
    AttendanceForm,
    DecisionForm,
    DoneForm,
    PassOnForm,
    QuestionForm,
    WordsForm,
)
from korgoo.meetings.forms.planning import GuestForm, ItemForm, MeetingForm, PastMeetingForm

__all__ = [
    "AttendanceForm",
    "DecisionForm",
    "DoneForm",
    "GuestForm",
    "ItemForm",
    "MeetingForm",
    "PaperForm",
    "PassOnForm",
    "PastMeetingForm",
    "QuestionForm",
    "ReasonForm",
    "ReplyForm",
    "SendForm",
    "SignForm",
    "WordsForm",
    "number",
    "week_ahead",
]
