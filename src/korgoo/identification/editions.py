"""Editions of the guideline: the one of the country's pack, and those adopted on the platform.

An edition holds from its first day until another one does. A card is read under the edition in
force when it was begun, for ever.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korgoo.countrypack import api as packs
from korgoo.identification.models import GuidelineEdition
from korgoo.identification.models.editions import Origin
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from uuid import UUID

    from korgoo.countrypack.schema.guideline import GuidelineData
    from korgoo.identification.models import Screening

MOST_IN_MEMORY = 8
NAMED_BY_DIGEST = 8


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition, whole.

    Attributes:
        id: None while no card was begun under the pack's edition yet.
        valid_from: first day; None when it holds from the beginning.
        valid_to: last day; None while no other edition follows.
        files: file name to plain data; do not change it.
        data: the same, checked and assembled.
    """

    id: "UUID | None"
    name: str
    origin: str
    digest: str
    valid_from: date | None
    valid_to: date | None
    legal_basis: str
    files: "Mapping[str, Any]"
    data: "GuidelineData"


@dataclass(frozen=True, slots=True)
class _Head:
    """An edition without what it holds: enough to find the one in force."""

    id: "UUID | None"
    name: str
    origin: str
    digest: str
    valid_from: date | None
    legal_basis: str


def current() -> Edition:
    """Give the edition in force today."""
    return on(clock.today())


def on(day: date) -> Edition:
    """Give the edition in force on a day; the first one for days before it."""
    heads = _heads()
    begun = [n for n, head in enumerate(heads) if (head.valid_from or date.min) <= day]
    return _whole(heads, begun[-1] if begun else 0)


def get(edition_id: "UUID") -> Edition:
    """Give an edition by its key.

    Raises:
        NotFound: No such edition.
    """
    return _found(lambda head: head.id == edition_id)


def by_digest(digest: str) -> Edition:
    """Give the edition whose digest begins so.

    Args:
        digest: At least eight hexadecimal digits.

    Raises:
        NotFound: No such edition.
    """
    return _found(lambda head: len(digest) >= NAMED_BY_DIGEST and head.digest.startswith(digest))


def every() -> list[Edition]:
    """List all editions, in the order in which they hold."""
    heads = _heads()
    return [_whole(heads, number) for number in range(len(heads))]


def newest_first() -> "Iterator[Edition]":
    """Go through the editions from the last one back; what they hold is read one by one."""
    heads = _heads()
    for number in reversed(range(len(heads))):
        yield _whole(heads, number)


def of(screening: "Screening") -> Edition:
    """Give the edition under which a card was begun. Its last day is not looked for."""
    row = screening.edition
    if row is None:
        return on(timezone.localdate(screening.started_at))
    return _edition(
        _Head(row.pk, row.name, row.origin, row.digest, row.valid_from, row.legal_basis), None
    )


def digest_of(files: "Mapping[str, Any]") -> str:
    """Hash what an edition holds (SHA-256, hexadecimal): the same files always give the same."""
    words = json.dumps(files, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(words.encode()).hexdigest()


@lru_cache(maxsize=4)
def _pack_files(path: str) -> "tuple[Mapping[str, Any], str]":
    files = packs.guideline_files(path)
    return files, digest_of(files)


def of_the_pack() -> "tuple[Mapping[str, Any], str]":
    """Give the guideline of the pack in use as files, and its digest; read once a pack."""
    return _pack_files(str(settings.COUNTRY_PACK))


def _found(fits: "Callable[[_Head], bool]") -> Edition:
    heads = _heads()
    for number, head in enumerate(heads):
        if fits(head):
            return _whole(heads, number)
    raise NotFound(_("We found no such edition."))


def _heads() -> list[_Head]:
    """List the editions in the order in which they hold, the pack's own among them."""
    rows = GuidelineEdition.objects.order_by("kept_at").values_list(
        "id", "name", "origin", "digest", "valid_from", "legal_basis"
    )
    heads = [_Head(*row) for row in rows]
    _files, digest = of_the_pack()
    if all(head.digest != digest for head in heads) and _may_begin(heads):
        heads.append(_unkept(digest, has_earlier=any(h.origin == Origin.PACK for h in heads)))
    return sorted(heads, key=lambda head: head.valid_from or date.min)


def _may_begin(heads: list[_Head]) -> bool:
    """Tell whether the pack in use is an edition although no card was begun under it yet.

    A pack that changed without naming a day, as updates of the software do, never replaces what
    two persons put in force here.
    """
    head = packs.current().guideline
    names_a_day = head is not None and head.valid_from is not None
    return names_a_day or all(one.origin == Origin.PACK for one in heads)


def _unkept(digest: str, *, has_earlier: bool) -> _Head:
    pack = packs.current()
    head = pack.guideline
    # A pack that changed without naming a day holds from when it was first seen.
    first = head.valid_from if head else None
    valid_from = clock.today() if first is None and has_earlier else first
    return _Head(
        None,
        head.edition if head else pack.code,
        Origin.PACK,
        digest,
        valid_from,
        head.legal_basis.in_language(pack.default_language) if head and head.legal_basis else "",
    )


def _whole(heads: list[_Head], number: int) -> Edition:
    later = heads[number + 1].valid_from if number + 1 < len(heads) else None
    return _edition(heads[number], later - timedelta(days=1) if later else None)


def _edition(head: _Head, valid_to: date | None) -> Edition:
    files, data = _contents(head.digest)
    return Edition(
        head.id,
        head.name,
        head.origin,
        head.digest,
        head.valid_from,
        valid_to,
        head.legal_basis,
        files,
        data,
    )


@lru_cache(maxsize=MOST_IN_MEMORY)
def _contents(digest: str) -> "tuple[Mapping[str, Any], GuidelineData]":
    """What an edition holds. A digest says what it is, so it can be kept in memory for ever."""
    files, of_pack = of_the_pack()
    languages = packs.current().languages
    if digest == of_pack:
        return files, packs.read_guideline(files, languages=languages)
    kept = GuidelineEdition.objects.values_list("files", flat=True).get(digest=digest)
    if digest_of(kept) != digest:
        raise RuntimeError("an edition of the guideline was changed in the database")
    return kept, packs.reopen_guideline(kept, languages=languages)
