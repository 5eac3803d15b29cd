"""What the pages of how work ends show: plain rows, limited to what the reader may know."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from korgoo.access import api as access
from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.casework import api as casework
from korgoo.casework.enums import AgeBand, Danger, Protection
from korgoo.casework.wording import parts_in_words
from korgoo.closing import selectors
from korgoo.closing.enums import Hold
from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.referral import api as referral
from korgoo.referral.enums import LIVE

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.closing.models import Assignment, Closure, FollowUp, KeptFor, PersonRequest
    from korgoo.countrypack.api import Retention

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ending:
    """The part of a case's page about who works on it and how it ends. For the owner alone."""

    responsible: str
    is_mine: bool
    is_closed: bool
    may: dict[str, bool]
    history: list[Row] = field(default_factory=list)
    closures: list[Row] = field(default_factory=list)
    requests: list[Row] = field(default_factory=list)
    erased: list[Row] = field(default_factory=list)


def of_case(case_id: UUID, *, actor: "Actor") -> list[Ending]:
    """Give the part for the page of a case; nothing for anybody but the owner's front line."""
    try:
        card = casework.case_card(case_id, actor=actor, permission=Permission.CASE_VIEW)
    except NotFound:
        return []
    asked = {
        "assign": Permission.CASE_ASSIGN,
        "close": Permission.CASE_CLOSE,
        "reopen": Permission.CASE_REOPEN,
        "request": Permission.REQUEST_RECORD,
        "follow_up": Permission.FOLLOW_UP_RECORD,
    }
    may = {name: bool(policy.decide(actor, p, card.relation)) for name, p in asked.items()}
    if card.relation is not Relation.OWNER or not any(may.values()):
        return []
    assignments = selectors.assignments_of(case_id)
    closures = selectors.closures_of([case_id])
    # Nothing is erased of a case that was never closed.
    erased = selectors.erased_of(case_id) if closures else []
    moved = (n for a in assignments for n in (a.before_id, a.after_id))
    names = access.member_names([card.worker_id, *moved])
    return [
        Ending(
            names.get(card.worker_id or 0, ""),
            card.worker_id == actor.user_id,
            card.closed_at is not None,
            may,
            [_assigned(row, names) for row in assignments],
            [closure_row(row) for row in closures],
            [request_row(row, {}) for row in selectors.requests_of(case_id)],
            [_erased(row) for row in erased],
        )
    ]


def closure_row(row: "Closure") -> Row:
    """Describe one time that a case was closed."""
    return {
        "at": row.closed_at,
        "reason": row.get_reason_display(),
        "risk": row.get_last_risk_display(),
        "ground": row.get_ground_display() if row.ground else "",
        "reopened": row.reopened_at,
        "follow_ups": [follow_up_row(one, "") for one in row.follow_ups.all()],
    }


def follow_up_row(row: "FollowUp", code: str) -> Row:
    """Describe a follow-up: its clock, and how the person fared."""
    described = packs.current().clocks.get(row.key)
    is_open = row.done_at is None and row.dropped_at is None
    return {
        "id": row.pk,
        "code": code,
        "case_id": row.closure.case_id,
        "name": described.name.in_language(_language()) if described else row.key,
        "due": row.due_at,
        "is_late": is_open and row.due_at is not None and row.due_at <= clock.now(),
        "is_open": is_open,
        "outcome": row.get_outcome_display() if row.outcome else "",
        "done": row.done_at,
    }


def follow_up_rows(*, actor: "Actor") -> list[Row]:
    """List the follow-ups that are still to come."""
    rows = selectors.list_follow_ups(actor=actor)
    cards = casework.own_cases_by_id((row.closure.case_id for row in rows), actor=actor)
    return [
        follow_up_row(row, cards[row.closure.case_id].spoken_code)
        for row in rows
        if row.closure.case_id in cards
    ]


def request_rows(*, actor: "Actor") -> list[Row]:
    """List the requests with their clocks: codes of cases, never what a case holds."""
    rows = selectors.list_requests(actor=actor)
    cards = casework.own_cases_by_id((row.case_id for row in rows), actor=actor)
    return [request_row(row, cards) for row in rows]


def request_row(row: "PersonRequest", cards: "dict[UUID, casework.CaseCard]") -> Row:
    """Describe a request."""
    law = next((one for one in packs.current().lawbook.instruments if one.key == row.law), None)
    return {
        "id": row.pk,
        "code": cards[row.case_id].spoken_code if row.case_id in cards else "",
        "kind": row.get_kind_display(),
        "kind_code": row.kind,
        "way": row.get_way_display(),
        "taken": row.taken_at,
        "clock": _clock(row),
        "state": _state_of_request(row),
        "is_open": row.closed_at is None,
        "answer": row.get_answer_display() if row.answer else "",
        "refusal": row.get_refusal_display() if row.refusal else "",
        "law": law.short.in_language(_language()) if law else row.law,
        "answered": row.answered_at,
        "lifted": row.lifted_at,
    }


