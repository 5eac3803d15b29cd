"""Rules of a case. No queries, no request: facts in, verdict out."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Facet, Mandate, Permission, Relation, Role
from korgoo.casework.enums import (
    AWAY,
    ENDED,
    ONLY_WHEN_CLOSED,
    PROCEDURAL_MOVES,
    PROTECTION_GROUNDS,
    Decision,
    Procedural,
    ProceduralGround,
    Protection,
    ProtectionGround,
    Scope,
)
from korgoo.casework.grounds import (
    PARTS_FOR,
    PURPOSES_OF,
    Capacity,
    Decider,
    Purpose,
    ShareGround,
)
from korgoo.countrypack import api as packs
from korgoo.lib.verdict import ALLOWED, Verdict

# What may still be done with a closed case: read it, in an emergency too, answer what was asked
# before, take consent back, mark a conflict of interest.
STAYS = frozenset(
    {"answer", "break", "confirm", "list", "mark", "open", "view", "watch", "withdraw"}
)

if TYPE_CHECKING:
    from datetime import datetime

    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case, CaseClock


def relation_of(actor: "Actor", *, owner_id: int, is_party: bool) -> Relation:
    """Say what the actor's organisation is to a case; the closest relation counts."""
    if actor.organisation_id == owner_id:
        return Relation.OWNER
    if is_party:
        return Relation.RECEIVER
    return Relation.COORDINATOR if actor.is_coordinator else Relation.NONE


def go_on(case: "Case", permission: Permission) -> Verdict:
    """Nothing new is done with a closed or restricted case, but for what closing itself is about.

    Reopening, follow-ups and requests of the person are deeds of the mission ``closing``.
    """
    mission, _record, verb = permission.split(":")
    if mission == "closing" or verb in STAYS:
        return ALLOWED
    if case.closed_at is not None:
        return Verdict(_("The case is closed: nothing new is written. Reopen it first."))
    if case.restricted_at is not None:
        return Verdict(_("The person asked that nothing more is done with what is kept here."))
    return ALLOWED


def open_facet(actor: "Actor", relation: Relation, facet: Facet) -> Verdict:
    """Who may open a sealed part: the table, and consent on top for everybody but the owner."""
    return policy.decide(actor, Permission.FACET_OPEN, relation, facet)


def write_facet(actor: "Actor", relation: Relation, facet: Facet) -> Verdict:
    """Who may write a sealed part: the owner's members whose role and mandate reach it."""
    return policy.decide(actor, Permission.FACET_WRITE, relation, facet)


def break_glass(actor: "Actor", relation: Relation, facet: Facet) -> Verdict:
    """In an emergency a front-line member of a party may open what its organisation holds.

    Never an investigating body what is told for care: no emergency makes police a doctor.
    """
    if Mandate.INVESTIGATE in actor.mandates and facet in policy.CLOSED_TO_INVESTIGATORS:
        return Verdict(_("Your organisation may not read this part."))
    return policy.decide(actor, Permission.GLASS_BREAK, relation)


def purposes_offered(mandates: frozenset[str]) -> list[Purpose]:
    """Say for which purposes a person may be asked about an organisation; the likeliest first."""
    held = frozenset(Mandate(name) for name in mandates)
    return [p for p in Purpose if PURPOSES_OF[p] & held] or [Purpose.HELP]


def gate(purpose: Purpose) -> Scope:
    """Name the question on which every other answer for a purpose hangs."""
    return Scope.STATISTICS if purpose is Purpose.RESEARCH else Scope.REFERRAL


def scopes_offered(mandates: frozenset[str], purpose: Purpose | None = None) -> frozenset[Scope]:
    """Say what a person may be asked about an organisation: the gate, and what it could read.

    Args:
        mandates: Of the organisation.
        purpose: Only what this purpose ever needs; None for what any purpose may ask.
    """
    purposes = [purpose] if purpose else purposes_offered(mandates)
    reach = policy.facets_by_consent(frozenset(Mandate(name) for name in mandates))
    parts = frozenset[Facet]().union(*(PARTS_FOR[p] for p in purposes)) & reach
    return frozenset({*map(gate, purposes), *(Scope(part.value) for part in parts)})


