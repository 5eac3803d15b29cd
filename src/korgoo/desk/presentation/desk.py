from typing import TYPE_CHECKING

from korgoo.access import api as access
from korgoo.desk import policies, selectors
from korgoo.desk.enums import Noise
from korgoo.desk.presentation.lines import Row, contact_line, conversation_line
from korgoo.helpline import api as helpline
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.desk.models import Handover


def desk_page(*, actor: "Actor") -> Row:
    """Gather what waits at the desk: nothing is opened."""
    queue = helpline.queue(actor=actor)
    waiting = [card for card in queue if card.waits_since is not None]
    calls = selectors.list_to_call(actor=actor)
    unfinished = selectors.list_unfinished(actor=actor)
    left = selectors.list_left(actor=actor)
    numbers = {card.taken_by_id for card in waiting} | {row.holder_id for row in calls}
    numbers |= {row.holder_id for row in unfinished} | {row.from_id for row in left}
    names = access.member_names(numbers)
    return {
        "waiting": [conversation_line(card, names) for card in waiting],
        "calls": [contact_line(row, names) for row in calls],
        "unfinished": [contact_line(row, names) for row in unfinished],
        "left": [_left(row, names, actor) for row in left],
        "noises": [(kind.value, str(kind.label)) for kind in Noise],
        "day": _day(actor),
    }


def _left(row: "Handover", names: dict[int, str], actor: "Actor") -> Row:
    return {
        "id": row.pk,
        "at": row.at,
        "by": names.get(row.from_id, ""),
        "is_for_me": row.to_id == actor.user_id,
        "count": len(row.items.all()),
    }


def _day(actor: "Actor") -> Row:
    """Say to an operator how they have been working. Nobody else is shown this."""
    day = selectors.own_day(actor=actor)
    length = clock.now() - day.since if day.since else None
    return {
        "since": day.since,
        "contacts": day.contacts,
        "hard": day.hard,
        "needs_rest": length is not None and policies.needs_rest(on_shift=length, hard=day.hard),
    }
