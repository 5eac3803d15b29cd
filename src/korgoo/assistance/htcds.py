"""An item of a programme in the field names of HTCDS 2.0 (IOM, CC BY 4.0; no endorsement by IOM).

Names and values of the standard's Support Plan section; what it has no name for carries our own prefix.
"""

import csv
import io
import json
from typing import TYPE_CHECKING

from django.utils import translation

from korgoo.countrypack import api as packs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from korgoo.assistance.models import ProgrammeItem

# Our words, and the name that the standard gives them. docs/methods/assistance.md says it in full.
FIELDS: dict[str, str] = {
    "plan_type": "spl_Type",
    "service": "spl_ActionPlan",
    "planned_end": "spl_PlannedEndDate",
    "actual_end": "spl_ActualEndDate",
    "provider": "org_Name",
}
Row = dict[str, str]


def row(item: "ProgrammeItem") -> Row:
    """Put one item into fields: codes and days. The goals, ``spl_Objectives``, stay sealed."""
    with translation.override("en"):
        provider = item.provider.name if item.provider else ""
    return {
        FIELDS["plan_type"]: item.plan_type,
        FIELDS["service"]: _service(item.service),
        FIELDS["planned_end"]: _day(item.planned_end),
        FIELDS["actual_end"]: _day(item.actual_end),
        FIELDS["provider"]: provider,
        "korgoo_service": item.service,
        "korgoo_need": item.need,
        "korgoo_state": item.state,
        "korgoo_planned_start": _day(item.planned_start),
        "korgoo_actual_start": _day(item.actual_start),
        "korgoo_outside_provider": item.outside,
        "korgoo_cost_source": item.cost,
        "korgoo_delay": item.delay,
        "korgoo_agreed": item.agreed,
    }


def to_csv(rows: "Iterable[Row]", names: "Iterable[str]") -> str:
    """Write rows as CSV with a head, also when there are none."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, fieldnames=list(names))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def to_json(case_code: str, rows: "Iterable[Row]") -> str:
    """Write rows as JSON, saying which standard names the fields."""
    whole = {"standard": "HTCDS 2.0", "case": case_code, "support_plans": list(rows)}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def names() -> list[str]:
    """List the fields of a row in their order."""
    own = ("service", "need", "state", "planned_start", "actual_start")
    more = ("outside_provider", "cost_source", "delay", "agreed")
    return [*FIELDS.values(), *(f"korgoo_{name}" for name in (*own, *more))]


def _service(key: str) -> str:
    found = packs.current().services.get(key)
    return found.name.in_language("en") if found else key


def _day(value: "date | None") -> str:
    return value.isoformat() if value else ""
