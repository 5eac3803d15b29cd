"""Where printed pieces lie, and how they came there; the same as CSV."""

import csv
import io
from typing import TYPE_CHECKING, Any

from django.utils.translation import pgettext

from korgoo.campaign import api as campaigns
from korgoo.materials import places, selectors
from korgoo.materials.enums import PRINTED
from korgoo.materials.models import Balance, Movement, Version
from korgoo.materials.presentation.pages import material_line, version_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor

Words = dict[str, Any]
LAST = 50
# What a spreadsheet would take for a formula begins with one of these.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def campaign_stock(key: str, *, actor: "Actor") -> Words:
    """Show the stock of a whole campaign: a row for each material, language and place."""
    campaign = campaigns.campaign(key, actor=actor)
    versions = _versions(campaign.id, actor)
    shelves = selectors.balances(versions.values())
    names = places.names([one.place for one in shelves])
    return {
        "campaign": campaign,
        "rows": [
            {
                **version_line(versions[one.version_id]),
                "place": names[one.place],
                "count": one.count,
            }
            for one in shelves
        ],
        "moves": _moves(selectors.movements(versions.values(), most=LAST)),
    }


def version_stock(version: Version) -> Words:
    """Show where the pieces of one version lie, and its movements."""
    shelves = selectors.balances([version])
    names = places.names([one.place for one in shelves])
    return {
        **material_line(version.material),
        "version": version_line(version),
        "shelves": [(names[one.place], one.count) for one in shelves],
        "moves": _moves(selectors.movements([version])),
    }


def balances_csv(key: str, *, actor: "Actor") -> bytes:
    """Write where the pieces of a campaign lie as CSV: material, language, version, place, pieces."""
    campaign = campaigns.campaign(key, actor=actor)
    versions = _versions(campaign.id, actor)
    shelves = selectors.balances(versions.values())
    names = places.names([one.place for one in shelves])
    head = [
        *_head(),
        pgettext("column", "Place"),
        pgettext("column", "Code of the place"),
        pgettext("column", "Pieces"),
    ]
    rows = [_balance(one, versions[one.version_id], names) for one in shelves]
    return _csv([head, *rows])


def movements_csv(key: str, *, actor: "Actor") -> bytes:
    """Write every movement of a campaign's pieces as CSV. Members are not named."""
    campaign = campaigns.campaign(key, actor=actor)
    versions = _versions(campaign.id, actor)
    found = selectors.movements(versions.values())
    names = places.names([place for one in found for place in (one.source, one.target)])
    head = [
        *_head(),
        pgettext("column", "Day"),
        pgettext("column", "What happened"),
        pgettext("printed pieces", "From where"),
        pgettext("printed pieces", "To where"),
        pgettext("column", "Pieces"),
        pgettext("column", "Note"),
    ]
    rows = [_movement(one, versions[one.version_id], names) for one in found]
    return _csv([head, *rows])


def _versions(campaign_id: Any, actor: "Actor") -> dict[Any, Version]:
    materials = [
        row for row in selectors.list_materials(campaign_id, actor=actor) if row.kind in PRINTED
    ]
    return {one.pk: one for one in selectors.versions_of(materials, actor=actor)}


def _moves(found: list[Movement]) -> list[Words]:
    names = places.names([place for one in found for place in (one.source, one.target) if place])
    return [
        {
            "day": one.day,
            "what": one.get_move_display(),
            "version": version_line(one.version),
            "source": names.get(one.source, "–"),
            "target": names.get(one.target, "–"),
            "count": one.count,
            "note": one.note,
            "by": one.by.name,
        }
        for one in found
    ]


def _head() -> list[str]:
    return [
        pgettext("column", "Material"),
        pgettext("column", "Kind"),
        pgettext("column", "Title"),
        pgettext("column", "Language"),
        pgettext("column", "Version"),
    ]


def _first(version: Version) -> list[str]:
    code = material_line(version.material)["code"]
    kind = str(version.material.get_kind_display())
    return [code, kind, version.title, version.language, str(version.number)]


def _balance(one: Balance, version: Version, names: dict[str, str]) -> list[str]:
    code = one.place.partition(":")[2]
    return [*_first(version), names[one.place], code, str(one.count)]


def _movement(one: Movement, version: Version, names: dict[str, str]) -> list[str]:
    where = [names.get(place, "") for place in (one.source, one.target)]
    what = str(one.get_move_display())
    return [*_first(version), one.day.isoformat(), what, *where, str(one.count), one.note]


def _csv(rows: "Iterable[list[str]]") -> bytes:
    """Write rows as spreadsheets here open them: UTF-8 with its mark and semicolons, no formulas."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerows([[_harmless(cell) for cell in row] for row in rows])
    return target.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
