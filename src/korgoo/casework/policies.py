"""Rules of a case. No queries, no request: facts in, verdict out."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Facet, Mandate, Permission, Relation
from korgoo.casework.enums import Decision, Protection, Scope
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case


def relation_of(actor: "Actor", *, owner_id: int, is_party: bool) -> Relation:
    """Say what the actor's organisation is to a case; the closest relation counts."""
    if actor.organisation_id == owner_id:
        return Relation.OWNER
    if is_party:
        return Relation.RECEIVER
    return Relation.COORDINATOR if actor.is_coordinator else Relation.NONE


def open_facet(actor: "Actor", relation: Relation, facet: Facet) -> Verdict:
    """Who may open a sealed part: the table, and consent on top for everybody but the owner."""
    return policy.decide(actor, Permission.FACET_OPEN, relation, facet)


def scopes_offered(mandates: frozenset[str]) -> frozenset[Scope]:
    """Say what a person may be asked about an organisation: the referral, and what it could read."""
    parts = policy.facets_by_consent(frozenset(Mandate(name) for name in mandates))
    return frozenset({Scope.REFERRAL, *(Scope(part.value) for part in parts)})


# Papers of health stand with health, evidence with the facts of the offence, the rest by itself.
WITH_PAPERS = (Facet.DOCUMENTS, Facet.HEALTH, Facet.CRIME)


def keep_papers(actor: "Actor", part: Facet) -> Verdict:
    """Papers are kept in three parts, by an owner that may write there."""
    if part not in WITH_PAPERS:
        return Verdict(_("No papers are kept in this part."))
    return policy.decide(actor, Permission.FACET_WRITE, Relation.OWNER, part)


def moves_by_hand(case: "Case") -> list[Protection]:
    """List the moves that a case worker may record: the person leaves, is lost, or comes back.

    Presuming follows from a card, official identification from the deciding body. Who comes back
    is presumed a victim again only when they were before.
    """
    by_hand = {Protection.WITHDRAWN, Protection.LOST_CONTACT}
    if case.protection in by_hand:
        by_hand |= {Protection.CONTACT, Protection.AT_RISK}
        by_hand |= {Protection.PRESUMED} if case.decision == Decision.PRESUMED else set()
    return [status for status in Protection if status in by_hand and case.can_become(status)]


def change_protection(case: "Case", status: Protection) -> Verdict:
    """Only the moves in the table that are made by hand."""
    if status in moves_by_hand(case):
        return ALLOWED
    return Verdict(_("The protection status cannot change in this way."))


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
