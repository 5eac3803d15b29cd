from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import audit
from korgoo.access.enums import Event, Facet, Permission
from korgoo.casework import attachments, facets, grants, policies, selectors, signals
from korgoo.casework.enums import ConsentAge, Scope
from korgoo.casework.grounds import Attached, Capacity, Decider, NoticeKind, Purpose
from korgoo.casework.models import Case, CaseParty, ConsentAct, ConsentScope, FacetWrap
from korgoo.casework.services.notices import tell
from korgoo.casework.traces import leave
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from korgoo.access.actor import Actor
    from korgoo.casework.models import SealedAttachment
    from korgoo.lib.media import Media


@dataclass(frozen=True, slots=True)
class ConsentTalk:
    """What was said in one talk about sharing with one organisation for one purpose.

    ``purpose`` None: the first for which that organisation may be asked. ``asked`` None: everything
    that may be asked; what was not asked is neither agreed to nor refused.
    """

    recipient_id: int
    given: frozenset[Scope]
    language: str
    proof: str
    told: tuple[str, ...] = ()
    had_interpreter: bool = False
    guardian_agreed: bool | None = None
    lasts: ConsentAge = ConsentAge.OPEN
    purpose: Purpose | None = None
    asked: frozenset[Scope] | None = None
    is_interpreter_sworn: bool | None = None
    capacity: Capacity = Capacity.ABLE
    decider: Decider | None = None
    proof_file: "Media | None" = None


@transaction.atomic
def record_consent(case_id: UUID, talk: ConsentTalk, *, actor: "Actor") -> ConsentAct:
    """Record what a person agrees to share with one organisation, what they refuse, what stayed open.

    The newest talk for a purpose counts: what an earlier one gave and this one does not is closed at
    once, unless another purpose still allows it.

    Raises:
        NotFound: Not an own case.
        Forbidden: The recipient is the owner, a child's guardian was not asked, or nobody is named
            who decided for a person that could not.
        DomainError: Parts are agreed to without agreeing to the question they hang on, or the
            recipient's mandate or the purpose does not reach them.
    """
    case = selectors.get_case(
        case_id, actor=actor, permission=Permission.CONSENT_RECORD, lock=True
    )
    _check_speakers(case, talk)
    mandates = access.card(talk.recipient_id).mandates
    purpose = talk.purpose or policies.purposes_offered(mandates)[0]
    offered = _check_given(talk, purpose, mandates)
    asked = offered if talk.asked is None else offered & (talk.asked | talk.given)
    before = grants.scopes_in_force(case, recipient_id=talk.recipient_id)
    _store(case, talk, purpose, asked, actor)
    is_gate = policies.gate(purpose) is Scope.REFERRAL
    _settle(case, before, talk.recipient_id, actor, is_about_asking=is_gate)
    facets.rekey(case, actor=actor)
    leave(Event.CONSENT_RECORDED, case, actor=actor, other_id=talk.recipient_id, detail=purpose)
    return ConsentAct.objects.filter(case=case, recipient_id=talk.recipient_id)[0]


@transaction.atomic
def withdraw_consent(
    case_id: UUID,
    scopes: frozenset[Scope],
    *,
    recipient_id: int,
    actor: "Actor",
    purpose: Purpose | None = None,
) -> frozenset[Scope]:
    """Take consent back: the recipient's keys go, the parts get new ones, the recipient is told.

    Taking back the referral takes back everything shared with that organisation.

    Args:
        case_id: An own case.
        scopes: What the person takes back.
        recipient_id: From whom.
        actor: Who records it.
        purpose: Only what was allowed for this purpose; None for every purpose.

    Returns:
        What was taken back; empty when nothing of it was in force.

    Raises:
        NotFound: Not an own case.
    """
    case = selectors.get_case(
        case_id, actor=actor, permission=Permission.CONSENT_RECORD, lock=True, even_closed=True
    )
    return _take_back(case, scopes, recipient_id, purpose, actor)


