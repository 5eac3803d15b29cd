"""Who reads the papers of a meeting: who is invited, once they were told, and as long as they are."""

from typing import TYPE_CHECKING

from korgoo.library import api as library
from korgoo.meetings import selectors
from korgoo.meetings.enums import AGENDA_ORIGIN, TOLD

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.meetings.models import Meeting


def readers_of(meeting: "Meeting") -> set[int]:
    """Give the organisations that read the papers as things stand; none before anybody was told."""
    return set(selectors.bearers(meeting)) if meeting.state in TOLD else set()


def bring_up_to_date(meeting: "Meeting", before: set[int], actor: "Actor | None") -> None:
    """Let who was invited since read the papers, and who is invited no more no longer.

    Args:
        meeting: As it stands now.
        before: Who read them before the deed.
        actor: Whose deed it was.
    """
    after = readers_of(meeting)
    keys = [str(one) for one in meeting.items.values_list("pk", flat=True)]
    library.change_organisations(
        AGENDA_ORIGIN, keys, gone=before - after, new=after - before, actor=actor
    )
