"""Who may do what with a referral. No queries, no request: facts in, verdict out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.casework.enums import Scope
from korgoo.lib.verdict import ALLOWED, Verdict
from korgoo.referral.enums import LIVE, RETURNED, Deed, ReferralState
from korgoo.referral.enums import ReferralState as S

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.referral.models import Referral


@dataclass(frozen=True, slots=True)
class Step:
    """A deed's permission, the states it starts from, and those it may lead to (none: it stays).

    ``on_paper``: the permission by which the sender records it for a receiver that is not connected.
    """

    permission: Permission
    states: frozenset[ReferralState]
    to: frozenset[ReferralState] = frozenset()
    on_paper: Permission | None = None


_SEND, _ANSWER = Permission.REFERRAL_SEND, Permission.REFERRAL_ANSWER
_TO_ANSWER = frozenset({S.RECEIVED})
DEEDS: dict[Deed, Step] = {
    Deed.SEND: Step(_SEND, frozenset({S.DRAFT}), frozenset({S.SENT})),
    Deed.ACKNOWLEDGE: Step(_ANSWER, frozenset({S.SENT}), frozenset({S.RECEIVED}), _SEND),
    Deed.ACCEPT: Step(_ANSWER, _TO_ANSWER, frozenset({S.ACCEPTED}), _SEND),
    Deed.DECLINE: Step(
        _ANSWER,
        frozenset({S.RECEIVED, S.NEEDS_INFORMATION, S.ACCEPTED}),
        frozenset({S.DECLINED}),
        _SEND,
    ),
    Deed.ASK: Step(_ANSWER, _TO_ANSWER, frozenset({S.NEEDS_INFORMATION}), _SEND),
    Deed.START: Step(_ANSWER, frozenset({S.ACCEPTED}), frozenset({S.IN_SERVICE}), _SEND),
    Deed.REPORT: Step(_ANSWER, frozenset({S.IN_SERVICE}), frozenset({S.COMPLETED}), _SEND),
    Deed.INFORM: Step(_SEND, frozenset({S.NEEDS_INFORMATION}), frozenset({S.RECEIVED})),
    Deed.WITHDRAW: Step(_SEND, (LIVE | {S.DRAFT}) - {S.COMPLETED}, frozenset({S.WITHDRAWN})),
    Deed.CONFIRM: Step(
        Permission.REFERRAL_CONFIRM,
        frozenset({S.COMPLETED}),
        frozenset({S.CONFIRMED, S.IN_SERVICE}),
    ),
    Deed.NOTE: Step(_SEND, RETURNED),
    Deed.CODE: Step(_SEND, LIVE),
    Deed.SHARE: Step(_SEND, LIVE),
}


def relation_of(actor: "Actor", referral: "Referral") -> Relation:
    """Say what the actor's organisation is to a referral; the closest relation counts."""
    if actor.organisation_id == referral.sender_id:
        return Relation.OWNER
    if actor.organisation_id == referral.receiver_id:
        return Relation.RECEIVER
    return Relation.COORDINATOR if actor.is_coordinator else Relation.NONE


def entitle(actor: "Actor", referral: "Referral", deed: Deed) -> Verdict:
    """A deed needs its permission as sender or receiver; on paper the sender records answers too."""
    step, relation = DEEDS[deed], relation_of(actor, referral)
    verdict = policy.decide(actor, step.permission, relation)
    if not verdict and step.on_paper is not None and referral.is_on_paper:
        return policy.decide(actor, step.on_paper, relation)
    return verdict


def act(actor: "Actor", referral: "Referral", deed: Deed) -> Verdict:
    """Besides being entitled, a deed needs a state that it starts from, and the right speaker."""
    verdict = entitle(actor, referral, deed)
    if not verdict:
        return verdict
    step = DEEDS[deed]
    is_told = step.on_paper is not None and relation_of(actor, referral) is Relation.OWNER
    if is_told and not referral.is_answered_by_sender:
        return Verdict(
            _("This organisation answers here itself now. Look at the page: nothing was changed.")
        )
    if referral.state not in step.states or _is_done(referral, deed):
        return Verdict(
            _("This referral has moved on meanwhile. Look at its page again: nothing was changed.")
        )
    return ALLOWED


def deeds(actor: "Actor", referral: "Referral") -> frozenset[Deed]:
    """List what this person can do with a referral now."""
    return frozenset(deed for deed in Deed if act(actor, referral, deed))


def arrive(actor: "Actor", referral: "Referral") -> Verdict:
    """Say whether the receiver may let somebody take one of its places: after accepting, not before."""
    verdict = policy.decide(actor, Permission.REFERRAL_ANSWER, relation_of(actor, referral))
    if verdict and referral.state not in {S.ACCEPTED, S.IN_SERVICE}:
        return Verdict(_("A place is taken after the referral was accepted."))
    return verdict


def _is_done(referral: "Referral", deed: Deed) -> bool:
    """Tell whether a deed that moves nothing has no place any more.

    Taking note happens once, and of what had been sent; a draft thrown away never came back. Parts
    are shared afterwards only when sending could not share them.
    """
    if deed is Deed.SHARE:
        return not referral.is_on_paper or referral.shared_at is not None
    never_sent = referral.sent_at is None
    return deed is Deed.NOTE and (never_sent or referral.noted_at is not None)


def refer(agreed: "frozenset[Scope]") -> Verdict:
    """Nobody is referred without agreeing to it."""
    if Scope.REFERRAL in agreed:
        return ALLOWED
    return Verdict(_("The person has not agreed that this organisation is asked. Ask first."))
