"""What was done outside consent, and who is told of it: fetched, and limited to who may know."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.casework import grants, policies
from korgoo.casework.cards import NoticeCard, ToldSharing
from korgoo.casework.grounds import NoticeKind
from korgoo.casework.models import Case, CaseNotice, ConflictMark, GlassBreak, SharingAct
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def list_sharing(case: Case) -> list[SharingAct]:
    """List what was, or is to be, shared without consent, newest first. For the owner."""
    return list(SharingAct.objects.filter(case=case).select_related("recipient", "reason__case"))


def get_sharing(case: Case, act_id: int) -> SharingAct:
    """Fetch one act of sharing without consent. For the owner.

    Raises:
        NotFound: No such act in this case.
    """
    for act in list_sharing(case):
        if act.pk == act_id:
            return act
    raise NotFound(_("We found no such page."))


def list_told_sharing(case_id: UUID) -> list[ToldSharing]:
    """List the acts of which the person was told, newest first."""
    rows = SharingAct.objects.filter(case_id=case_id, is_person_told=True)
    return [
        ToldSharing(
            act.recipient.name, act.ground, tuple(act.parts), act.confirmed_at, act.expires_at
        )
        for act in rows.select_related("recipient")
        if act.confirmed_at is not None and act.expires_at is not None
    ]


def get_glass(glass_id: UUID, *, actor: "Actor") -> GlassBreak:
    """Fetch an emergency opening of the actor's organisation.

    Raises:
        NotFound: No such one there, or the case is closed to this member.
    """
    rows = GlassBreak.objects.select_related("case", "reason__case")
    row = rows.filter(pk=glass_id, organisation_id=actor.organisation_id).first()
    if row is None or row.case_id in grants.closed_cases(actor=actor):
        raise NotFound(_("We found no such page."))
    return row


def list_exceptions(
    *, actor: "Actor", most: int = 100
) -> tuple[list[SharingAct], list[GlassBreak]]:
    """List acts without consent for who watches over them: of the own house, newest first.

    The data protection officer of a co-ordinating body sees those of the whole mechanism. Codes only.

    Raises:
        NotFound: The actor does not watch over them.
    """
    if not policy.may_enter(actor, Permission.EXCEPTION_VIEW):
        raise NotFound(_("We found no such page."))
    own = actor.organisation_id
    acts = SharingAct.objects.select_related("case__owner", "recipient")
    glasses = GlassBreak.objects.select_related("case__owner", "organisation")
    if not policies.watches_exceptions(actor):
        acts = acts.filter(Q(case__owner_id=own) | Q(recipient_id=own))
        glasses = glasses.filter(Q(case__owner_id=own) | Q(organisation_id=own))
    return (
        list(grants.without_closed(acts, actor=actor)[:most]),
        list(grants.without_closed(glasses, actor=actor)[:most]),
    )


def list_conflicts(case: Case, *, actor: "Actor") -> list[ConflictMark]:
    """List to whom of the actor's organisation a case is closed, newest first."""
    rows = ConflictMark.objects.standing().filter(case=case)
    return list(rows.filter(organisation_id=actor.organisation_id))


def list_notices(*, actor: "Actor", most: int = 20) -> list[NoticeCard]:
    """List unread notices for a member, newest first; a case that is closed now has no address."""
    own = actor.organisation_id
    may_look = policy.may_enter(actor, Permission.GLASS_BREAK)
    rows = CaseNotice.objects.for_actor(actor).unread().select_related("case", "glass")
    found = list(grants.without_closed(rows, actor=actor)[:most])
    if not found:
        return []
    known = set(
        Case.objects.visible_to(actor)
        .filter(pk__in=[row.case_id for row in found])
        .values_list("pk", flat=True)
    )
    return [
        NoticeCard(
            row.pk,
            row.kind,
            row.get_kind_display(),
            row.case.code,
            row.case_id if row.case_id in known else None,
            row.glass_id if may_look and row.glass and row.glass.organisation_id == own else None,
            row.glass_id is not None,
            row.sent_at,
        )
        for row in found
    ]


def was_told(case_id: UUID, *, actor: "Actor") -> CaseNotice | None:
    """Find the newest word that the actor's organisation lost a case, to say why it is gone."""
    gone = (NoticeKind.TAKEN_BACK, NoticeKind.RAN_OUT, NoticeKind.SHARED_ENDED)
    rows = CaseNotice.objects.for_actor(actor).filter(case_id=case_id, kind__in=gone)
    return grants.without_closed(rows, actor=actor).first()
