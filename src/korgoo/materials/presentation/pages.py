"""Lists and pages for members."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import get_language

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.campaign import api as campaigns
from korgoo.materials import filed, numbers, policies, selectors, sheets
from korgoo.materials.enums import PRINTED, Deed, State, Template
from korgoo.materials.forms.writing import ASKED, WriteForm
from korgoo.materials.models import Material, Version
from korgoo.materials.wording import languages

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

Words = dict[str, Any]
TONES = {
    State.DRAFT: "neutral",
    State.WAITING: "waiting",
    State.APPROVED: "good",
    State.REPLACED: "closed",
    State.WITHDRAWN: "closed",
}
DEED_TONES = {Deed.APPROVED: "good", Deed.GIVEN_BACK: "late", Deed.WITHDRAWN: "late"}


def campaigns_page(*, actor: "Actor") -> Words:
    """List the campaigns of which somebody may know."""
    return {"campaigns": campaigns.campaigns(actor=actor)}


def list_page(key: str, *, actor: "Actor") -> Words:
    """List the materials of a campaign: a row each, its languages beside each other."""
    campaign = campaigns.campaign(key, actor=actor)
    materials = selectors.list_materials(campaign.id, actor=actor)
    versions = selectors.versions_of(materials, actor=actor)
    waiting = [version for version in versions if policies.approve(version, actor=actor)]
    makers = access.cards({row.organisation_id for row in materials})
    return {
        "campaign": campaign,
        "columns": languages(),
        "rows": [_row(row, versions, makers) for row in materials],
        "waiting": [version_line(version) for version in waiting],
        "may_add": bool(policies.may(actor, Permission.MATERIAL_EDIT)),
    }


def material_page(material: Material, *, actor: "Actor") -> Words:
    """Show a material with its translations beside each other."""
    versions = selectors.versions_of([material], actor=actor)
    may_write = policies.write(actor, maker_id=material.organisation_id)
    holding = _holding(versions)
    return {
        **material_line(material),
        "maker": access.card(material.organisation_id).name,
        "may_write": bool(may_write),
        "columns": [_column(code, name, versions, holding) for code, name in languages()],
        "is_stocked": material.kind in PRINTED,
    }


def version_page(version: Version, *, actor: "Actor") -> Words:
    """Show a version as it will be printed, with what can be done with it and who did what."""
    maker = version.material.organisation_id
    file = selectors.with_files([version]).get(version.pk)
    whole = policies.whole(version, has_file=file is not None)
    deeds = list(version.deeds.select_related("by"))
    may_write = policies.write(actor, maker_id=maker)
    return {
        **material_line(version.material),
        "version": version_line(version),
        "words": words_of(version),
        "missing": "" if whole else str(whole.reason),
        "holds": _holding([version])[str(version.pk)],
        "files": files_of(version, file),
        "preview": preview(version, file),
        "address": sheets.address(version) if version.code else "",
        "seen": version.revision,
        "can": {
            "write": bool(may_write) and version.state in {State.DRAFT, State.WAITING},
            "renew": bool(may_write) and version.state == State.APPROVED,
            "send": bool(policies.send(version, maker_id=maker, actor=actor)) and bool(whole),
            "approve": bool(policies.approve(version, actor=actor)),
            "give_back": bool(policies.give_back(version, maker_id=maker, actor=actor)),
            "withdraw": bool(policies.withdraw(version, maker_id=maker, actor=actor)),
            "stock": version.material.kind in PRINTED
            and version.state in {State.APPROVED, State.REPLACED, State.WITHDRAWN},
        },
        "why_not": _why_not(version, actor),
        "deeds": [_deed(one) for one in deeds],
    }


def material_line(material: Material) -> Words:
    """Name a material: what it is, and its code."""
    return {
        "material": material,
        "campaign_key": material.campaign.key,
        "code": f"{material.campaign.key}-{material.number}",
        "kind": material.get_kind_display(),
    }


def version_line(version: Version) -> Words:
    """Describe a version for a list."""
    return {
        "id": version.pk,
        "title": version.title,
        "language": version.language,
        "language_name": dict(languages()).get(version.language, version.language),
        "number": version.number,
        "kind": version.material.get_kind_display(),
        "state": version.get_state_display(),
        "tone": TONES[State(version.state)],
        "href": reverse("materials:version", args=[version.pk]),
    }


def words_of(version: Version) -> list[tuple[str, str]]:
    """List what a version says: the question, and the answer."""
    labels = {name: str(one.label) for name, one in WriteForm.base_fields.items()}
    said: dict[str, str] = {
        name: getattr(version, name)
        for name in ("slogan", "action", "body", "link", "source", "licence", "consent")
    }
    said |= dict(zip(ASKED, version.questions, strict=False))
    said["template"] = str(Template(version.template).label) if version.template else ""
    said["numbers"] = ", ".join(number for _key, number, _name in version.numbers)
    said["code"] = version.code
    said["faces"] = version.get_faces_display() if version.faces else ""
    return [(labels[name], said[name]) for name in labels if said.get(name)]


def files_of(version: Version, media_type: str | None) -> list[Words]:
    """List the files that members can take from a version."""
    return [
        {
            "name": one.name,
            "text": one.text,
            "shape": one.shape,
            "href": reverse("materials:file", args=[version.pk, one.name]),
        }
        for one in filed.files_of(version, media_type)
    ]


def preview(version: Version, media_type: str | None) -> str:
    """Give the address of the picture that shows a version; empty when there is none."""
    name = filed.shown(version, media_type)
    return reverse("materials:file", args=[version.pk, name]) if name else ""


def _row(material: Material, versions: list[Version], makers: "dict[int, Any]") -> Words:
    own = [one for one in versions if one.material_id == material.pk]
    reader = [one for one in own if one.language == get_language()]
    newest = (reader or own)[:1]
    return {
        **material_line(material),
        "title": newest[0].title if newest else "",
        "maker": makers[material.organisation_id].name,
        "cells": [
            [version_line(one) for one in own if one.language == code][:2]
            for code, _name in languages()
        ],
    }


def _column(code: str, name: str, versions: list[Version], holding: dict[str, bool]) -> Words:
    own = [one for one in versions if one.language == code]
    files = selectors.with_files(own)
    return {
        "code": code,
        "name": name,
        "versions": [version_line(one) for one in own],
        "words": words_of(own[0]) if own else [],
        "preview": preview(own[0], files.get(own[0].pk)) if own else "",
        "holds": holding[str(own[0].pk)] if own else True,
        "is_open": any(one.state in {State.DRAFT, State.WAITING} for one in own),
    }


def _holding(versions: list[Version]) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for code in {one.language for one in versions}:
        found |= numbers.still_hold([one for one in versions if one.language == code])
    return found


def _why_not(version: Version, actor: "Actor") -> str:
    if version.state != State.WAITING:
        return ""
    verdict = policies.approve(version, actor=actor)
    return "" if verdict else str(verdict.reason)


def _deed(deed: Any) -> Words:
    return {
        "title": deed.get_deed_display(),
        "when": deed.at,
        "by": deed.by.name,
        "text": deed.words,
        "tone": DEED_TONES.get(Deed(deed.deed), "neutral"),
    }
