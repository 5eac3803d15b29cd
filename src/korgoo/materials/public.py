"""What everybody may take: approved materials of campaigns that were launched."""

import hashlib
from collections.abc import Hashable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import override

from korgoo.campaign import api as campaigns
from korgoo.lib.errors import NotFound
from korgoo.materials import drawing, filed, numbers, selectors, sheets
from korgoo.materials.enums import Kind
from korgoo.materials.models import Version
from korgoo.materials.wording import NO_SUCH, language_name
from korgoo.rights import api as rights

# Digits of the mark in an address: another one after every change of what stands on the file.
MARK = 12


@dataclass(frozen=True, slots=True)
class PublicFile:
    """A file that everybody may take."""

    name: str
    text: str
    shape: str
    href: str


@dataclass(frozen=True, slots=True)
class PublicMaterial:
    """An approved version.

    Attributes:
        preview: address of a picture of it, or empty.
        preview_size: width and height of that picture in dots, where they are known.
    """

    code: str
    kind: str
    title: str
    language: str
    language_name: str
    number: int
    files: tuple[PublicFile, ...]
    preview: str
    text: str
    link: str
    preview_size: tuple[int, int] | None = None


def mark() -> Hashable:
    """Tell what the pages are drawn from; another after every change. Three small questions."""
    known = tuple((one.key, one.name) for one in campaigns.public_campaigns())
    return (selectors.mark(), rights.version(), known)


def of_campaign(campaign_id: UUID, *, language: str | None = None) -> list[PublicMaterial]:
    """List what everybody may take of a campaign; where a number is out of date, it is left out."""
    versions = [
        version
        for version in selectors.approved(campaign_id)
        if language in {None, version.language} and numbers.still_hold([version])[str(version.pk)]
    ]
    files = selectors.with_files(versions)
    return [_public(version, files.get(version.pk)) for version in versions]


def find(key: str, *, material: int, language: str, version: int) -> Version:
    """Find a version that everybody may take.

    Raises:
        NotFound: There is none, or none any more.
    """
    campaign = campaigns.public_campaign(key)
    found = selectors.find_approved(
        campaign.id, material=material, language=language, version=version
    )
    if found is None or not numbers.still_hold([found])[str(found.pk)]:
        raise NotFound(NO_SUCH)
    return found


def content_mark(version: Version) -> str:
    """Give the mark of what stands on a version: the same words, the same mark."""
    file = selectors.file_of(version)
    said = file.digest if file else repr(sheets.sheet_of(version)) if version.is_drawn else ""
    whole = f"{version.pk} {version.revision} {said}"
    return hashlib.sha256(whole.encode()).hexdigest()[:MARK]


def address(version: Version, name: str, mark: str) -> str:
    """Give the public address of a file of a version, in the language of the version."""
    material = version.material
    with override(version.language):
        return reverse(
            "materials_public:file",
            args=[
                material.campaign.key,
                material.number,
                version.language,
                version.number,
                mark,
                name,
            ],
        )


def _public(version: Version, media_type: str | None) -> PublicMaterial:
    mark = content_mark(version)
    files = tuple(
        PublicFile(one.name, one.text, one.shape, address(version, one.name, mark))
        for one in filed.files_of(version, media_type)
    )
    shown = filed.shown(version, media_type)
    return PublicMaterial(
        code=sheets.code_of(version)[0],
        kind=str(version.material.get_kind_display()),
        title=version.title,
        language=version.language,
        language_name=language_name(version.language),
        number=version.number,
        files=files,
        preview=address(version, shown, mark) if shown else "",
        text=version.body,
        link=version.link,
        preview_size=_size(version) if shown and not media_type else None,
    )


def _size(version: Version) -> tuple[int, int]:
    return drawing.look_size(drawing.shapes_of(Kind(version.material.kind))[-1])
