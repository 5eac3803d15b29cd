"""What the pages of decisions, notes and claims show, gathered by who looks."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.access import api as access
from korgoo.access import policy
from korgoo.access.enums import Facet, Permission, Relation
from korgoo.casework import api as casework
from korgoo.casework import places
from korgoo.casework.enums import Procedural
from korgoo.countrypack import api as packs
from korgoo.determination import clocks, policies, selectors, services, totals
from korgoo.determination.enums import (
    OPEN,
    Conflict,
    DecisionState,
    Finding,
    Function,
    Material,
    Outcome,
    Rule,
)
from korgoo.lib.dates import long_day
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.api import StatusCard
    from korgoo.determination.models import BodyMember, NonPunishmentNote, Proceeding

Row = dict[str, Any]
COPIED = ("materials", "rule", "act", "means", "purpose", "outcome", "valid_until")
TONES = {
    DecisionState.PROPOSED: "waiting",
    DecisionState.REVIEWED: "waiting",
    DecisionState.DECIDED: "active",
    DecisionState.NOTIFIED: "good",
    DecisionState.APPEALED: "late",
    DecisionState.REDECIDED: "closed",
}


@dataclass(frozen=True, slots=True)
class OfCase:
    """What a case's page says of decisions, non-punishment and compensation, for one reader."""

    decisions: list[Row]
    notes: list[Row]
    totals: list[totals.Total]
    review_due: bool
    may_propose: bool
    may_note: bool
    sees_notes: bool
    sees_claims: bool
    may_claim: bool


def of_case(case_id: UUID, *, actor: "Actor") -> list[OfCase]:
    """Give one row for the page of a case; none when there is nothing for this reader."""
    try:
        card = casework.status_card(case_id, actor=actor, permission=Permission.DETERMINATION_VIEW)
    except NotFound:
        return []

    def may(permission: Permission) -> bool:
        return bool(policy.decide(actor, permission, card.relation))

    def may_still(permission: Permission) -> bool:
        return card.goes_on and may(permission)

    notes = selectors.list_notes(card, actor=actor)
    sees_claims = may(Permission.CLAIM_VIEW)
    may_note = may_still(Permission.NON_PUNISHMENT_MAKE)
    is_reviewed = any(row.made_at >= (card.procedural_at or row.made_at) for row in notes)
    found = OfCase(
        decisions=[_line(r, actor) for r in selectors.list_of_case(card, actor=actor)],
        notes=[_note_line(row, card, actor, may_give=may_note) for row in notes],
        totals=totals.of(selectors.list_claims(card, actor=actor)),
        review_due=policies.review_is_due(card.procedural, is_reviewed=is_reviewed),
        may_propose=may_still(Permission.DETERMINATION_MAKE),
        may_note=may_note,
        sees_notes=may(Permission.NON_PUNISHMENT_VIEW),
        sees_claims=sees_claims,
        may_claim=may_still(Permission.CLAIM_RECORD),
    )
    return [found]


def _note_line(row: Any, card: "StatusCard", actor: "Actor", *, may_give: bool) -> Row:
    """Show one note with those to whom it was given; only its maker and the owner give it on."""
    return {
        "row": row,
        "may_give": may_give and actor.organisation_id in {row.maker_id, card.owner_id},
        "result": row.get_result_display(),
        "given": [
            {
                "to": one.organisation.name if one.organisation else one.get_outside_display(),
                "how": one.get_how_display(),
                "on": one.given_on,
                "received": one.received_at,
            }
            for one in row.givings.all()
        ],
    }


def note_facts(row: "NonPunishmentNote") -> list[Row]:
    """List what a note says: codes and days, no story."""
    since = in_words(row.status_since or row.made_at)
    status = casework.protection_name(row.status)
    return [
        _fact(pgettext("of a note", "Made by"), row.maker.name),
        _fact(pgettext("of a letter", "Date"), row.made_at),
        _fact(pgettext("of a note", "Screened"), pgettext("answer", "Yes")),
        _fact(
            _("Status of the person"),
            _("%(status)s, since %(day)s") % {"status": status, "day": since},
        ),
        _fact(_("Acts that are held against the person"), row.acts_words),
        _fact(_("What the review comes to"), row.get_result_display()),
    ]


