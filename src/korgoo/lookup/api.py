"""What other missions may ask: who is like whom, and under which case a person is counted."""

from typing import TYPE_CHECKING

from korgoo.lookup.enums import Kind, Script
from korgoo.lookup.index import Index
from korgoo.lookup.judged import Judged, judgements
from korgoo.lookup.selectors import (
    Review,
    Similar,
    link_key,
    link_keys,
    open_index,
    reviews,
    similar,
)
from korgoo.lookup.services.encoding import encode_more
from korgoo.lookup.services.judging import Described, described, note_judgement
from korgoo.matching.strengths import Strength

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

__all__ = [
    "Described",
    "Index",
    "Judged",
    "Kind",
    "Review",
    "Script",
    "Similar",
    "Strength",
    "described",
    "encode_more",
    "judgements",
    "link_key",
    "link_keys",
    "note_judgement",
    "reviews",
    "similar",
    "with_index",
]


def with_index(actor: "Actor", *, own: bool = False) -> list[Index]:
    """Open the encodings in memory: one index for each generation of the key in use, the newest first.

    Args:
        actor: A member with an open session; where they hold no key there is none.
        own: Cases of the actor's organisation alone; otherwise of all.
    """
    return open_index(actor=actor, own=own)
