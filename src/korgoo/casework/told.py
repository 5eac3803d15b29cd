"""What a person told already, to whom and when, so that nobody asks for it a second time.

No answer stands here: only what was spoken of. Missions above casework add their own talks by
registering in ``AppConfig.ready``::

    told.register(talks_about_needs)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.access import policy
from korgoo.access.enums import Facet, Permission, Relation
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
        ask: Where to ask instead of asking the person again; empty when the reader can open it.
    """

    topic: str
    at: "datetime"
    by: str
    points: tuple[str, ...] = field(default=())
    ask: str = ""


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
    """Name the sealed parts that are written; a part that may not even be known of is left out."""
    stands = selectors.relation(case, actor=actor)
    at = dict(SealedFacet.objects.filter(case=case).values_list("kind", "written_at"))
    for kind in Facet:
        verdict = policy.decide(actor, Permission.FACET_OPEN, stands, kind)
        if kind not in at or not verdict:
            continue
        may_open = selectors.may_read_facet(case, kind, actor=actor)
        yield Talk(
            str(wording.PARTS[kind]),
            at[kind],
            case.owner.name,
            ask="" if may_open else _("Ask %(organisation)s") % {"organisation": case.owner.name},
        )


def _cards(case: "Case", actor: "Actor") -> Iterable[Talk]:
    stands = selectors.relation(case, actor=actor)
    if stands is not Relation.OWNER or not policy.decide(actor, Permission.SCREENING_VIEW, stands):
        return
    for card in identification.list_for(case.pk, actor=actor):
        topic = pgettext("a talk", "Card: %(title)s") % {
            "title": identification.title_of(card.view)
        }
        points = tuple(identification.asked_on(card.id, actor=actor))
        yield Talk(topic, card.started_at, case.owner.name, points)