def page(row: "Proceeding", *, actor: "Actor") -> Row:
    """Gather the page of one decision: what the reader may see of it, and do with it."""
    card = casework.status_card(row.case_id, actor=actor, permission=Permission.DETERMINATION_VIEW)
    members = list(row.members.select_related("organisation"))
    is_body = row.body_id == actor.organisation_id
    sees_inside = is_body or card.relation is Relation.OWNER
    return {
        "row": row,
        "card": card,
        "state": row.get_state_display(),
        "tone": TONES[DecisionState(row.state)],
        "outcome": row.get_outcome_display(),
        "facts": facts(row) if sees_inside else coded(row),
        "members": [member_row(m, row, actor) for m in members] if sees_inside else [],
        "is_body": is_body,
        "sees_inside": sees_inside,
        "able": _able(row, members, card, actor) if not _is_aside(members, actor) else {},
        "is_aside": _is_aside(members, actor),
        "why_not": _why_not(row, members, actor) if is_body and row.state in OPEN else "",
        "may_open_reasons": selectors.may_read_reasons(row, actor=actor),
        "may_print": _may(Permission.DETERMINATION_NOTIFY, card, actor) and bool(row.decided_at),
        "appeal": appeal_words(row) if sees_inside else "",
    }


def coded(row: "Proceeding") -> list[Row]:
    """List what everybody who knows of a decision may read."""
    facts = [
        _fact(_("Deciding body"), row.body.name),
        _fact(pgettext("of a decision", "Decision"), row.get_outcome_display()),
        _fact(_("Decided on"), row.decided_at),
        _fact(pgettext("of a decision", "Valid until"), row.valid_until),
    ]
    return [fact for fact in facts if fact["value"]]


def facts(row: "Proceeding") -> list[Row]:
    """List the coded record of a decision for the body and the owner."""
    language = places.language_name(row.notified_language) if row.notified_language else ""
    facts = [
        *coded(row),
        _fact(pgettext("of a decision", "Rule"), Rule(row.rule).label),
        _fact(pgettext("element", "Act"), Finding(row.act).label),
        _fact(pgettext("element", "Means"), Finding(row.means).label),
        _fact(pgettext("element", "Purpose"), Finding(row.purpose).label),
        _fact(_("Materials seen"), "; ".join(str(Material(m).label) for m in row.materials)),
        _fact(
            _("Sealed parts opened by the body"),
            "; ".join(str(Facet(part).label) for part in row.parts_opened),
        ),
        _fact(_("The person was told"), row.notified_at),
        _fact(_("How told"), row.get_notified_how_display() if row.notified_how else ""),
        _fact(_("In which language"), language),
        _fact(_("Appealed"), row.appealed_at),
        _fact(_("By whom"), row.get_appealed_by_display() if row.appealed_by else ""),
    ]
    return [fact for fact in facts if fact["value"]]


def member_row(member: "BodyMember", row: "Proceeding", actor: "Actor") -> Row:
    """Show one seat: a colleague by name, to others by function and organisation alone."""
    is_colleague = member.user_id is not None and row.body_id == actor.organisation_id
    name = access.member_name(member.user_id or 0) if is_colleague else ""
    return {
        "member": member,
        "name": name,
        "function": member.get_function_display(),
        "organisation": member.organisation.name,
        "conflict": member.get_conflict_display(),
        "can_say": bool(policies.say_conflict(actor, row, member))
        and row.body_id == actor.organisation_id
        and member.conflict == Conflict.UNASKED,
        "can_dissent": bool(policies.dissent(actor, row, member))
        and row.body_id == actor.organisation_id,
    }


def appeal_words(row: "Proceeding") -> str:
    """Say until when an appeal is possible, or that no law known here sets it."""
    if row.decided_at is None:
        return ""
    described = packs.current().clocks.get(clocks.APPEAL)
    if described is None or not described.is_set:
        return _("The person may appeal. Time for an appeal: not set by law.")
    if row.appeal_until is None:
        return _("The person may appeal. The time runs from the day on which they are told.")
    return ""


