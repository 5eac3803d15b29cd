"""What nobody could offer: noted in one tap, or when everybody declined."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access.enums import Event, Permission
from korgoo.casework import api as casework
from korgoo.countrypack import api as packs
from korgoo.directory import api as directory
from korgoo.directory.api import GapFacts, Seeker
from korgoo.directory.enums import GapReason
from korgoo.lib.errors import DomainError, NotFound
from korgoo.referral.enums import LIVE, DeclineReason, ReferralState
from korgoo.referral.models import Referral
from korgoo.referral.seekers import seeker_of

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

# A no that says that the help itself is missing, not that something else stands in the way.
MISSING = frozenset({DeclineReason.NO_PLACE, DeclineReason.WRONG_PROFILE})


@transaction.atomic
def note_gap(case_id: UUID, kind: str, seeker: Seeker, *, actor: "Actor") -> bool:
    """Note that nobody can give a person this help. Codes only.

    Args:
        case_id: A case of the actor's organisation.
        kind: Which help.
        seeker: Who needs it, in coded facts.
        actor: Who looked for it.

    Returns:
        False when it was noted this month before.

    Raises:
        NotFound: Not an own case, or no such kind of help.
        DomainError: Somebody fits: there is no gap as long as they were not asked.
    """
    casework.case_card(case_id, actor=actor, permission=Permission.REFERRAL_SEND)
    offered = access.offer(_mandate(kind), actor=actor)
    found = directory.suggest(kind, seeker, [card.id for card in offered])
    reason = directory.gap_reason(found.values())
    if reason is None:
        raise DomainError(_("Somebody fits now. Look at the list again: nothing was noted."))
    facts = _facts(case_id, actor.organisation_id, kind, seeker, reason)
    return _note(facts, actor=actor)


def note_when_everybody_declined(referral: Referral) -> None:
    """Note a gap when this no was the last one: all who say they give such help had no place for them.

    The trace of the no has locked the case, so that of two last ones at once the second sees the
    first. Called in the transaction of the no.
    """
    if referral.decline_reason not in MISSING or not _all_declined(referral):
        return
    facts = _facts(
        referral.case_id,
        referral.sender_id,
        referral.kind,
        seeker_of(referral),
        GapReason.DECLINED,
    )
    _note(facts, actor=None)


def _all_declined(referral: Referral) -> bool:
    same = Referral.objects.filter(
        case_id=referral.case_id, kind=referral.kind, sender_id=referral.sender_id
    )
    if same.filter(state__in=LIVE).exists():
        return False
    noes = same.filter(state=ReferralState.DECLINED, decline_reason__in=MISSING)
    asked = set(noes.values_list("receiver_id", flat=True))
    return directory.providers_of(referral.kind) - {referral.sender_id} <= asked


def _note(facts: GapFacts, *, actor: "Actor | None") -> bool:
    is_new = directory.record_gap(facts, actor=actor)
    if is_new:
        # "Other" is the owner itself: receivers read only steps that concern no third body, and
        # which help could not be found is not theirs to know.
        casework.leave_trace(
            Event.GAP_RECORDED,
            facts.case_id,
            actor=actor,
            other_id=facts.organisation_id,
            detail=facts.kind,
        )
    return is_new


def _facts(case_id: UUID, owner_id: int, kind: str, seeker: Seeker, reason: str) -> GapFacts:
    return GapFacts(
        case_id=case_id,
        organisation_id=owner_id,
        kind=kind,
        group=seeker.group or "",
        region=seeker.region,
        urgency=seeker.urgency,
        reason=reason,
        people=seeker.people,
    )


def _mandate(kind: str) -> str:
    for one in packs.current().referral_types:
        if one.key == kind:
            return one.needs_mandate
    raise NotFound(_("There is no such kind of help."))
