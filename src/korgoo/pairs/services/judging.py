"""The one place in which the mission of matching is told what two owners found out, to measure how good it is."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.pairs.selectors import Weighed


def note(weighed: "Weighed", *, is_same: bool, actor: "Actor") -> None:
    """Tell how sure a pair was that both owners settled. Until the register of judgements is there: nobody."""
