"""How a consultation stands: its row, counted and with its live adoption."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from korgoo.consultation.enums import State
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.consultation.models import Adoption, Consultation


@dataclass(frozen=True, slots=True)
class Standing:
    """One consultation with what the rules ask about it.

    Args:
        row: The consultation.
        comments: How many comments there are.
        unanswered: How many of them have no answer.
        own: How many the asking organisation wrote.
        adoption: The adoption that was proposed and not taken back, confirmed or not.
        decision: Whether the draft's own mission lets the asking person decide on it.
    """

    row: "Consultation"
    comments: int = 0
    unanswered: int = 0
    own: int = 0
    adoption: "Adoption | None" = None
    decision: Verdict = ALLOWED

    @property
    def state(self) -> State:
        """Whether organisations can comment today."""
        return State.OPEN if self.row.takes_comments else State.CLOSED

    @property
    def is_frozen(self) -> bool:
        """Tell whether the draft may not change: its adoption is proposed or confirmed."""
        return self.adoption is not None

    @property
    def is_adopted(self) -> bool:
        """Tell whether the draft was adopted; nothing changes after that."""
        return self.row.closed_at is not None


@dataclass(frozen=True, slots=True)
class Obstacles:
    """What stands in the way of an adoption; true in a condition when anything does.

    Args:
        open_until: The last day for comments, while they can be written.
        unanswered: How many comments have no answer.
        passed: The day of effect that was proposed, when it lies behind us.
        others: What the mission says that the draft belongs to, in words of the page's language.
    """

    open_until: date | None = None
    unanswered: int = 0
    passed: date | None = None
    others: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.open_until or self.unanswered or self.passed or self.others)
