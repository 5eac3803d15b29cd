"""What a package proposes, beside what stands: for its page, for consultation and for adoption."""

import hashlib
import json
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs
from korgoo.lawbook import laws, selectors, standing, wording
from korgoo.lawbook.enums import PackageState
from korgoo.lawbook.policies import CLOSED
from korgoo.lawbook.standing import Version

if TYPE_CHECKING:
    from korgoo.lawbook.models import AmendmentPackage, PackageItem


def before(item: "PackageItem", day: date) -> Version | None:
    """Find how the article of an item stands without it.

    Args:
        item: Of a package.
        day: On which day it is asked; once the package is adopted, always the day of effect.

    Returns:
        None when the article is new.
    """
    if item.replaced is not None:
        return _from_kept(item)
    return stands(item.instrument, item.article, day)


def stands(instrument: str, article: str, day: date) -> Version | None:
    """Find how an article stands on a day; None when there is none.

    Raises:
        NotFound: No such instrument.
    """
    versions = laws.articles(laws.instrument(instrument)).get(article, ())
    return standing.on_day(versions, day)


def mark(instrument: str, article: str) -> str:
    """Mark what an article says on every day: another mark, and something was changed.

    Versions that begin later count: who rewords an article must know of them too.

    Raises:
        NotFound: No such instrument.
    """
    versions = laws.articles(laws.instrument(instrument)).get(article, ())
    said = [kept(one) | {"starts": str(one.starts or "")} for one in versions]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def is_overtaken(item: "PackageItem") -> bool:
    """Tell whether the article of an item was changed since the item was last saved."""
    return item.replaced is None and item.base != mark(item.instrument, item.article)


def later(instrument: str, article: str, day: date) -> tuple[Version, ...]:
    """List the versions of an article that begin after a day.

    Raises:
        NotFound: No such instrument.
    """
    versions = laws.articles(laws.instrument(instrument)).get(article, ())
    return tuple(one for one in versions if one.starts is not None and one.starts > day)


def kept(version: Version | None) -> dict[str, object]:
    """Give the wording that an adopted item replaces, to be kept with it; empty for none."""
    if version is None:
        return {}
    return {
        "number": version.number,
        "title": dict(version.title),
        "text": dict(version.text or {}),
        "gist": dict(version.gist or {}),
    }


def missing(item: "PackageItem") -> list[str]:
    """List the languages in which an item lacks its title or its wording."""
    return [
        code
        for code in packs.current().languages
        if not (item.title.get(code) and item.text.get(code))
    ]


def obstacles(package: "AmendmentPackage") -> list[str]:
    """List what stands in the way of adopting a package, in words of the page's language."""
    items = selectors.items_of(package)
    found = [] if items else [_("No article is in the package yet.")]
    if package.state == PackageState.DROPPED:
        found.append(str(CLOSED[PackageState.DROPPED]))
    untitled = [code for code in packs.current().languages if not package.title.get(code)]
    if untitled:
        languages = wording.language_names(tuple(untitled))
        found.append(
            _("The title of the package is missing in: %(languages)s.") % {"languages": languages}
        )
    return found + [words for item in items for words in _obstacles(item)]


def name(item: "PackageItem") -> str:
    """Name the article of an item with its instrument."""
    return wording.place(laws.instrument(item.instrument), item.number, item.title)


def _obstacles(item: "PackageItem") -> list[str]:
    lacking = tuple(missing(item))
    names = {"article": name(item), "languages": wording.language_names(lacking)}
    found = []
    if lacking:
        found.append(_("%(article)s: the translation is missing in: %(languages)s.") % names)
    if is_overtaken(item):
        words = _(
            "%(article)s: the article was changed since this wording was written. "
            "Compare the wording with what stands now, then save it again."
        )
        found.append(words % names)
    return found


def _from_kept(item: "PackageItem") -> Version | None:
    words = item.replaced
    if not words:
        return None
    return Version(
        article=item.article,
        number=words["number"],
        title=words["title"],
        text=words["text"] or None,
        gist=words["gist"] or None,
    )
