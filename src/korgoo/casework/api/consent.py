"""What the person agreed to, what was shared without it, and who hears of it."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.casework import oversight, selectors, services
from korgoo.casework.cards import Agreement, NoticeCard, PersonsCase, RunningOut, ToldSharing
from korgoo.casework.enums import Scope
from korgoo.casework.grounds import Purpose
from korgoo.casework.models import Case, ConsentScope

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def scopes_in_force(case_id: UUID, *, recipient_id: int) -> frozenset[Scope]:
    """Say what the person agrees to share with an organisation now, for whatever purpose."""
    agreed = selectors.scopes_in_force(Case(pk=case_id), recipient_id=recipient_id)
    return agreed - {Scope.STATISTICS}


def allows_research(case_id: UUID, *, recipient_id: int) -> bool:
    """Tell whether the person agrees to be counted in research, without a name."""
    agreed = selectors.scopes_in_force(Case(pk=case_id), recipient_id=recipient_id)
    return Scope.STATISTICS in agreed


def consents_running_out(before: datetime) -> list[RunningOut]:
    """List consents in force that run out before a moment, the soonest first, for reminders."""
    return [
        RunningOut(
            act.case_id,
            act.case.code,
            act.case.owner_id,
            act.case.worker_id,
            act.recipient_id,
            act.purpose,
            act.expires_at,
        )
        for act in selectors.running_out(before=before)
        if act.expires_at is not None
    ]


def was_refused(case_id: UUID, *, recipient_id: int) -> bool:
    """Tell whether the newest talk about an organisation ended in a no to asking it for help.

    Taking a yes back counts as a no; an agreement that ran out, or no talk at all, does not.
    """
    if Scope.REFERRAL in scopes_in_force(case_id, recipient_id=recipient_id):
        return False
    answers = ConsentScope.objects.filter(
        act__case_id=case_id, act__recipient_id=recipient_id, scope=Scope.REFERRAL
    )
    newest = answers.order_by("-act__recorded_at", "-act_id").first()
    return newest is not None and (not newest.is_given or newest.withdrawn_at is not None)


def for_person(case_id: UUID) -> PersonsCase:
    """Say for the person's own page whose case it is and where it stands; the caller knows the code."""
    case = Case.objects.select_related("owner").get(pk=case_id)
    return PersonsCase(case.pk, case.owner_id, case.owner.name, case.protection)


def agreements(case_id: UUID) -> list[Agreement]:
    """List for the person's own page what is allowed to whom and until when; the caller knows the code."""
    return selectors.list_agreements(Case(pk=case_id))


def withdraw_by_person(
    case_id: UUID,
    *,
    recipient_id: int,
    purpose: str = "",
    scopes: frozenset[Scope] = frozenset(Scope),
) -> bool:
    """Take back, on the person's own page, what one organisation may know.

    Its keys go at once, it is told, and its open referrals end. The owner's next step seals the
    parts anew.

    Args:
        case_id: The case of the person whose code was right.
        recipient_id: From whom.
        purpose: A value of ``Purpose``; empty for everything.
        scopes: Which parts; with the referral everything shared for it goes too.

    Returns:
        Whether anything of it was in force.
    """
    gone = services.withdraw_by_person(
        case_id,
        scopes,
        recipient_id=recipient_id,
        purpose=Purpose(purpose) if purpose else None,
    )
    return bool(gone)


def shared_without_consent(case_id: UUID) -> list[ToldSharing]:
    """List what was shared without consent and the person was told of, for their own page."""
    return oversight.list_told_sharing(case_id)


def unread_notices(*, actor: "Actor") -> list[NoticeCard]:
    """List what the actor's organisation is told about cases and nobody has read, newest first."""
    return oversight.list_notices(actor=actor)
