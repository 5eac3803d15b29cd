from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.casework import api as casework
from korgoo.lib.errors import NotFound
from korgoo.referral import policies
from korgoo.referral.enums import LIVE, RETURNED, Deed, ReferralState
from korgoo.referral.models import Referral

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor
    from korgoo.referral.models import ReferralQuerySet

NO_SUCH = _("We found no such referral.")
MOST = 100
FEW = 25
MOST_WATCHED = 300
# What the receiver has to do something about; reported help waits for the person's word.
TO_DO = LIVE - {ReferralState.COMPLETED}
# Where the sender can only wait.
WITH_RECEIVER = TO_DO - {ReferralState.NEEDS_INFORMATION}


def get_referral(
    referral_id: UUID, *, actor: "Actor", permission: Permission, lock: bool = False
) -> Referral:
    """Fetch one referral for one purpose.

    Args:
        referral_id: As in the address.
        actor: Who asks. A referral between other organisations does not exist for them.
        permission: What for.
        lock: Hold the row until the transaction ends.

    Raises:
        NotFound: No such referral, none they may know of, or not for this.
    """
    found = _find(referral_id, actor, lock=lock)
    if found is None or not policy.decide(actor, permission, policies.relation_of(actor, found)):
        raise NotFound(NO_SUCH)
    return found


def get_for_deed(referral_id: UUID, deed: Deed, *, actor: "Actor", lock: bool = False) -> Referral:
    """Fetch one referral for one deed, whoever of both sides takes it.

    Args:
        referral_id: As in the address.
        deed: What the actor wants to do; whether the state allows it is not asked here.
        actor: Who asks.
        lock: Hold the row until the transaction ends.

    Raises:
        NotFound: No such referral, none they may know of, or not theirs to do.
    """
    found = _find(referral_id, actor, lock=lock)
    if found is None or not policies.entitle(actor, found, deed):
        raise NotFound(NO_SUCH)
    return found


def hold_to_acknowledge(referral_ids: "Iterable[UUID]", *, actor: "Actor") -> list[Referral]:
    """Hold those of these referrals that the actor's organisation received and can acknowledge now."""
    received = _cards(actor).visible_to(actor).filter(receiver_id=actor.organisation_id)
    rows = received.filter(pk__in=set(referral_ids)).select_for_update(of=("self",))
    return [row for row in rows.order_by("pk") if policies.act(actor, row, Deed.ACKNOWLEDGE)]


def get_for_arriving(referral_id: UUID, *, actor: "Actor", lock: bool = False) -> Referral:
    """Fetch a received referral by which somebody came, or is about to.

    Raises:
        NotFound: Not received by the actor's organisation.
        Forbidden: Not accepted, or over.
    """
    found = get_referral(
        referral_id, actor=actor, permission=Permission.REFERRAL_ANSWER, lock=lock
    )
    policies.arrive(actor, found).require()
    return found


def last_asked(case_id: UUID, *, actor: "Actor") -> Referral | None:
    """Find what was asked last in an own case, so that who comes is not asked twice."""
    own = Referral.objects.filter(case_id=case_id, sender_id=actor.organisation_id)
    return own.order_by("-created_at").first()


def find_draft(case_id: UUID, *, kind: str, receiver_id: int, actor: "Actor") -> Referral | None:
    """Find the unsent referral of one kind to one organisation, to go on with it."""
    own = Referral.objects.filter(sender_id=actor.organisation_id, state=ReferralState.DRAFT)
    return own.filter(case_id=case_id, kind=kind, receiver_id=receiver_id).first()


def list_inbox(*, actor: "Actor", most: int = MOST) -> list[Referral]:
    """List what waits for the actor's organisation as receiver.

    What is not answered yet comes first, the most urgent and longest waiting on top.
    """
    if not policy.decide(actor, Permission.REFERRAL_VIEW, Relation.RECEIVER):
        return []
    rows = _cards(actor).filter(receiver_id=actor.organisation_id, state__in=TO_DO)
    return list(rows.most_urgent_first()[:most])


def list_answered(*, actor: "Actor") -> list[Referral]:
    """List what the actor's organisation received and has nothing more to do for, newest first."""
    if not policy.decide(actor, Permission.REFERRAL_VIEW, Relation.RECEIVER):
        return []
    rows = _cards(actor).filter(receiver_id=actor.organisation_id, sent_at__isnull=False)
    return list(rows.exclude(state__in=TO_DO).order_by("-sent_at")[:FEW])


