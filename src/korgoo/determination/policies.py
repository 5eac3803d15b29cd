"""Rules of a decision, a note and a claim. No queries, no request: facts in, verdict out."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.casework.enums import Procedural, Protection
from korgoo.determination.enums import (
    OPEN,
    VOTING,
    ClaimResult,
    Conflict,
    DecisionState,
    Finding,
    Function,
    Outcome,
    Rule,
)
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.determination.models import BodyMember, Proceeding

FEWEST_VOTES = 2
MOVED_ON = _("This decision has moved on meanwhile. Look at its page again: nothing was changed.")
# Helped as a victim: only then does a note say so to others.
HELPED = frozenset({Protection.PRESUMED, Protection.IDENTIFIED})


def rule_for(*, is_child: bool, chosen: Rule) -> Rule:
    """Choose the rule: in doubt the person is a child, and then nobody chooses."""
    return Rule.CHILD if is_child else chosen


def means_for(rule: Rule, found: Finding) -> Finding:
    """Say what stands of the means: for a child they are not needed, whatever was found."""
    return Finding.NOT_NEEDED if rule is Rule.CHILD else found


def findings_fit(
    rule: Rule, act: Finding, means: Finding, purpose: Finding, outcome: Outcome
) -> Verdict:
    """The decision follows from the findings; whether they are right, only the body can say."""
    if rule is Rule.ADULT and means is Finding.NOT_NEEDED:
        return Verdict(_("For an adult, say what was found of the means."))
    needed = (act, purpose) if rule is Rule.CHILD else (act, means, purpose)
    are_all_shown = all(found is Finding.SHOWN for found in needed)
    if outcome is Outcome.IDENTIFIED and not are_all_shown:
        return Verdict(_("To identify, each element that the rule asks for must be shown."))
    if outcome is Outcome.NOT_IDENTIFIED and are_all_shown:
        return Verdict(_("Every element is shown: that does not fit with not identifying."))
    return ALLOWED


def composition(functions: Iterable[Function]) -> Verdict:
    """A body decides with two votes at least, one of them its chair's."""
    chosen = list(functions)
    if sum(function in VOTING for function in chosen) < FEWEST_VOTES:
        return Verdict(_("At least two who vote must sit on a decision. Add a member."))
    if chosen.count(Function.CHAIR) != 1:
        return Verdict(_("Name one chair."))
    return ALLOWED


def seat_of(actor: "Actor", members: "Iterable[BodyMember]") -> "BodyMember | None":
    """Find the actor's own seat."""
    return next((m for m in members if m.user_id == actor.user_id), None)


def sits(actor: "Actor", members: "Iterable[BodyMember]") -> Verdict:
    """Only who sits on the decision, and has said that no interest is in the way, works on it."""
    seat = seat_of(actor, members)
    if seat is None:
        return Verdict(_("You do not sit on this decision."))
    if seat.conflict == Conflict.HAS:
        return Verdict(_("You have stepped aside from this decision."))
    if seat.conflict != Conflict.NONE:
        return Verdict(_("First say whether you have a conflict of interest."))
    return ALLOWED


def say_conflict(actor: "Actor", proceeding: "Proceeding", member: "BodyMember") -> Verdict:
    """Each speaks for themselves, before the decision; for who has no account the body writes it down."""
    if proceeding.state not in OPEN:
        return Verdict(MOVED_ON)
    if member.user_id is not None and member.user_id != actor.user_id:
        return Verdict(_("Each member says this for themselves."))
    return ALLOWED


def revise(actor: "Actor", proceeding: "Proceeding", members: "Iterable[BodyMember]") -> Verdict:
    """What is proposed may change until it is decided."""
    return sits(actor, members) if proceeding.state in OPEN else Verdict(MOVED_ON)


def review(actor: "Actor", proceeding: "Proceeding", members: "Iterable[BodyMember]") -> Verdict:
    """A second person reviews: not the one whose proposal it is."""
    if not proceeding.can_become(DecisionState.REVIEWED):
        return Verdict(MOVED_ON)
    if proceeding.proposed_by_id == actor.user_id:
        return Verdict(_("Another member must review what you proposed."))
    return sits(actor, members)


def decide(actor: "Actor", proceeding: "Proceeding", members: "Iterable[BodyMember]") -> Verdict:
    """Decided is what was reviewed, when everybody has spoken of conflicts and two may still vote."""
    if not proceeding.can_become(DecisionState.DECIDED):
        return Verdict(MOVED_ON)
    seats = list(members)
    if any(seat.conflict == Conflict.UNASKED for seat in seats):
        return Verdict(
            _("Not every member has said yet whether they have a conflict of interest.")
        )
    free = [s for s in seats if s.conflict == Conflict.NONE and s.function in VOTING]
    if len(free) < FEWEST_VOTES:
        return Verdict(_("Too many have stepped aside: two who vote must remain."))
    authors = {proceeding.proposed_by_id, proceeding.reviewed_by_id}
    if not authors <= {seat.user_id for seat in seats if seat.conflict == Conflict.NONE}:
        return Verdict(_("Who proposed or reviewed has stepped aside. Revise it and review anew."))
    return sits(actor, seats)


def dissent(actor: "Actor", proceeding: "Proceeding", member: "BodyMember") -> Verdict:
    """Who votes may put another opinion beside the decision, until the person was told."""
    if proceeding.state not in OPEN | {DecisionState.DECIDED}:
        return Verdict(MOVED_ON)
    if member.user_id is not None and member.user_id != actor.user_id:
        return Verdict(_("Each member says this for themselves."))
    if member.conflict != Conflict.NONE or member.function not in VOTING:
        return Verdict(_("Only who votes on this decision can dissent."))
    return ALLOWED


def step(proceeding: "Proceeding", state: DecisionState) -> Verdict:
    """Telling the person and appealing need the state before them."""
    return ALLOWED if proceeding.can_become(state) else Verdict(MOVED_ON)


def open_reasons(actor: "Actor", proceeding: "Proceeding", *, is_owner: bool) -> Verdict:
    """The body reads its reasons; the owner reads them once it is decided."""
    if proceeding.body_id == actor.organisation_id:
        return ALLOWED
    if is_owner and proceeding.state not in OPEN:
        return ALLOWED
    return Verdict(_("Only the deciding body and the owner of the case read the reasons."))


def make_note(protection: str) -> Verdict:
    """A note speaks for who is presumed or identified a victim; first somebody must presume."""
    if protection in HELPED:
        return ALLOWED
    return Verdict(
        _("The person is not presumed a victim now. Screen first: then the note can say so.")
    )


def review_is_due(procedural: str, *, is_reviewed: bool) -> bool:
    """A suspect's case waits for the review of non-punishment, until one is recorded."""
    return procedural == Procedural.SUSPECT and not is_reviewed


def decide_claim(result: ClaimResult, claimed: Decimal, awarded: Decimal | None) -> Verdict:
    """An award names its amount; in part is less than was claimed; a refusal names none."""
    has_award = result in (ClaimResult.AWARDED, ClaimResult.PARTLY)
    if has_award and not awarded:
        return Verdict(_("Write the amount that was awarded."))
    if not has_award and awarded:
        return Verdict(_("Nothing is awarded by this result. Leave the amount empty."))
    if result is ClaimResult.PARTLY and awarded and awarded >= claimed:
        return Verdict(_("This is the whole amount claimed: choose “Awarded”."))
    return ALLOWED