def share_without_consent(
    case: "Case",
    ground: ShareGround,
    facets: frozenset[Facet],
    *,
    mandates: frozenset[str],
    has_legal_basis: bool,
) -> Verdict:
    """Sharing without consent never reaches further than consent could, and police need the law.

    Args:
        case: Which one.
        ground: Why.
        facets: What is to be shared.
        mandates: Of the recipient.
        has_legal_basis: Does the country pack name the law on which this ground rests?
    """
    held = frozenset(Mandate(name) for name in mandates)
    if not facets or facets - policy.facets_by_consent(held):
        return Verdict(_("This organisation may not read that part, whatever the ground."))
    if ground is ShareGround.CHILD and not case.is_child:
        return Verdict(_("The person is not a child by the coded facts. Choose another ground."))
    is_by_law = ground is ShareGround.DUTY and has_legal_basis
    if Mandate.INVESTIGATE in held and Facet.CRIME in facets and not is_by_law:
        return Verdict(
            _("Facts of the offence go to investigators by consent, or where a law is named.")
        )
    return ALLOWED


def second_person(first_id: int, actor: "Actor") -> Verdict:
    """What one person proposed, another decides."""
    if actor.user_id == first_id:
        return Verdict(_("Another person must decide: whoever proposed it cannot."))
    return ALLOWED


# Papers of health stand with health, evidence with the facts of the offence, the rest by itself.
WITH_PAPERS = (Facet.DOCUMENTS, Facet.HEALTH, Facet.CRIME)


def keep_papers(actor: "Actor", part: Facet) -> Verdict:
    """Papers are kept in three parts, by an owner that may write there."""
    if part not in WITH_PAPERS:
        return Verdict(_("No papers are kept in this part."))
    return policy.decide(actor, Permission.FACET_WRITE, Relation.OWNER, part)


def moves_by_hand(case: "Case", *, stood: Protection | None = None) -> list[Protection]:
    """List the moves that a case worker may record: the person leaves, is lost, or comes back.

    Presuming follows from a card, official identification from the deciding body. Who comes back
    is presumed a victim again, or identified, only when they were before.

    Args:
        case: The case as it stands.
        stood: Where it stood before the person left, if that is known.
    """
    by_hand = set(AWAY)
    if case.protection in AWAY:
        by_hand |= {Protection.CONTACT, Protection.AT_RISK}
        by_hand |= {Protection.PRESUMED} if case.decision == Decision.PRESUMED else set()
        by_hand |= {stood} if stood else set()
    return [status for status in Protection if status in by_hand and case.can_become(status)]


def change_protection(
    case: "Case",
    status: Protection,
    *,
    ground: ProtectionGround | None = None,
    stood: Protection | None = None,
) -> Verdict:
    """Only the moves in the table that are made by hand, on a ground that fits where they lead."""
    if status not in moves_by_hand(case, stood=stood):
        return Verdict(_("The protection status cannot change in this way."))
    if ground is not None and ground not in PROTECTION_GROUNDS[status]:
        return Verdict(_("This ground does not fit the new status. Choose another one."))
    return ALLOWED


def decide_status(case: "Case", status: Protection) -> Verdict:
    """A decision moves the status of a person who is there; it may also confirm what stands."""
    if case.protection in AWAY:
        return Verdict(
            _("The person withdrew, or contact was lost: no decision is taken while that stands.")
        )
    if status == case.protection or case.can_become(status):
        return ALLOWED
    return Verdict(_("The protection status cannot change in this way."))


def procedural_moves(case: "Case") -> list[Procedural]:
    """List where the procedural status may go from here, in the order of the list."""
    following = PROCEDURAL_MOVES[Procedural(case.procedural)]
    return [status for status in Procedural if status in following]


def change_procedural(case: "Case", status: Procedural, ground: ProceduralGround) -> Verdict:
    """Only the moves in the table; some grounds fit only an end or a new beginning."""
    if status not in procedural_moves(case):
        return Verdict(_("The status in proceedings cannot change in this way."))
    is_end_only = ground in ONLY_WHEN_CLOSED and status != Procedural.CLOSED
    is_reopened = ground is ProceduralGround.REOPENED
    if is_end_only or (is_reopened and case.procedural not in ENDED):
        return Verdict(_("This ground does not fit the new status. Choose another one."))
    return ALLOWED


def follows_card(case: "Case", status: Protection) -> bool:
    """Tell whether an officer's decision after a card moves the status: it sets no decision aside.

    Who was not identified may be presumed again on new signs; who is identified stays so.
    """
    return case.protection != Protection.IDENTIFIED and case.can_become(status)


