"""Packages of amendments as members see them."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse

from korgoo.access.enums import Permission
from korgoo.consultation import api as consultation
from korgoo.countrypack import api as packs
from korgoo.lawbook import dependents, policies, proposals, selectors, wording
from korgoo.lawbook.enums import KIND, PackageState
from korgoo.lawbook.presentation import history, lines
from korgoo.lawbook.presentation.lines import Sides
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.lawbook.dependents import Dependent
    from korgoo.lawbook.models import AmendmentPackage, PackageItem

TONES = {
    PackageState.EDITING: "active",
    PackageState.ADOPTED: "good",
    PackageState.DROPPED: "closed",
}


@dataclass(frozen=True, slots=True)
class PackageLine:
    """One line of the list of packages."""

    title: str
    href: str
    state: str
    tone: str
    organisation: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One article of a package: what stands and what is proposed.

    Attributes:
        is_new: the instrument has no such article yet.
        gist: what is known of the wording in force, where its words could not be had.
        missing: languages that lack a translation, in words.
        href: where it is changed; empty for who may not.
    """

    name: str
    anchor: str
    note: str
    is_new: bool
    gist: str
    titles: list[Sides]
    texts: list[Sides]
    missing: str
    dependents: "list[Dependent]"
    href: str


def package_line(package: "AmendmentPackage") -> PackageLine:
    """Describe a package for a list."""
    return PackageLine(
        title=wording.in_language(package.title),
        href=reverse("lawbook:package", args=[package.pk]),
        state=str(PackageState(package.state).label),
        tone=TONES[PackageState(package.state)],
        organisation=package.organisation.name,
        created_at=package.created_at,
    )


def described(package: "AmendmentPackage") -> dict[str, Any]:
    """Give the title and the reason as they are now, for the page on which they are changed."""
    titles = [
        (wording.language_name(code), package.title[code])
        for code in packs.current().languages
        if package.title.get(code)
    ]
    return {"id": package.pk, "titles": titles, "reason": package.reason}


def list_page(*, actor: "Actor") -> dict[str, Any]:
    """Gather the list of packages.

    Raises:
        NotFound: The actor may not see any.
    """
    packages = selectors.list_packages(actor=actor)
    return {
        "packages": [package_line(one) for one in packages],
        "may_start": bool(policies.may(actor, Permission.PACKAGE_EDIT)),
        "most": selectors.MOST,
    }


def package_page(package_id: UUID, *, actor: "Actor") -> dict[str, Any]:
    """Gather the page of one package.

    Raises:
        NotFound: No such package, or not for this person.
    """
    package = selectors.get_package(package_id, actor=actor)
    card = consultation.card_of(KIND, package.pk)
    verdict = policies.edit(actor, package, is_frozen=consultation.is_frozen(KIND, package.pk))
    may_edit = bool(verdict)
    items = selectors.items_of(package)
    is_editor = bool(policies.may(actor, Permission.PACKAGE_EDIT))
    return {
        "package": package_line(package),
        "package_id": package.pk,
        "reason": package.reason,
        "is_open": package.is_open,
        "may_edit": may_edit,
        "why_not": verdict.reason if is_editor and not may_edit else "",
        "items": [_item(one, may_edit=may_edit) for one in items],
        "obstacles": proposals.obstacles(package) if package.is_open else [],
        "card": card,
        "open_page": _open_page(package, card, actor),
        "changes": history.change_lines(package, actor=actor),
    }


def _open_page(
    package: "AmendmentPackage", card: consultation.ConsultationCard | None, actor: "Actor"
) -> str:
    """Give the page on which the package is put to consultation; empty for who may not, or twice."""
    may_open = package.is_open and policies.may(actor, Permission.CONSULTATION_OPEN)
    if card is not None or not may_open:
        return ""
    return reverse("consultation:open", args=[KIND, package.pk])


def _item(item: "PackageItem", *, may_edit: bool) -> ItemLine:
    stands = proposals.before(item, clock.today())
    languages = lines.page_language_first(packs.current().languages)
    place = [item.package_id, item.instrument, item.article]
    has_text = stands is not None and stands.text
    return ItemLine(
        name=proposals.name(item),
        anchor=f"item-{item.pk}",
        note=item.note,
        is_new=stands is None,
        gist=wording.in_language(stands.gist or {}) if stands and not has_text else "",
        titles=lines.sides(stands.title if stands else {}, item.title, languages),
        texts=lines.sides((stands.text or {}) if stands else {}, item.text, languages),
        missing=wording.language_names(tuple(proposals.missing(item))),
        dependents=dependents.of(item.ref),
        href=reverse("lawbook:write", args=place) if may_edit else "",
    )
