"""Those who are invited hear of it by an announcement to the roles that speak for their organisation."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.utils import translation

from korgoo.access.enums import Role
from korgoo.councils import api as councils
from korgoo.library import api as library
from korgoo.meetings import selectors

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.meetings.models import Meeting

SPEAKERS = (Role.SECRETARY.value, Role.HEAD.value, Role.COORDINATOR.value)
LONGEST = 200


def tell(
    meeting: "Meeting", actor: "Actor", write: Callable[["Meeting", str], tuple[str, str]]
) -> None:
    """Announce something to the organisations that are invited, in the language of the meeting.

    Args:
        meeting: Which.
        actor: Who says it.
        write: Gives title and words, from the meeting and the name of its body.
    """
    readers = [
        library.Reader("organisation", str(one)) for one in sorted(selectors.bearers(meeting))
    ]
    if not readers:
        return
    with translation.override(meeting.language):
        body = councils.names_of_body(meeting.body_id)
        title, text = write(meeting, body.get(meeting.language, body["en"]))
        library.announce(
            title=title[:LONGEST], text=text, audience=readers, roles=SPEAKERS, actor=actor
        )