@transaction.atomic
def withdraw_by_person(
    case_id: UUID, scopes: frozenset[Scope], *, recipient_id: int, purpose: Purpose | None = None
) -> frozenset[Scope]:
    """Take consent back for the person on their own page, where nobody holds a key.

    The recipient's keys go at once; the new ones follow with the next step of the owner.

    Returns:
        What was taken back; empty when nothing of it was in force.
    """
    case = Case.objects.select_for_update(of=("self",)).get(pk=case_id)
    return _take_back(case, scopes, recipient_id, purpose, None)


@transaction.atomic
def close_expired_consents() -> int:
    """Close what was shared under consent that has run out. Run by the sweep, as often as wanted.

    Reading is refused from the minute it runs out; this takes the keys away as well. The referral
    itself goes on under its code: help does not stop because a date has passed.

    Returns:
        How many organisations lost parts of a case.
    """
    closed = 0
    for case, recipient_id in _run_out():
        if close_what_nothing_opens(case, recipient_id, None):
            closed += 1
            tell(case, NoticeKind.RAN_OUT, organisation_id=recipient_id)
            leave(
                Event.CONSENT_WITHDRAWN, case, actor=None, other_id=recipient_id, detail="expired"
            )
    return closed


@transaction.atomic
def give_new_keys(case_id: UUID, *, actor: "Actor") -> int:
    """Seal again what waits for a new key, because a reader lost it while nobody could seal.

    Returns:
        How many parts were sealed again.

    Raises:
        NotFound: Not an own case.
    """
    case = selectors.get_case(
        case_id, actor=actor, permission=Permission.CONSENT_RECORD, lock=True, even_closed=True
    )
    done = facets.rekey(case, actor=actor)
    audit.record(Event.FACET_REKEYED, actor=actor, target=case, detail=f"all {done}")
    return done


def close_what_nothing_opens(case: Case, recipient_id: int, actor: "Actor | None") -> bool:
    """Take from an organisation every part that neither consent nor an exception opens to it now.

    Part of a deed that records itself. Tells whether it lost anything.
    """
    still = grants.shared_facets(case, organisation_id=recipient_id)
    rows = FacetWrap.objects.filter(facet__case=case, organisation_id=recipient_id)
    gone = [kind for kind in _kinds(rows) if kind not in still]
    if not gone:
        return False
    return bool(facets.unshare(case, gone, organisation_id=recipient_id, actor=actor))


def _kinds(rows: "QuerySet[FacetWrap]") -> list[Facet]:
    return [Facet(kind) for kind in rows.values_list("facet__kind", flat=True)]


def _check_speakers(case: Case, talk: ConsentTalk) -> None:
    policies.record_consent(
        case, guardian_agreed=talk.guardian_agreed, recipient_id=talk.recipient_id
    ).require()
    policies.decide_for(talk.capacity, talk.decider).require()


def _check_given(
    talk: ConsentTalk, purpose: Purpose, mandates: frozenset[str]
) -> frozenset[Scope]:
    if talk.given and policies.gate(purpose) not in talk.given:
        raise DomainError(_("Without the referral itself, nothing else can be shared."))
    offered = policies.scopes_offered(mandates, purpose)
    if talk.given - offered:
        raise DomainError(
            _("This organisation may not read that part, whatever the person agrees to.")
        )
    return offered


def _store(
    case: Case, talk: ConsentTalk, purpose: Purpose, asked: frozenset[Scope], actor: "Actor"
) -> None:
    now = clock.now()
    lasts = None if talk.lasts is ConsentAge.OPEN else timedelta(days=int(talk.lasts))
    act = ConsentAct.objects.create(
        case=case,
        recipient_id=talk.recipient_id,
        purpose=purpose,
        language=talk.language,
        had_interpreter=talk.had_interpreter,
        is_interpreter_sworn=talk.is_interpreter_sworn,
        guardian_agreed=talk.guardian_agreed,
        capacity=talk.capacity,
        decider=talk.decider or "",
        told=list(talk.told),
        proof=talk.proof,
        attachment=_proof(case, talk, actor),
        recorded_at=now,
        recorded_by_id=actor.user_id,
        expires_at=now + lasts if lasts else None,
    )
    ConsentScope.objects.bulk_create(
        ConsentScope(act=act, scope=scope, is_given=scope in talk.given)
        for scope in Scope
        if scope in asked
    )


