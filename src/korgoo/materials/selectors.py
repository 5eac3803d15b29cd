"""Questions to the records: what there is, and what of it the actor may know."""

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Sum, Window

from korgoo.access.enums import Permission
from korgoo.campaign import api as campaigns
from korgoo.lib.errors import NotFound
from korgoo.materials import policies
from korgoo.materials.enums import State
from korgoo.materials.models import Balance, Material, Movement, Version, VersionFile
from korgoo.materials.wording import NO_SUCH

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from korgoo.access.actor import Actor


def list_materials(campaign_id: UUID, *, actor: "Actor") -> list[Material]:
    """List the materials of a campaign of which the actor may know something, in their order."""
    rows = list(Material.objects.filter(campaign_id=campaign_id).select_related("campaign"))
    known = {version.material_id for version in versions_of(rows, actor=actor)}
    return [row for row in rows if row.pk in known or row.organisation_id == actor.organisation_id]


def versions_of(materials: Iterable[Material], *, actor: "Actor") -> list[Version]:
    """List the versions of materials of which the actor may know, newest first in each language."""
    if not policies.may(actor, Permission.MATERIAL_VIEW):
        return []
    rows = Version.objects.whole().filter(material__in=[row.pk for row in materials])
    return [version for version in rows if _is_known(version, actor)]


def get_material(material_id: UUID, *, actor: "Actor") -> Material:
    """Fetch a material.

    Raises:
        NotFound: There is none, or the actor may know nothing of it.
    """
    row = Material.objects.select_related("campaign").filter(pk=material_id).first()
    if row is None or not _knows_something(row, actor):
        raise NotFound(NO_SUCH)
    # A campaign that is still being written elsewhere is not known either.
    campaigns.campaign(row.campaign.key, actor=actor)
    return row


def hold_material(material_id: UUID, *, actor: "Actor") -> Material:
    """Fetch a material and hold it until the transaction ends: its versions wait for each other.

    Raises:
        NotFound: There is none, or the actor may know nothing of it.
    """
    get_material(material_id, actor=actor)
    return Material.objects.select_for_update().get(pk=material_id)


def get_version(version_id: UUID, *, actor: "Actor") -> Version:
    """Fetch a version.

    Raises:
        NotFound: There is none, or the actor may not know of it.
    """
    row = Version.objects.whole().filter(pk=version_id).first()
    if row is None or not _is_known(row, actor):
        raise NotFound(NO_SUCH)
    campaigns.campaign(row.material.campaign.key, actor=actor)
    return row


def open_version(material_id: UUID, language: str) -> Version | None:
    """Find the version that is being written in a language, or waits for approval."""
    rows = Version.objects.whole().filter(material_id=material_id, language=language)
    return rows.filter(state__in=[State.DRAFT, State.WAITING]).first()


def file_of(version: Version) -> VersionFile | None:
    """Fetch the file of a version, if it has one of its own."""
    return VersionFile.objects.filter(pk=version.pk).first()


def with_files(versions: Iterable[Version]) -> dict[UUID, str]:
    """Tell which versions have a file of their own: the kind of file by version."""
    keys = [version.pk for version in versions]
    rows = VersionFile.objects.filter(pk__in=keys)
    return dict(rows.values_list("version_id", "media_type"))


def balances(versions: Iterable[Version]) -> list[Balance]:
    """List how many pieces of versions lie where; empty shelves are left out."""
    rows = Balance.objects.filter(version__in=[version.pk for version in versions], count__gt=0)
    return list(rows.order_by("version", "place"))


def movements(versions: Iterable[Version], *, most: int | None = None) -> list[Movement]:
    """List the movements of versions, the newest day first."""
    rows = Movement.objects.filter(version__in=[version.pk for version in versions])
    rows = rows.select_related("by", "version__material__campaign")
    return list(rows[:most] if most else rows)


def approved(campaign_id: UUID) -> "QuerySet[Version]":
    """Ask for the approved versions of a campaign, in the order of materials and languages."""
    return Version.objects.whole().approved().filter(material__campaign_id=campaign_id)


def find_approved(
    campaign_id: UUID, *, material: int, language: str, version: int
) -> Version | None:
    """Find an approved version by what its address says; None when there is none any more."""
    rows = approved(campaign_id).filter(material__number=material, language=language)
    return rows.filter(number=version).first()


def mark() -> Hashable:
    """Tell what public pages are drawn from; another after every change. One small query."""
    rows = Version.objects.annotate(changes=Window(Sum("revision"))).order_by("-changed_at", "pk")
    return rows.values_list("pk", "changed_at", "changes").first()


def _knows_something(material: Material, actor: "Actor") -> bool:
    if material.organisation_id == actor.organisation_id:
        return bool(policies.may(actor, Permission.MATERIAL_VIEW))
    return bool(versions_of([material], actor=actor))


def _is_known(version: Version, actor: "Actor") -> bool:
    if not policies.may(actor, Permission.MATERIAL_VIEW):
        return False
    maker = version.material.organisation_id
    return policies.knows(actor, state=State(version.state), maker_id=maker)
