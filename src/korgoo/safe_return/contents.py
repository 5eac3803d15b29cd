"""What goes into a package, in plain data: coded facts, the journey, and what the person allows."""

from base64 import b64encode
from typing import TYPE_CHECKING, Any

from korgoo.safe_return.enums import LIVE
from korgoo.safe_return.models import ReturnPlan, TransitPoint

if TYPE_CHECKING:
    from uuid import UUID

    from korgoo.casework.api import CaseCard

JOURNEY = ("state", "country", "papers", "ticket", "escort", "ban_told", "fitness", "family")
CHILD = ("guardian", "best_interest", "court")
# Who wrote a passage is nothing that a partner needs.
INTERNAL = frozenset({"by", "by_id"})


def text_of(raw: bytes) -> str:
    """Write bytes as text (base64)."""
    return b64encode(raw).decode()


def facts(case: "CaseCard") -> dict[str, Any]:
    """List the coded facts of a case: nothing that names anybody. The code of the case stays here."""
    return {
        "protection": str(case.protection),
        "sex": str(case.sex),
        "age_band": str(case.age_band),
        "is_child": case.is_child,
        "danger": str(case.danger),
        "language": case.language,
    }


def journey(case_id: "UUID") -> dict[str, Any] | None:
    """Describe the return that is under way, in codes; None without one. No sealed place is in it."""
    plan = ReturnPlan.objects.filter(case_id=case_id, state__in=LIVE).first()
    if plan is None:
        return None
    coded = {name: getattr(plan, name) for name in (*JOURNEY, *CHILD)}
    stops = [
        {"country": s.country, "kind": s.kind, "risks": s.risks, "measures": s.measures}
        for s in TransitPoint.objects.filter(plan=plan)
    ]
    leaves = plan.leaves_on.isoformat() if plan.leaves_on else None
    return {"number": plan.number, "leaves_on": leaves, **coded, "stops": stops}


def for_partner(payload: Any) -> Any:
    """Copy what was told without the marks of who of us wrote it down."""
    if isinstance(payload, dict):
        return {k: for_partner(v) for k, v in payload.items() if k not in INTERNAL}
    if isinstance(payload, list):
        return [for_partner(one) for one in payload]
    return payload
