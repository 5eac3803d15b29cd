"""The lawbook as a whole: what the country pack holds, and what was adopted on the platform."""

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs
from korgoo.lawbook import standing
from korgoo.lawbook.models import AdoptedVersion
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from datetime import date

    from korgoo.countrypack.schema.lawbook import Instrument
    from korgoo.lawbook.standing import Articles, Version


def instruments() -> "tuple[Instrument, ...]":
    """List every instrument."""
    return packs.current().lawbook.instruments


def instrument(key: str) -> "Instrument":
    """Find an instrument.

    Raises:
        NotFound: The lawbook has no such instrument.
    """
    for one in instruments():
        if one.key == key:
            return one
    raise NotFound(_("The lawbook has no such law, decree or treaty."))


def articles(found: "Instrument") -> "Articles":
    """Give all versions of all articles of an instrument, by key, in the order of the instrument."""
    days: dict[str, date | None] = {one.key: one.adopted for one in instruments()}
    rows = {one.key: standing.from_pack(one, found, days) for one in found.articles}
    for version in _adopted(found.key):
        if version.article not in rows:
            rows = _inserted(rows, version.article)
        rows[version.article].append(version)
    return {
        key: standing.arrange(versions, last=found.in_force_to) for key, versions in rows.items()
    }


def article(found: "Instrument", key: str) -> "tuple[Version, ...]":
    """Give all versions of one article, oldest first.

    Raises:
        NotFound: The instrument has no such article here.
    """
    versions = articles(found).get(key)
    if versions is None:
        raise NotFound(_("The lawbook has no such article."))
    return versions


def split(ref: str) -> tuple[str, str]:
    """Take a reference apart: "law-55-2005#21-4"; the article is empty for the whole."""
    key, _hash, inside = ref.partition("#")
    return key, inside


def amended_by(key: str) -> "list[Instrument]":
    """List the instruments that say they amend this one, oldest first."""
    found = [one for one in instruments() if key in one.amends]
    return sorted(found, key=lambda one: str(one.adopted or ""))


def _adopted(key: str) -> "list[Version]":
    return [
        standing.Version(
            article=row.article,
            number=row.number,
            title=row.title,
            text=row.text,
            starts=row.valid_from,
            legal_basis=row.legal_basis,
            package=row.package_id,
        )
        for row in AdoptedVersion.objects.filter(instrument=key)
    ]


def _inserted(rows: "dict[str, list[Version]]", key: str) -> "dict[str, list[Version]]":
    """Make a place for a new article where its number belongs."""
    keys = list(rows)
    later = (index for index, other in enumerate(keys) if numbers(other) > numbers(key))
    place = next(later, len(keys))
    ordered = [*keys[:place], key, *keys[place:]]
    return {one: rows.get(one, []) for one in ordered}


def numbers(key: str) -> list[int]:
    """Give the numbers in the key of an article, to put articles in order: 3, 21, 21-4."""
    return [int(part) for part in re.findall(r"[0-9]+", key)]
