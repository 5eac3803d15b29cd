"""The pages on which members choose an article and write its wording."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs
from korgoo.lawbook import dependents, laws, proposals, selectors, wording
from korgoo.lawbook.enums import InstrumentKind
from korgoo.lawbook.forms import WordingForm
from korgoo.lawbook.presentation import lines
from korgoo.lawbook.presentation.lines import Link
from korgoo.lawbook.services import ARTICLE_KEY, Place
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.countrypack.schema.lawbook import Instrument
    from korgoo.lawbook.models import AmendmentPackage, PackageItem
    from korgoo.lawbook.standing import Version


@dataclass(frozen=True, slots=True)
class Choice:
    """An article that can be put into a package, or is in it."""

    text: str
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything on the page of one wording: what stands, what is proposed, where to send it."""

    package: "AmendmentPackage"
    place: Place
    instrument: "Instrument"
    stands: "Version | None"
    later: "tuple[Version, ...]"
    mark: str
    item: "PackageItem | None"

    @property
    def number(self) -> str:
        """The number of the article; a new one is quoted by its key."""
        if self.item is not None:
            return self.item.number
        return self.stands.number if self.stands else self.place.article

    @property
    def version(self) -> int:
        """The version of the proposal as it is now; 0 when there is none."""
        return self.item.version if self.item else 0

    def initial(self) -> dict[str, str]:
        """Give the form what is proposed, else what stands."""
        if self.item is not None:
            return WordingForm.filled_from(self.item.title, self.item.text, self.item.note)
        return WordingForm.begun_from(self.stands)


def desk(package: "AmendmentPackage", place: Place) -> Desk:
    """Gather what the page of one wording needs.

    Raises:
        NotFound: No such instrument, or an article cannot be called so.
    """
    found, today = laws.instrument(place.instrument), clock.today()
    if not ARTICLE_KEY.fullmatch(place.article):
        raise NotFound(_("The lawbook has no such article."))
    return Desk(
        package=package,
        place=place,
        instrument=found,
        stands=proposals.stands(place.instrument, place.article, today),
        later=proposals.later(place.instrument, place.article, today),
        mark=proposals.mark(place.instrument, place.article),
        item=selectors.find_item(package, place.instrument, place.article),
    )


def writing_page(found: Desk) -> dict[str, Any]:
    """Put a desk into words."""
    title = found.item.title if found.item else found.stands.title if found.stands else {}
    stands = found.stands
    return {
        "package_id": found.package.pk,
        "where": found.place,
        "instrument": wording.in_language(found.instrument.short.root),
        "name": wording.article_name(found.number, title),
        "is_new": stands is None,
        "is_proposed": found.item is not None,
        "stands": lines.version_line(found.place.instrument, stands) if stands else None,
        "later": [lines.version_line(found.place.instrument, one) for one in found.later],
        "proposed": _proposed(found),
        "dependents": dependents.of(found.place.ref),
        "codes": packs.current().languages,
    }


def instruments_page(package: "AmendmentPackage") -> dict[str, Any]:
    """List the instruments by kind, to choose one."""
    groups = []
    for kind in InstrumentKind:
        rows = [_instrument(package, one) for one in laws.instruments() if one.kind == kind.value]
        if rows:
            groups.append((str(kind.label), rows))
    return {"package_id": package.pk, "groups": groups}


def articles_page(package: "AmendmentPackage", key: str) -> dict[str, Any]:
    """List the articles of an instrument, to choose one.

    Raises:
        NotFound: No such instrument.
    """
    found = laws.instrument(key)
    chosen = {one.article for one in selectors.items_of(package) if one.instrument == key}
    articles = laws.articles(found)
    rows = [
        Choice(
            wording.article_name(versions[-1].number, versions[-1].title),
            reverse("lawbook:write", args=[package.pk, key, article]),
            is_chosen=article in chosen,
        )
        for article, versions in articles.items()
    ]
    return {
        "package_id": package.pk,
        "key": key,
        "instrument": wording.in_language(found.short.root),
        "choices": rows,
    }


def _instrument(package: "AmendmentPackage", found: "Instrument") -> Link:
    page = reverse("lawbook:choose_article", args=[package.pk, found.key])
    return Link(wording.in_language(found.short.root), page)


def _proposed(found: Desk) -> list[tuple[str, str, str]]:
    """Give the proposal as it is now, for who was overtaken: language, title and wording."""
    item = found.item
    if item is None:
        return []
    return [
        (wording.language_name(code), item.title.get(code, ""), item.text.get(code, ""))
        for code in packs.current().languages
        if item.title.get(code) or item.text.get(code)
    ]
