"""What other missions may ask of materials. Plain data out, never a model."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from korgoo.campaign import api as campaigns
from korgoo.materials import public, selectors
from korgoo.materials.enums import Kind
from korgoo.materials.models import Material, Version
from korgoo.materials.public import PublicFile, PublicMaterial
from korgoo.materials.wording import languages

if TYPE_CHECKING:
    from collections.abc import Hashable


__all__ = [
    "MaterialCard",
    "PublicFile",
    "PublicMaterial",
    "materials_of",
    "public_address",
    "public_materials",
    "public_version",
    "register_with_campaigns",
]


@dataclass(frozen=True, slots=True)
class MaterialCard:
    """An approved version of a material. ``material_id`` is the same in every language."""

    id: UUID
    material_id: UUID
    code: str
    kind: Kind
    title: str
    language: str
    number: int
    address: str


def materials_of(campaign_id: UUID, *, language: str | None = None) -> list[MaterialCard]:
    """List the approved materials of a campaign, in every language or in one."""
    return [
        _card(version)
        for version in selectors.approved(campaign_id)
        if language in {None, version.language}
    ]


def public_materials(campaign_id: UUID, *, language: str | None = None) -> list[PublicMaterial]:
    """List what everybody may take of a campaign that was launched, with the addresses of the files.

    Who asks has made sure that the campaign is public. What tells a number that is given no more is
    left out.
    """
    return public.of_campaign(campaign_id, language=language)


def public_address(campaign_key: str) -> str:
    """Give the address of the page with everything to take, in the language of the page."""
    return reverse("materials_public:list", args=[campaign_key])


def public_version() -> "Hashable":
    """Tell what public materials are drawn from; another after every change."""
    return public.mark()


def register_with_campaigns() -> None:
    """Show beside the check of materials how many are approved in each language."""
    campaigns.register_readiness(
        campaigns.ReadinessFact("materials.approved", campaigns.Check.MATERIALS, _approved_counts)
    )


def _approved_counts(campaign_id: UUID) -> list[campaigns.SeenCount]:
    known = set(selectors.approved(campaign_id).values_list("language", "material_id"))
    total = Material.objects.filter(campaign_id=campaign_id).count()
    note = _("of %(num)s materials") % {"num": total}
    return [
        campaigns.SeenCount(name, sum(language == code for language, _key in known), note)
        for code, name in languages()
    ]


def _card(version: Version) -> MaterialCard:
    material = version.material
    return MaterialCard(
        id=version.pk,
        material_id=material.pk,
        code=f"{material.campaign.key}-{material.number}",
        kind=Kind(material.kind),
        title=version.title,
        language=version.language,
        number=version.number,
        address=reverse("materials:version", args=[version.pk]),
    )