def retention_rows(*, actor: "Actor") -> list[Row]:
    """List what will be erased and when, and what is held back."""
    rows = selectors.list_announced(actor=actor)
    cards = casework.own_cases_by_id((row.case_id for row in rows), actor=actor)
    needed = selectors.still_needed(row.case_id for row in rows)
    return [
        kept_row(row) | {"code": cards[row.case_id].spoken_code, "waits": _waits(row, needed)}
        for row in rows
        if row.case_id in cards
    ]


def kept_row(row: "KeptFor") -> Row:
    """Describe what is kept for one purpose and will be erased."""
    purpose = packs.current().retention.get(row.purpose)
    return {
        "id": row.pk,
        "purpose": purpose.name.in_language(_language()) if purpose else row.purpose,
        "parts": parts_in_words(purpose.parts) if purpose else "",
        "closed": row.closed_at,
        "erase": row.erase_at,
        "hold": row.get_hold_display() if row.hold else "",
    }


def rules() -> list[Row]:
    """Say how long what is kept stays, by purpose, as the pack of the country has it."""
    return [_rule(one) for one in packs.current().retention.values()]


def handed_over_rows(*, actor: "Actor") -> list[Row]:
    """List what was handed over to the actor, each case with its facts: codes and clocks."""
    rows = selectors.handed_to(actor=actor)
    cards = casework.own_cases_by_id((row.case_id for row in rows), actor=actor)
    names = access.member_names(row.before_id for row in rows)
    return [_facts(row, cards[row.case_id], names, actor) for row in rows if row.case_id in cards]


def _facts(
    row: "Assignment", card: "casework.CaseCard", names: dict[int, str], actor: "Actor"
) -> Row:
    sent = referral.of_case(card.id, actor=actor)
    running = [one for one in sent if one.state in LIVE]
    ticking = [one.due_at for one in running if one.due_at is not None]
    return {
        "code": card.spoken_code,
        "case_id": card.id,
        "before": names.get(row.before_id or 0, ""),
        "at": row.at,
        "status": str(Protection(card.protection).label),
        "age": str(AgeBand(card.age_band).label),
        "danger": str(Danger(card.danger).label),
        "is_child": card.is_child,
        "is_closed": card.closed_at is not None,
        "touched": card.touched_at,
        "referrals": len(running),
        "next_due": min(ticking, default=None),
    }


def _assigned(row: "Assignment", names: dict[int, str]) -> Row:
    words = _("From %(before)s to %(after)s")
    named = {name: names.get(n or 0, "") for name, n in _pair(row)}
    return {"at": row.at, "words": words % named if named["before"] else named["after"]}


def _pair(row: "Assignment") -> "tuple[tuple[str, int | None], ...]":
    return (("before", row.before_id), ("after", row.after_id))


def _erased(row: "KeptFor") -> Row:
    return {"at": row.erased_at, "parts": parts_in_words(row.parts)}


def _waits(row: "KeptFor", needed: dict[UUID, str]) -> str:
    return str(Hold(needed[row.case_id]).label) if row.case_id in needed and not row.hold else ""


def _state_of_request(row: "PersonRequest") -> Row:
    if row.waits_for_second:
        return {"words": _("Waits for a second person"), "tone": "waiting"}
    if row.closed_at is None:
        is_late = row.due_at is not None and row.due_at <= clock.now()
        return {
            "words": pgettext("request", "Late") if is_late else pgettext("request", "Open"),
            "tone": "late" if is_late else "active",
        }
    return {"words": row.get_answer_display(), "tone": "closed"}


def _clock(row: "PersonRequest") -> Row:
    described = packs.current().clocks.get("subject_request")
    return {
        "name": described.name.in_language(_language()) if described else row.get_kind_display(),
        "due": row.due_at,
        "done": row.closed_at,
        "basis": described.basis if described else "unset",
        "legal_basis": None,
        "rests_on": described.rests_on if described else (),
        "status": described.provenance.status if described else "unset",
    }


def _rule(one: "Retention") -> Row:
    days = one.after_closure.days if one.after_closure else 0
    lasting = {
        "unset": _("Not set: kept until a lawyer sets it"),
        "kept": _("Kept for good: names nobody"),
    }
    years, rest = divmod(days, 365)
    time = ngettext("%(days)s day after closing", "%(days)s days after closing", days)
    if days and not rest:
        time = ngettext("%(years)s year after closing", "%(years)s years after closing", years)
    basis = {
        "law": one.legal_basis.in_language(_language()) if one.legal_basis else "",
        "working_value": _("Not set by law: a working value of the platform"),
    }
    return {
        "purpose": one.name.in_language(_language()),
        "parts": parts_in_words(one.parts),
        "time": lasting.get(one.basis) or time % {"days": days, "years": years},
        "basis": basis.get(one.basis, ""),
        "status": one.provenance.status,
        "rests_on": one.rests_on,
    }


def _language() -> str:
    return get_language() or packs.current().default_language
