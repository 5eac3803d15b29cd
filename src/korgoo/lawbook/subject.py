"""Packages as consultation knows them: described, looked over, adopted, told to everybody."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from korgoo.consultation.subjects import Description, Item, Notice, NoticeLine, Subject
from korgoo.lawbook import proposals, selectors, services, wording
from korgoo.lawbook.enums import KIND
from korgoo.lib import clock
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.lawbook.models import PackageItem
    from korgoo.lawbook.standing import Version


def name(subject_id: UUID) -> str:
    """Give the title of a package in the language of the page.

    Raises:
        NotFound: No such package.
    """
    return wording.in_language(selectors.find_package(subject_id).title)


def describe(subject_id: UUID) -> Description:
    """Describe a package in the language of the page.

    Raises:
        NotFound: No such package.
    """
    package = selectors.find_package(subject_id)
    return Description(
        title=wording.in_language(package.title),
        address=reverse("lawbook:package", args=[package.pk]),
        items=tuple(_part(item) for item in selectors.items_of(package)),
    )


def obstacles(subject_id: UUID) -> list[str]:
    """List what stands in the way of adopting a package.

    Raises:
        NotFound: No such package.
    """
    return proposals.obstacles(selectors.find_package(subject_id))


def may_decide(_subject_id: UUID, _actor: "Actor") -> Verdict:
    """Say yes: whoever decides on adoptions decides on every package."""
    return ALLOWED


def notice(subject_id: UUID) -> Notice:
    """Say what changes, in every language of the country; asked before the package is adopted.

    Raises:
        NotFound: No such package.
    """
    package = selectors.find_package(subject_id)
    lines = [
        NoticeLine(wording.in_every_language(partial(_change, item)))
        for item in selectors.items_of(package)
    ]
    title = wording.in_every_language(partial(wording.in_language, package.title))
    return Notice(title=title, lines=tuple(lines))


def _part(item: "PackageItem") -> Item:
    stands = proposals.before(item, clock.today())
    return Item(
        key=item.ref,
        title=proposals.name(item),
        before=_in_force(stands) if stands else "",
        after=wording.in_language(item.text),
    )


def _in_force(version: "Version") -> str:
    if version.text:
        return wording.in_language(version.text)
    known = {"summary": wording.in_language(version.gist or {})}
    return _("The words could not be had. What is known: %(summary)s") % known


def _change(item: "PackageItem") -> str:
    if proposals.before(item, clock.today()) is None:
        return _("%(article)s. A new article.") % {"article": proposals.name(item)}
    return _("%(article)s. A new wording.") % {"article": proposals.name(item)}


PACKAGES = Subject(
    kind=KIND,
    title=gettext_lazy("Package of amendments"),
    name=name,
    describe=describe,
    obstacles=obstacles,
    adopt=services.adopt,
    may_decide=may_decide,
    notice=notice,
)
