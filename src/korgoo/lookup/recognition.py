"""What casework asks before somebody is written down (``casework.recognising.Recogniser``)."""

from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.casework import api as casework
from korgoo.casework.recognising import Known, Told
from korgoo.lookup import selectors
from korgoo.lookup.people import columns_of
from korgoo.lookup.services import judging
from korgoo.lookup.wording import agrees, strength_words

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

MOST = 3


def who(told: Told, *, actor: "Actor") -> list[Known]:
    """List own cases that may be of the same person, the surest first; nothing where no key is open."""
    columns = columns_of(told.identity, told.contact, told.sex)
    found = selectors.similar_to(columns, actor=actor, most=MOST, but=told.case_id)
    lines = casework.own_lines((one.case_id for one in found), actor=actor)
    return [
        Known(
            one.case_id,
            lines[one.case_id].spoken_code,
            strength_words(one.strength),
            agrees(one.kinds),
        )
        for one in found
        if one.case_id in lines
    ]


def decide(case_id: UUID, *, same: UUID | None, shown: list[UUID], actor: "Actor") -> None:
    """Remember what the worker said: one person with ``same``; with none of them, they are different people.

    Raises:
        NotFound: Not own cases.
    """
    if same is None:
        judging.say_different(case_id, others=shown, actor=actor)
    else:
        judging.say_same(case_id, lead_id=same, actor=actor)
