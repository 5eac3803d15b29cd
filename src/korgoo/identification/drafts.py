"""Drafts of the next edition, as the mission that writes them offers them for reading a card again.

It registers in its ``AppConfig.ready``::

    drafts.register(list_drafts, open_draft)
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from korgoo.identification.editions import Edition, digest_of
from korgoo.lib.errors import DomainError, NotFound

if TYPE_CHECKING:
    from collections.abc import Mapping

    from korgoo.access.actor import Actor
    from korgoo.countrypack.schema.guideline import GuidelineData


class Faulty(DomainError):
    """The draft has faults: nothing can be read under it yet."""


PREFIX = "draft-"
ORIGIN = "draft"


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft that the actor may read. ``key`` names it to the mission that offered it."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """What a draft holds now, whole and without a fault."""

    title: str
    files: "Mapping[str, Any]"
    data: "GuidelineData"


Lister = Callable[..., list[DraftLine]]
Opener = Callable[..., OpenDraft]
_sources: list[tuple[Lister, Opener]] = []


def register(lister: Lister, opener: Opener) -> None:
    """Say who has drafts.

    Args:
        lister: ``lister(actor=actor)`` lists those that the actor may read.
        opener: ``opener(key, actor=actor)`` opens one; raises ``NotFound`` where the actor reads
            none of that key, ``Faulty`` where nothing can be read under it yet.
    """
    _sources[:] = [(lister, opener)]


def choices(*, actor: "Actor") -> list[DraftLine]:
    """List the drafts under which the actor may read a card again; keys begin with ``draft-``."""
    return [
        DraftLine(f"{PREFIX}{line.key}", line.title)
        for lister, _opener in _sources
        for line in lister(actor=actor)
    ]


def as_edition(key: str, *, actor: "Actor") -> Edition:
    """Give a draft in the form of an edition; it is none, and holds from no day.

    Args:
        key: As ``choices`` gave it.
        actor: Who reads.

    Raises:
        NotFound: No such draft, or none the actor may read.
        Faulty: Nothing can be read under it yet.
    """
    for _lister, opener in _sources:
        draft = opener(key.removeprefix(PREFIX), actor=actor)
        return Edition(
            None,
            draft.title,
            ORIGIN,
            digest_of(draft.files),
            None,
            None,
            "",
            draft.files,
            draft.data,
        )
    raise NotFound(_("We found no such draft."))