def _proof(case: Case, talk: ConsentTalk, actor: "Actor") -> "SealedAttachment | None":
    file = talk.proof_file
    if file is None:
        return None
    return attachments.seal(
        case, Attached.PROOF, file.content, actor=actor, media_type=file.media_type
    )


def _take_back(
    case: Case,
    scopes: frozenset[Scope],
    recipient_id: int,
    purpose: Purpose | None,
    actor: "Actor | None",
) -> frozenset[Scope]:
    wanted = scopes
    if Scope.REFERRAL in scopes:
        wanted = scopes | (frozenset(Scope) - {Scope.STATISTICS})
    before = grants.scopes_in_force(case, recipient_id=recipient_id)
    _mark_withdrawn(case, wanted, recipient_id, purpose, actor)
    gone = before - grants.scopes_in_force(case, recipient_id=recipient_id)
    # Also when nothing was in force: an agreement that ran out may have left something open.
    _settle(case, before, recipient_id, actor, is_about_asking=Scope.REFERRAL in wanted)
    if gone:
        detail = ",".join(sorted(gone))
        leave(Event.CONSENT_WITHDRAWN, case, actor=actor, other_id=recipient_id, detail=detail)
    return gone


def _mark_withdrawn(
    case: Case,
    scopes: frozenset[Scope],
    recipient_id: int,
    purpose: Purpose | None,
    actor: "Actor | None",
) -> None:
    rows = ConsentScope.objects.in_force(clock.now()).filter(
        act__case=case, act__recipient_id=recipient_id, scope__in=scopes
    )
    if purpose is not None:
        rows = rows.filter(act__purpose=purpose)
    found = list(rows.values_list("pk", flat=True))
    ConsentScope.objects.filter(pk__in=found).update(
        withdrawn_at=clock.now(), withdrawn_by_id=actor.user_id if actor else None
    )


def _settle(
    case: Case,
    before: frozenset[Scope],
    recipient_id: int,
    actor: "Actor | None",
    *,
    is_about_asking: bool,
) -> None:
    """Bring keys, parties and referrals to what the person allows now, and tell the recipient.

    ``is_about_asking``: the talk was about whether the recipient is asked to help at all.
    """
    now = grants.scopes_in_force(case, recipient_id=recipient_id)
    close_what_nothing_opens(case, recipient_id, actor)
    if before - now:
        signals.consent_ended.send(
            sender=Case,
            case_id=case.pk,
            recipient_id=recipient_id,
            scopes=before - now,
            actor=actor,
        )
    if _is_party(case, recipient_id) and before - now:
        tell(case, NoticeKind.TAKEN_BACK, organisation_id=recipient_id)
    if Scope.REFERRAL not in now and is_about_asking:
        signals.consent_to_refer_ended.send(
            sender=Case, case_id=case.pk, recipient_id=recipient_id, actor=actor
        )
    if actor is not None and _is_party(case, recipient_id):
        facets.share(case, grants.parts(now), organisation_id=recipient_id, actor=actor)


def _is_party(case: Case, recipient_id: int) -> bool:
    return CaseParty.objects.filter(
        case=case, organisation_id=recipient_id, until__isnull=True
    ).exists()


def _run_out() -> list[tuple[Case, int]]:
    acts = ConsentAct.objects.filter(expires_at__lte=clock.now(), scopes__is_given=True)
    pairs = {
        (act.case_id, act.recipient_id): act.case
        for act in acts.select_related("case").distinct()
        if FacetWrap.objects.filter(
            facet__case_id=act.case_id, organisation_id=act.recipient_id
        ).exists()
    }
    return [(case, recipient_id) for (_case_id, recipient_id), case in pairs.items()]
