"""The articles of a package: put in, reworded, taken out. Every change is attributed."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lawbook import laws, proposals, selectors
from korgoo.lawbook.enums import ChangeKind
from korgoo.lawbook.models import AmendmentPackage, PackageItem
from korgoo.lawbook.services.packages import note_change, refuse_stale, take
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

ARTICLE_KEY = re.compile(r"[a-z0-9][a-z0-9.-]{0,79}")


@dataclass(frozen=True, slots=True)
class Place:
    """An article by the keys of its instrument and its own."""

    instrument: str
    article: str

    @property
    def ref(self) -> str:
        """The article as others refer to it."""
        return f"{self.instrument}#{self.article}"


@dataclass(frozen=True, slots=True)
class Wording:
    """What is proposed for an article. Words by language; a language may be missing for now."""

    number: str
    title: Mapping[str, str]
    text: Mapping[str, str]
    note: str


@transaction.atomic
def put_article(
    package_id: UUID,
    place: Place,
    wording: Wording,
    *,
    seen: int,
    stood: str = "",
    actor: "Actor",
) -> PackageItem:
    """Propose a new wording of an article, or a new article; or change what is proposed.

    Args:
        package_id: Which package.
        place: Which article of which instrument.
        wording: What it shall say, and why.
        seen: The version of the proposal that the actor had before them; 0 when there was none.
        stood: The mark of the article that the actor had before them; empty when none was shown.
        actor: Who changes it.

    Raises:
        NotFound: No such package or instrument, or not for this person.
        Forbidden: The package is frozen or closed.
        Stale: Somebody changed this article since, of the package or of the law.
        DomainError: The article cannot be called so.
    """
    package = take(package_id, actor=actor)
    laws.instrument(place.instrument)
    if not ARTICLE_KEY.fullmatch(place.article):
        raise DomainError(_("An article cannot have this number."))
    item = selectors.find_item(package, place.instrument, place.article)
    refuse_stale(item.version if item else 0, seen)
    stands = proposals.mark(place.instrument, place.article)
    refuse_stale(stands, stood or stands)
    before = words(item)
    if item is None:
        item = PackageItem(package=package, instrument=place.instrument, article=place.article)
    else:
        item.version += 1
    item.base = stands
    _fill(item, wording)
    kind = ChangeKind.CHANGED if before else ChangeKind.ADDED
    note_change(package, kind, actor=actor, item=place.ref, before=before, after=words(item))
    audit.record(Event.PACKAGE_CHANGED, actor=actor, target=package, detail=kind)
    return item


@transaction.atomic
def remove_article(
    package_id: UUID, place: Place, *, seen: int, actor: "Actor"
) -> AmendmentPackage:
    """Take an article out of a package; what it said stays in the history.

    Args:
        package_id: Which package.
        place: Which article.
        seen: The version of the proposal that the actor had before them.
        actor: Who takes it out.

    Raises:
        NotFound: No such package, or no such article in it.
        Forbidden: The package is frozen or closed.
        Stale: Somebody changed this article of the package since.
    """
    package = take(package_id, actor=actor)
    item = selectors.find_item(package, place.instrument, place.article)
    if item is None:
        raise NotFound(_("This article is not in the package."))
    refuse_stale(item.version, seen)
    before = words(item)
    item.delete()
    note_change(package, ChangeKind.REMOVED, actor=actor, item=place.ref, before=before)
    audit.record(Event.PACKAGE_CHANGED, actor=actor, target=package, detail=ChangeKind.REMOVED)
    return package


def words(item: PackageItem | None) -> dict[str, object]:
    """Give what an item proposes, as the history keeps it; empty when there is none."""
    if item is None:
        return {}
    return asdict(Wording(item.number, item.title, item.text, item.note))


def _fill(item: PackageItem, wording: Wording) -> None:
    item.number, item.note = wording.number, wording.note
    item.title, item.text = dict(wording.title), dict(wording.text)
    item.changed_at = clock.now()
    item.save()
