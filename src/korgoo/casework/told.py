"""What a person told already, to whom and when, so that nobody asks for it a second time.

No answer stands here: only what was spoken of. Missions above casework add their own talks by
registering in ``AppConfig.ready``::

    told.register(talks_about_needs)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import pgettext

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.casework import selectors, wording
from korgoo.casework.models import SealedFacet
from korgoo.identification import api as identification

if TYPE_CHECKING:
    from datetime import datetime

    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk, or one thing that was written down.

    Attributes:
        topic: What it was about, in words.
        at: When (UTC).
        by: The organisation that asked.
        points: What was spoken of in it; empty for who may not know that.
    """

    topic: str
    at: "datetime"
    by: str
    points: tuple[str, ...] = field(default=())


# Asked with the number of the case and keyword ``actor``.
Source = Callable[..., Iterable[Talk]]
_registered: list[Source] = []


def register(source: Source) -> None:
    """Let a mission above casework tell of its talks; once per source.

    Args:
        source: ``source(case_id, actor=actor)`` gives talks that this reader may know of.
    """
    if source not in _registered:
        _registered.append(source)


def talks_of(case: "Case", *, actor: "Actor") -> list[Talk]:
    """List the talks of a case that a reader may know of, the newest first.

    Args:
        case: Fetched for the reader.
        actor: Who reads.
    """
    found = [*_written(case, actor), *_cards(case, actor)]
    for source in _registered:
        found += source(case.pk, actor=actor)
    return sorted(found, key=lambda talk: talk.at, reverse=True)


def _written(case: "Case", actor: "Actor") -> Iterable[Talk]:
    """Name the written parts that the reader can open: of others, not even that is known."""
    at = dict(SealedFacet.objects.filter(case=case).values_list("kind", "written_at"))
    for state in selectors.facet_states(case, actor=actor):
        if state.can_open:
            yield Talk(str(wording.PARTS[state.kind]), at[state.kind], case.owner.name)


def _cards(case: "Case", actor: "Actor") -> Iterable[Talk]:
    stands = selectors.relation(case, actor=actor)
    if stands is not Relation.OWNER or not policy.decide(actor, Permission.SCREENING_VIEW, stands):
        return
    cards = identification.list_for(case.pk, actor=actor)
    titles = identification.titles_of(card.view for card in cards)
    for card in cards:
        topic = pgettext("a talk", "Card: %(title)s") % {"title": titles[card.view]}
        points = tuple(identification.asked_on(card.id, actor=actor))
        yield Talk(topic, card.started_at, case.owner.name, points)