def claims_page(case_id: UUID, *, actor: "Actor") -> Row:
    """Gather the claims of a case, their sums, and the offered move of the procedural status."""
    card = casework.status_card(case_id, actor=actor, permission=Permission.CLAIM_VIEW)
    claims = selectors.list_claims(card, actor=actor)
    has_award = any(claim.awarded for claim in claims)
    can_move = casework.may_move_procedural(case_id, Procedural.COMPENSATION, actor=actor)
    status_page = reverse("casework:status", args=[case_id])
    return {
        "card": card,
        "claims": [{"row": c, "received": totals.received(c)} for c in claims],
        "totals": totals.of(claims),
        "may": _may(Permission.CLAIM_RECORD, card, actor),
        "move": f"{status_page}?to=compensation#procedural" if has_award and can_move else "",
    }


def _line(row: "Proceeding", actor: "Actor") -> Row:
    is_hidden = row.state in OPEN and row.body_id != actor.organisation_id
    return {
        "id": row.pk,
        "body": row.body.name,
        "state": row.get_state_display(),
        "tone": TONES[DecisionState(row.state)],
        "at": row.decided_at or row.proposed_at,
        "outcome": "" if row.state in OPEN else str(Outcome(row.outcome).label),
        "href": "" if is_hidden else reverse("determination:decision", args=[row.pk]),
    }


def _able(
    row: "Proceeding", members: "list[BodyMember]", card: "StatusCard", actor: "Actor"
) -> dict[str, bool]:
    """Say which deeds the page offers."""
    is_body = row.body_id == actor.organisation_id
    may_make = is_body and _may(Permission.DETERMINATION_MAKE, card, actor)
    may_notify = _may(Permission.DETERMINATION_NOTIFY, card, actor)
    return {
        "revise": may_make and bool(policies.revise(actor, row, members)),
        "review": may_make and bool(policies.review(actor, row, members)),
        "decide": may_make and bool(policies.decide(actor, row, members)),
        "notify": may_notify and bool(policies.step(row, DecisionState.NOTIFIED)),
        "appeal": may_notify and bool(policies.step(row, DecisionState.APPEALED)),
        "renew": may_make and bool(policies.step(row, DecisionState.REDECIDED)),
    }


def _why_not(row: "Proceeding", members: "list[BodyMember]", actor: "Actor") -> str:
    """Say what the decision waits for."""
    asked = policies.review if row.state == DecisionState.PROPOSED else policies.decide
    return str(asked(actor, row, members).reason)


def _is_aside(members: "list[BodyMember]", actor: "Actor") -> bool:
    own = policies.seat_of(actor, members)
    return own is not None and own.conflict == Conflict.HAS


def _may(permission: Permission, card: "StatusCard", actor: "Actor") -> bool:
    return bool(policy.decide(actor, permission, card.relation))


def _fact(name: str, value: Any) -> Row:
    return {"name": name, "value": in_words(value)}


def in_words(value: Any) -> str:
    """Write a value as words: a moment as its day in the time zone of the country; none as nothing."""
    if isinstance(value, datetime):
        return long_day(timezone.localdate(value))
    return long_day(value) if isinstance(value, date) else str(value or "")


def list_of_body(*, actor: "Actor") -> list[Row]:
    """List the decisions of the actor's own body for its page."""
    return [
        _line(row, actor) | {"code": row.case.spoken_code}
        for row in selectors.list_of_body(actor=actor)
    ]


def proposed(row: "Proceeding", *, actor: "Actor") -> Row:
    """Lay what is proposed into the form; the reasons are opened for it, which leaves a row."""
    seats = list(row.members.all())
    chair = next((s.user_id for s in seats if s.function == Function.CHAIR), actor.user_id)
    outsiders = [s for s in seats if s.user_id is None]
    found: Row = {
        "chair": str(chair),
        "colleagues": [str(s.user_id) for s in seats if s.user_id not in (None, actor.user_id)],
        "reasons": services.open_reasons(row.pk, actor=actor).get("reasons", ""),
        **{name: getattr(row, name) for name in COPIED},
    }
    for number, seat in enumerate(outsiders, start=1):
        found |= {f"house_{number}": seat.organisation_id, f"function_{number}": seat.function}
    return found
