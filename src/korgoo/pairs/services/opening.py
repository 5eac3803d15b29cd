"""The co-ordinator opens what was found: each time a row in the trail, with a count and no case."""

from typing import TYPE_CHECKING

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.pairs import selectors

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def open_all(*, actor: "Actor") -> selectors.Watched:
    """Open pairs and asks for the co-ordinator's pages.

    Raises:
        NotFound: The actor is no co-ordinator.
        Locked: The session is locked.
        Forbidden: The key was not given to them yet.
    """
    watched = selectors.watch(actor=actor)
    audit.record(Event.PAIRS_OPENED, actor=actor, target="pairs", detail=str(watched.opened))
    return watched