def record_procedural(actor: "Actor", relation: Relation, shared: frozenset[Facet]) -> Verdict:
    """Who records where the person stands in proceedings.

    The owner may; a body that investigates only while the facts of the offence are shared with it,
    because the person agrees or an exception of the law lets it know them.
    """
    verdict = policy.decide(actor, Permission.PROCEDURAL_RECORD, relation)
    if verdict and relation is not Relation.OWNER and Facet.CRIME not in shared:
        return Verdict(_("The person did not agree to share this with your organisation."))
    return verdict


def decide_after_screening(actor: "Actor", decision: Decision) -> Verdict:
    """Presuming a victim needs the mandate; the other conclusions do not."""
    if decision is Decision.PRESUMED and Mandate.PRESUME not in actor.mandates:
        return Verdict(
            _("Your organisation has no mandate to presume. Refer the person for identification.")
        )
    return ALLOWED


def record_consent(case: "Case", *, guardian_agreed: bool | None, recipient_id: int) -> Verdict:
    """A child's consent needs the guardian's answer beside it; nobody consents to the owner."""
    if recipient_id == case.owner_id:
        return Verdict(_("Choose another organisation than your own."))
    if case.is_child and guardian_agreed is None:
        return Verdict(_("For a child, say whether the guardian agreed or there is none."))
    return ALLOWED


def decide_for(capacity: Capacity, decider: Decider | None) -> Verdict:
    """Who cannot decide has somebody who decided, and it is written down who."""
    if capacity is Capacity.UNABLE and decider is None:
        return Verdict(_("Say who decided for the person."))
    return ALLOWED


def mark_conflict(actor: "Actor", user_id: int) -> Verdict:
    """Everybody closes a case to themselves; only the head closes it to somebody else."""
    if actor.user_id == user_id or Role.HEAD in actor.roles:
        return ALLOWED
    return Verdict(_("Only the head of the case workers closes a case to somebody else."))


def lift_conflict(actor: "Actor") -> Verdict:
    """The head proposes to lift; a second person agrees."""
    return ALLOWED if Role.HEAD in actor.roles else Verdict(_("The head proposes it first."))


def watches_exceptions(actor: "Actor") -> bool:
    """Tell whether this member watches over exceptions in the whole mechanism, not at home alone."""
    is_officer = Role.DATA_PROTECTION_OFFICER in actor.roles
    return is_officer and Mandate.COORDINATE in actor.mandates


def first_wake(key: str, started_at: "datetime", due_at: "datetime | None") -> "datetime | None":
    """Say when the first person is to be woken for a clock; None when no end is set."""
    if due_at is None:
        return None
    pack = packs.current()
    described = pack.clocks.get(key)
    near = described.warn_before if described else None
    return pack.reminders.moments(due_at, started_at, approaching=near)[0]


def keep_clock(actor: "Actor", relation: Relation, clock: "CaseClock") -> Verdict:
    """The owner keeps every clock of its case but those of referrals; others those of their duties."""
    verdict = policy.decide(actor, Permission.CLOCK_KEEP, relation)
    if not verdict:
        return verdict
    if clock.referral_id is not None:
        return Verdict(_("This time limit belongs to a referral and follows its answers."))
    if relation is not Relation.OWNER and clock.responsible_id != actor.organisation_id:
        return Verdict(_("This time limit is another organisation's."))
    return ALLOWED


def pause_clock(clock: "CaseClock") -> Verdict:
    """A clock stands still only where the country lets it, and once at a time."""
    if clock.paused_at is not None:
        return Verdict(_("This time limit is paused already."))
    described = packs.current().clocks.get(clock.key)
    if described is None or not described.may_pause:
        return Verdict(_("This time limit cannot be paused: the rules of the country say no."))
    return ALLOWED


def resume_clock(clock: "CaseClock") -> Verdict:
    """Only what stands still can go on."""
    if clock.paused_at is None:
        return Verdict(_("This time limit is not paused: it runs."))
    return ALLOWED


def extend_clock(
    clock: "CaseClock", ground: str, *, until: "datetime", now: "datetime"
) -> Verdict:
    """A later end needs a ground of the country, and lies after the end that stands and after now."""
    described = packs.current().clocks.get(clock.key)
    grounds = {one.key for one in described.extensions} if described else set()
    if ground not in grounds or clock.due_at is None:
        return Verdict(_("This time limit cannot be extended on this ground."))
    if clock.paused_at is not None:
        return Verdict(_("This time limit is paused. Let it go on before you extend it."))
    if until <= max(clock.due_at, now):
        return Verdict(_("The new end must be later than the one that stands, and not past."))
    return ALLOWED
