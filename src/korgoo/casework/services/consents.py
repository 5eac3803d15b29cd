from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access.enums import Event, Facet, Permission
from korgoo.casework import facets, policies, selectors, signals
from korgoo.casework.enums import ConsentAge, Scope
from korgoo.casework.models import Case, CaseParty, ConsentAct, ConsentScope, FacetWrap
from korgoo.casework.traces import leave
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class ConsentTalk:
    """What was said in one talk about sharing with one organisation."""

    recipient_id: int
    given: frozenset[Scope]
    language: str
    proof: str
    told: tuple[str, ...] = ()
    had_interpreter: bool = False
    guardian_agreed: bool | None = None
    lasts: ConsentAge = ConsentAge.OPEN


@transaction.atomic
def record_consent(case_id: UUID, talk: ConsentTalk, *, actor: "Actor") -> ConsentAct:
    """Record what a person agrees to share with one organisation, and what they refuse.

    The newest talk counts: what an earlier one gave and this one does not is closed at once.

    Raises:
        NotFound: Not an own case.
        Forbidden: The recipient is the owner, or a child's guardian was not asked.
        DomainError: Parts are agreed to without agreeing to the referral they belong to, or the
            recipient's mandate does not reach them.
    """
    case = selectors.get_case(
        case_id, actor=actor, permission=Permission.CONSENT_RECORD, lock=True
    )
    policies.record_consent(
        case, guardian_agreed=talk.guardian_agreed, recipient_id=talk.recipient_id
    ).require()
    if talk.given and Scope.REFERRAL not in talk.given:
        raise DomainError(_("Without the referral itself, nothing else can be shared."))
    offered = policies.scopes_offered(access.card(talk.recipient_id).mandates)
    if talk.given - offered:
        raise DomainError(
            _("This organisation may not read that part, whatever the person agrees to.")
        )
    act = _store(case, talk, offered, actor)
    # All that is not agreed to now, whether an earlier agreement stands, ran out or never was.
    _close(case, frozenset(Scope) - talk.given, talk.recipient_id, actor)
    _open(case, talk.given, talk.recipient_id, actor)
    facets.rekey(case, actor=actor)
    leave(Event.CONSENT_RECORDED, case, actor=actor, other_id=talk.recipient_id)
    return act


@transaction.atomic
def withdraw_consent(
    case_id: UUID, scopes: frozenset[Scope], *, recipient_id: int, actor: "Actor"
) -> frozenset[Scope]:
    """Take consent back: the recipient's keys go, the parts get new ones, the recipient is told.

    Taking back the referral takes back everything shared with that organisation.

    Args:
        case_id: An own case.
        scopes: What the person takes back.
        recipient_id: From whom.
        actor: Who records it.

    Returns:
        What was taken back; empty when nothing of it was in force.

    Raises:
        NotFound: Not an own case.
    """
    case = selectors.get_case(
        case_id, actor=actor, permission=Permission.CONSENT_RECORD, lock=True
    )
    wanted = frozenset(Scope) if Scope.REFERRAL in scopes else scopes
    gone = wanted & selectors.scopes_in_force(case, recipient_id=recipient_id)
    if not gone:
        # An agreement that ran out may have left something open: taking back closes that too.
        _close(case, wanted, recipient_id, actor)
        return frozenset()
    ConsentScope.objects.in_force(clock.now()).filter(
        act__case=case, act__recipient_id=recipient_id, scope__in=gone
    ).update(withdrawn_at=clock.now(), withdrawn_by_id=actor.user_id)
    _close(case, gone, recipient_id, actor)
    leave(
        Event.CONSENT_WITHDRAWN,
        case,
        actor=actor,
        other_id=recipient_id,
        detail=",".join(sorted(gone)),
    )
    return gone


@transaction.atomic
def close_expired_consents() -> int:
    """Close what was shared under consent that has run out. Run by the sweep, as often as wanted.

    Reading is refused from the minute it runs out; this takes the keys away as well. The referral
    itself goes on under its code: help does not stop because a date has passed.

    Returns:
        How many organisations lost parts of a case.
    """
    closed = 0
    for case, recipient_id, kinds in _run_out():
        if facets.unshare(case, kinds, organisation_id=recipient_id, actor=None):
            closed += 1
            leave(
                Event.CONSENT_WITHDRAWN, case, actor=None, other_id=recipient_id, detail="expired"
            )
    return closed


def _run_out() -> list[tuple[Case, int, list[Facet]]]:
    acts = (
        ConsentAct.objects.filter(expires_at__lte=clock.now(), scopes__is_given=True)
        .select_related("case")
        .distinct()
    )
    found = []
    for act in acts:
        still = selectors.scopes_in_force(act.case, recipient_id=act.recipient_id)
        kinds = [kind for kind in Facet if Scope(kind.value) not in still]
        if FacetWrap.objects.filter(
            facet__case=act.case, facet__kind__in=kinds, organisation_id=act.recipient_id
        ).exists():
            found.append((act.case, act.recipient_id, kinds))
    return found


def _store(case: Case, talk: ConsentTalk, asked: frozenset[Scope], actor: "Actor") -> ConsentAct:
    now = clock.now()
    lasts = None if talk.lasts is ConsentAge.OPEN else timedelta(days=int(talk.lasts))
    act = ConsentAct.objects.create(
        case=case,
        recipient_id=talk.recipient_id,
        language=talk.language,
        had_interpreter=talk.had_interpreter,
        guardian_agreed=talk.guardian_agreed,
        told=list(talk.told),
        proof=talk.proof,
        recorded_at=now,
        recorded_by_id=actor.user_id,
        expires_at=now + lasts if lasts else None,
    )
    ConsentScope.objects.bulk_create(
        ConsentScope(act=act, scope=scope, is_given=scope in talk.given)
        for scope in Scope
        if scope in asked
    )
    return act


def _close(case: Case, gone: frozenset[Scope], recipient_id: int, actor: "Actor") -> None:
    kinds = [Facet(scope.value) for scope in gone if scope is not Scope.REFERRAL]
    facets.unshare(case, kinds, organisation_id=recipient_id, actor=actor)
    if Scope.REFERRAL in gone:
        signals.consent_to_refer_ended.send(
            sender=Case, case_id=case.pk, recipient_id=recipient_id, actor=actor
        )


def _open(case: Case, new: frozenset[Scope], recipient_id: int, actor: "Actor") -> None:
    is_party = CaseParty.objects.filter(
        case=case, organisation_id=recipient_id, until__isnull=True
    ).exists()
    kinds = [Facet(scope.value) for scope in new if scope is not Scope.REFERRAL]
    if is_party and kinds:
        facets.share(case, kinds, organisation_id=recipient_id, actor=actor)
