"""What can be put to consultation. The missions above say it; they may not be imported from here.

An app registers in its ``AppConfig.ready``::

    subjects.register(Subject(kind="guideline", title=gettext_lazy("Guideline"), ...))
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from korgoo.access.actor import Actor
    from korgoo.lib.verdict import Verdict

LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a draft that can be commented on, in words of the page's language.

    Args:
        key: Stays the same while the draft changes; at most 200 characters, neither empty nor "*"
            (that is the draft as a whole).
        title: What the part is.
        before: As it is in force; empty when it is new.
        after: As it is proposed; empty when it is to go.
    """

    key: str
    title: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """A draft in words of the page's language. ``address``: the page of the draft itself."""

    title: str
    address: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One thing that changes for somebody, by language code.

    Args:
        words: The same words in every language of the pack.
        for_mandates: Whom it concerns, by mandate of the organisation.
        for_bodies: Whom it concerns, by code of the organisation; with neither, everybody.
    """

    words: Mapping[str, str]
    for_mandates: tuple[str, ...] = ()
    for_bodies: tuple[str, ...] = ()

    @property
    def is_for_everybody(self) -> bool:
        """Tell whether the line is not meant for some organisations only."""
        return not (self.for_mandates or self.for_bodies)


@dataclass(frozen=True, slots=True)
class Notice:
    """What every organisation is told when a draft is adopted; ``title`` by language code."""

    title: Mapping[str, str]
    lines: tuple[NoticeLine, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """One kind of draft, and what consultation asks of the mission that it belongs to.

    Args:
        kind: Code, as it stands in addresses and records.
        title: What such a draft is called.
        name: ``name(subject_id)``: the title of one draft in the page's language. Lists ask it for
            every line, so that it costs one small query. Raises ``NotFound`` as ``describe`` does.
        describe: ``describe(subject_id)`` in the page's language, with the parts that change. It
            goes on answering after adoption, with the same before and after as on that day.
            Raises ``NotFound`` for what is no such draft.
        obstacles: ``obstacles(subject_id)``: why it cannot be adopted yet, each in words of the
            page's language; empty when nothing stands in the way.
        adopt: ``adopt(subject_id, legal_basis=str, takes_effect=date, actor=actor)`` puts it in
            force, in the transaction of the second person's confirmation: what it raises undoes
            the confirmation too.
        may_decide: ``may_decide(subject_id, actor)``: whether somebody who decides on adoptions
            may decide on this one; asked of both persons.
        notice: ``notice(subject_id)``: what changes for whom. Asked in the same transaction,
            before ``adopt``.
    """

    kind: str
    title: "_StrPromise"
    name: Callable[[UUID], str]
    describe: Callable[[UUID], Description]
    obstacles: Callable[[UUID], list[str]]
    adopt: Callable[..., None]
    may_decide: "Callable[[UUID, Actor], Verdict]"
    notice: Callable[[UUID], Notice]


_registered: dict[str, Subject] = {}


def register(subject: Subject) -> None:
    """Let drafts of one kind be put to consultation; once per kind."""
    _registered[subject.kind] = subject


def subject(kind: str) -> Subject:
    """Find what is known of one kind of draft.

    Raises:
        NotFound: No mission knows such drafts.
    """
    found = _registered.get(kind)
    if found is None:
        raise NotFound(_("We found no such draft."))
    return found
