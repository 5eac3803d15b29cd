"""For what, to whom and by whom consent is given; what is shared without it."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Facet, Mandate
from korgoo.casework.enums import Scope
from korgoo.casework.grounds import PARTS_FOR, PURPOSES_OF, Capacity, Decider, Purpose, ShareGround
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case


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
