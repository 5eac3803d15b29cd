"""What the form of a version is filled in with, and what stands beside it."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import override

from korgoo.campaign import api as campaigns
from korgoo.materials import numbers, selectors
from korgoo.materials.enums import DRAWN, Kind, Template
from korgoo.materials.forms.writing import ASKED, OF_PICTURE
from korgoo.materials.models import Material, Version
from korgoo.materials.presentation import pages
from korgoo.materials.wording import languages

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def initial(material: Material, language: str, *, actor: "Actor") -> dict[str, Any]:
    """Fill in the newest version in this language; else what the campaign and other languages say."""
    versions = selectors.versions_of([material], actor=actor)
    own = next((one for one in versions if one.language == language), None)
    if own:
        return _said(own)
    return _proposed(material, language, versions, actor)


def beside(material: Material, language: str, *, actor: "Actor") -> dict[str, Any]:
    """Show what the other languages say, beside the form."""
    versions = selectors.versions_of([material], actor=actor)
    names = dict(languages())
    others = [
        (code, name, next((one for one in versions if one.language == code), None))
        for code, name in names.items()
        if code != language
    ]
    return {
        "written_in": language,
        "language_name": names[language],
        "others": [(code, name, pages.words_of(one)) for code, name, one in others if one],
        "is_new_version": any(one.language == language for one in versions),
    }


def _said(version: Version) -> dict[str, Any]:
    plain = ("title", "template", "slogan", "action", "body", "code", "link", *OF_PICTURE)
    said: dict[str, Any] = {name: getattr(version, name) for name in plain}
    said |= dict(zip(ASKED, version.questions, strict=False))
    return said | {"numbers": [key for key, _number, _name in version.numbers]}


def _proposed(
    material: Material, language: str, versions: list[Version], actor: "Actor"
) -> dict[str, Any]:
    """Take the slogan and the one step from the campaign, the shape from what is written already."""
    if Kind(material.kind) not in DRAWN:
        return {}
    with override(language):
        campaign = campaigns.campaign(material.campaign.key, actor=actor)
    other = versions[0] if versions else None
    given = [one.key for one in numbers.offered(language)[:1]]
    codes = campaigns.codes(material.campaign_id)
    return {
        "slogan": campaign.slogan,
        "action": campaign.ask,
        "template": other.template if other else Template.NUMBER,
        "code": other.code if other else codes[0].code if codes else "",
        "numbers": [key for key, _number, _name in other.numbers] if other else given,
    }