def list_sent(*, actor: "Actor") -> list[Referral]:
    """List what the actor's organisation sent or still writes, newest first."""
    return list(_own(actor).order_by("-created_at")[:MOST])


def list_drafts(*, actor: "Actor") -> list[Referral]:
    """List what is written and not sent, newest first."""
    return list(_own(actor).filter(state=ReferralState.DRAFT).order_by("-created_at")[:MOST])


def list_running(*, actor: "Actor") -> list[Referral]:
    """List what other organisations have to do now, the most urgent first."""
    return list(_own(actor).filter(state__in=WITH_RECEIVER).most_urgent_first()[:MOST])


def list_done(*, actor: "Actor") -> list[Referral]:
    """List the last referrals that are over and need nothing more, newest first."""
    over = Q(state=ReferralState.CONFIRMED) | Q(state__in=RETURNED, noted_at__isnull=False)
    return list(_own(actor).filter(over).order_by("-closed_at")[:FEW])


def list_returned(*, actor: "Actor", most: int = MOST) -> list[Referral]:
    """List what came back without help: declined, withdrawn, expired, and not noted yet."""
    return list(_own(actor).returned().order_by("-closed_at")[:most])


def list_asked(*, actor: "Actor", most: int = MOST) -> list[Referral]:
    """List sent referrals whose receiver asks something."""
    asked = _own(actor).filter(state=ReferralState.NEEDS_INFORMATION)
    return list(asked.most_urgent_first()[:most])


def list_to_confirm(*, actor: "Actor", most: int = MOST) -> list[Referral]:
    """List sent referrals whose help was reported and not confirmed by the person."""
    reported = _own(actor).filter(state=ReferralState.COMPLETED)
    return list(reported.order_by("completed_at")[:most])


def list_watched(
    *, actor: "Actor", state: str = "", organisation_id: int | None = None
) -> list[Referral]:
    """List the live referrals of the whole mechanism, for the co-ordinator, the oldest first.

    Args:
        actor: Who asks.
        state: Keep one state; empty for every live one.
        organisation_id: Keep what this organisation sent or received.

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    if not policy.decide(actor, Permission.CASE_WATCH, Relation.NONE):
        raise NotFound(_("We found no such page."))
    rows = _cards(actor).live()
    if state:
        rows = rows.filter(state=state)
    if organisation_id is not None:
        rows = rows.filter(Q(sender_id=organisation_id) | Q(receiver_id=organisation_id))
    return list(rows.order_by("sent_at")[:MOST_WATCHED])


def list_of_case(case_id: UUID, *, actor: "Actor") -> list[Referral]:
    """List the referrals of a case that the actor may know of, newest first."""
    rows = _cards(actor).visible_to(actor).filter(case_id=case_id)
    return list(rows.order_by("-created_at")[:MOST])


def watched_organisations(*, actor: "Actor") -> frozenset[int]:
    """List the organisations that take part in a live referral, to choose one from.

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    if not policy.decide(actor, Permission.CASE_WATCH, Relation.NONE):
        raise NotFound(_("We found no such page."))
    pairs = Referral.objects.live().values_list("sender_id", "receiver_id").distinct()
    return frozenset(organisation_id for pair in pairs for organisation_id in pair)


def _find(referral_id: UUID, actor: "Actor", *, lock: bool) -> Referral | None:
    rows = _cards(actor).visible_to(actor)
    if lock:
        rows = rows.select_for_update(of=("self",))
    return rows.filter(pk=referral_id).first()


def _own(actor: "Actor") -> "ReferralQuerySet":
    """Keep what the actor's organisation sent, for those of it who may see referrals."""
    if not policy.decide(actor, Permission.REFERRAL_VIEW, Relation.OWNER):
        return Referral.objects.none()
    return _cards(actor).filter(sender_id=actor.organisation_id)


def _cards(actor: "Actor") -> "ReferralQuerySet":
    """Fetch with what a line needs, without the cases that are closed to this member."""
    rows = Referral.objects.select_related("case", "sender", "receiver", "alternative")
    return casework.without_closed(rows, actor=actor)
