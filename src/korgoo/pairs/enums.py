"""How far a comparison, an ask and a question are. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Purpose(TextChoices):
    """What a key of this mission is for."""

    MARKS = "marks", pgettext_lazy("key of pairs", "To know a pair again")
    WATCH = "watch", pgettext_lazy("key of pairs", "To open what was found")


class CheckState(TextChoices):
    """How far the comparison of a case is."""

    WAITING = "waiting", pgettext_lazy("comparison", "Waiting")
    DONE = "done", pgettext_lazy("comparison", "Done")


class AskState(TextChoices):
    """How far an ask is. Who asked sees nothing between asked and the end of the time."""

    ASKED = "asked", pgettext_lazy("ask", "Asked")
    CONNECTED = "connected", pgettext_lazy("ask", "Connected")
    CLOSED = "closed", pgettext_lazy("ask", "Closed")


class QuestionState(TextChoices):
    """How far the question to the other owner is."""

    OPEN = "open", pgettext_lazy("question", "Waits for an answer")
    AGREED = "agreed", pgettext_lazy("question", "Agreed")
    NOT_NOW = "not_now", pgettext_lazy("question", "Not now")
    NOT_SAME = "not_same", pgettext_lazy("question", "Not the same person")
    CLOSED = "closed", pgettext_lazy("question", "Closed")
    CONNECTED = "connected", pgettext_lazy("question", "Connected")


class PersonSays(TextChoices):
    """Whether the person was asked; a person who said no is not asked about."""

    AGREED = "agreed", _("We asked; the person agrees")
    NOT_SAFE = "not_safe", _("It is not safe to ask the person now")


class AlarmKind(TextChoices):
    """Why who minds data is told of a member."""

    BAIT = "bait", pgettext_lazy("alarm", "Somebody looked for a person who does not exist")
    MANY = "many", pgettext_lazy("alarm", "Unusually many people were compared")
    GONE = "gone", pgettext_lazy("alarm", "Cases were closed or erased soon after the comparison")


ANSWERED = frozenset({QuestionState.AGREED, QuestionState.NOT_NOW, QuestionState.NOT_SAME})
# An answer can be changed until the co-ordinator has acted on it.
ASK_MOVES: dict[AskState, frozenset[AskState]] = {
    AskState.ASKED: frozenset({AskState.CONNECTED, AskState.CLOSED}),
    AskState.CONNECTED: frozenset(),
    AskState.CLOSED: frozenset(),
}
QUESTION_MOVES: dict[QuestionState, frozenset[QuestionState]] = {
    QuestionState.OPEN: ANSWERED | {QuestionState.CLOSED},
    QuestionState.AGREED: frozenset(
        {QuestionState.OPEN, QuestionState.CLOSED, QuestionState.CONNECTED}
    ),
    QuestionState.NOT_NOW: frozenset({QuestionState.OPEN, QuestionState.CLOSED}),
    QuestionState.NOT_SAME: frozenset({QuestionState.OPEN, QuestionState.CLOSED}),
    QuestionState.CLOSED: frozenset(),
    QuestionState.CONNECTED: frozenset(),
}
