"""What a draft holds, as the forms show it again."""

from decimal import Decimal
from typing import Any

from korgoo.lib.errors import NotFound
from korgoo.plan import regions, selectors, turns
from korgoo.plan.enums import Part
from korgoo.plan.models import Measure, PlanVersion, Programme
from korgoo.plan.services.drafting import NO_SUCH

Initial = dict[str, Any]


def years(programme: Programme) -> list[int]:
    """List the years of a plan."""
    return list(range(programme.first_day.year, programme.last_day.year + 1))


def draft_facts(version: PlanVersion) -> Initial:
    """Say what a draft still lacks before it can be adopted."""
    tree = selectors.read_tree(version)
    places = [code for one in tree.measures.values() for code in one.regions]
    return {
        "silent": [regions.name(one) for one in turns.silent_regions(places, tree.reporters)],
        "unowned": [code for code, one in tree.measures.items() if not one.responsible],
        "reporters": _reporters(version),
    }


def _reporters(version: PlanVersion) -> list[tuple[str, str]]:
    rows = version.reporters.select_related("organisation")
    return [(regions.name(row.region), row.organisation.name) for row in rows]


def task(version: PlanVersion, at: str) -> Initial:
    """Give what a task holds; nothing for a new one.

    Raises:
        NotFound: No task of this code.
    """
    if not at:
        return {}
    row = version.tasks.filter(code=at).first()
    if row is None:
        raise NotFound(NO_SUCH)
    return {"code": row.code, **_names(row.names)}


def measure(version: PlanVersion, at: str) -> Initial:
    """Give what a measure holds; nothing for a new one.

    Raises:
        NotFound: No measure of this code.
    """
    if not at:
        return {}
    row = _measure(version, at)
    return {
        "task": row.task.code,
        "code": row.code,
        **_names(row.names),
        "starts_on": row.starts_on,
        "due_on": row.due_on,
        "responsible": _bodies(row, Part.RESPONSIBLE),
        "co_executors": _bodies(row, Part.CO_EXECUTOR),
        "regions": row.regions,
    }


def indicator(version: PlanVersion, under: str, at: str) -> Initial:
    """Give what an indicator holds; the usual choices for a new one.

    Raises:
        NotFound: No measure or indicator of this code.
    """
    found = _measure(version, under)
    if not at:
        return {"kind": "number", "direction": "up", "adds": "sum"}
    row = next((one for one in found.indicators.all() if one.code == at), None)
    if row is None:
        raise NotFound(NO_SUCH)
    told = {
        name: getattr(row, name)
        for name in ("code", "unit", "kind", "direction", "adds", "source")
    }
    targets = {f"target_{year}": _number(value) for year, value in row.targets.items()}
    baseline = "" if row.baseline is None else _number(str(row.baseline))
    return told | _names(row.names) | targets | {"baseline": baseline}


def line(version: PlanVersion, under: str, at: str) -> Initial:
    """Give what a budget line holds; nothing for a new one.

    Raises:
        NotFound: No measure or line of this code.
    """
    found = _measure(version, under)
    if not at:
        return {}
    row = next((one for one in found.lines.all() if one.code == at), None)
    if row is None:
        raise NotFound(NO_SUCH)
    told = {name: getattr(row, name) for name in ("code", "funding", "payer", "currency")}
    return told | {f"planned_{year}": _number(value) for year, value in row.planned.items()}


def _measure(version: PlanVersion, code: str) -> Measure:
    rows = version.measures.select_related("task").prefetch_related(
        "bodies", "indicators", "lines"
    )
    row = rows.filter(code=code).first()
    if row is None:
        raise NotFound(NO_SUCH)
    return row


def _bodies(row: Measure, part: Part) -> list[str]:
    return [str(one.organisation_id) for one in row.bodies.all() if one.part == part]


def _names(names: dict[str, str]) -> Initial:
    return {f"name_{language}": name for language, name in names.items()}


def _number(value: str) -> str:
    return format(Decimal(value).normalize(), "f").replace(".", ",")
