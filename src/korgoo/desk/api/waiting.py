"""What waits at the desk, for the home page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.desk import selectors
from korgoo.helpline import api as helpline
from korgoo.helpline.enums import Danger
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits for who takes calls.

    Attributes:
        in_danger: Conversations without a name in which somebody in danger waits.
        conversations: All in which somebody waits, those in danger too.
        calls_due: Persons whose time to be called has come.
        left: Handovers that nobody took over yet.
    """

    in_danger: int = 0
    conversations: int = 0
    calls_due: int = 0
    left: int = 0


def waiting(*, actor: "Actor") -> Waiting:
    """Count what waits; nothing for who takes no calls."""
    if not policy.may_enter(actor, Permission.CONTACT_RECORD):
        return Waiting()
    now = clock.now()
    queue = [card for card in helpline.queue(actor=actor) if card.waits_since is not None]
    return Waiting(
        in_danger=sum(card.danger == Danger.YES for card in queue),
        conversations=len(queue),
        calls_due=sum(row.is_due(now) for row in selectors.list_to_call(actor=actor)),
        left=len(selectors.list_left(actor=actor)),
    )
