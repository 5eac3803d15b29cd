"""Questions to the records, limited to what the asking may know."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.casework import api as casework
from korgoo.determination import policies
from korgoo.determination.enums import OPEN, STANDING, Conflict
from korgoo.determination.models import Claim, NonPunishmentNote, NoteGiving, Proceeding
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.api import StatusCard

NO_SUCH = _("We found no such decision.")
NO_NOTE = _("We found no such note.")
NO_CLAIM = _("We found no such claim.")
MOST = 100


def get_proceeding(
    proceeding_id: UUID, *, actor: "Actor", permission: Permission, lock: bool = False
) -> Proceeding:
    """Fetch one decision for one purpose.

    While the body still works on it, nobody else can open it; who stepped aside can do nothing
    with it. Working on it is the body's alone; telling the person, the owner's too.

    Raises:
        NotFound: No such decision, none they may know of, or not for this.
    """
    rows = Proceeding.objects.select_related("body", "case")
    if lock:
        rows = rows.select_for_update(of=("self",))
    row = rows.filter(pk=proceeding_id).first()
    if row is None:
        raise NotFound(NO_SUCH)
    casework.status_card(row.case_id, actor=actor, permission=permission)
    is_body = row.body_id == actor.organisation_id
    if not is_body and (row.state in OPEN or permission is Permission.DETERMINATION_MAKE):
        raise NotFound(NO_SUCH)
    return row


def standing(case_id: UUID) -> Proceeding | None:
    """Find the decision that holds in a case now. The caller may know of it."""
    rows = Proceeding.objects.filter(case_id=case_id, state__in=STANDING)
    return rows.order_by("-decided_at").first()


def open_one(case_id: UUID, *, body_id: int) -> Proceeding | None:
    """Find the decision that a body still works on in a case."""
    return Proceeding.objects.filter(case_id=case_id, body_id=body_id, state__in=OPEN).first()


def list_of_case(card: "StatusCard", *, actor: "Actor") -> list[Proceeding]:
    """List the decisions in a case that the actor may know of, newest first.

    Owner and co-ordinator also know that a body works on one; a helper does not.
    """
    rows = Proceeding.objects.filter(case_id=card.id).select_related("body")
    if card.relation is Relation.RECEIVER:
        rows = rows.filter(Q(body_id=actor.organisation_id) | ~Q(state__in=OPEN))
    return list(rows)


def list_of_body(*, actor: "Actor") -> list[Proceeding]:
    """List the decisions of the actor's own body in cases where it still takes part, newest first."""
    rows = Proceeding.objects.filter(body_id=actor.organisation_id).select_related("case")[:MOST]
    known = casework.known_among([row.case_id for row in rows], actor=actor)
    return [row for row in rows if row.case_id in known]


def has_stepped_aside(row: Proceeding, *, actor: "Actor") -> bool:
    """Tell whether the actor said that an interest of theirs is in the way of this decision."""
    return row.members.filter(user_id=actor.user_id, conflict=Conflict.HAS).exists()


def is_owner(row: Proceeding, *, actor: "Actor") -> bool:
    """Tell whether the case belongs to the actor's organisation."""
    return row.case.owner_id == actor.organisation_id


def may_read_reasons(row: Proceeding, *, actor: "Actor") -> bool:
    """Tell whether the actor may open the reasons: who works on the case, at the body or the owner."""
    may_work = any(
        policy.decide(actor, permission, relation)
        for permission, relation in (
            (Permission.DETERMINATION_MAKE, Relation.RECEIVER),
            (Permission.FACET_WRITE, Relation.OWNER),
        )
    )
    verdict = policies.open_reasons(actor, row, is_owner=is_owner(row, actor=actor))
    return bool(may_work and verdict and not has_stepped_aside(row, actor=actor))


def list_notes(card: "StatusCard", *, actor: "Actor") -> list[NonPunishmentNote]:
    """List the notes made in a case, newest first, to who may know of proceedings."""
    if not policy.decide(actor, Permission.NON_PUNISHMENT_VIEW, card.relation):
        return []
    rows = NonPunishmentNote.objects.filter(case_id=card.id).select_related("maker")
    return list(rows.prefetch_related("givings__organisation"))


def get_note(
    note_id: UUID, *, actor: "Actor", permission: Permission, lock: bool = False
) -> NonPunishmentNote:
    """Fetch a note of a case for one purpose; only its maker and the owner give it to others.

    Raises:
        NotFound: No such note, or not for this.
    """
    rows = NonPunishmentNote.objects.select_related("maker", "case")
    if lock:
        rows = rows.select_for_update(of=("self",))
    row = rows.filter(pk=note_id).first()
    if row is None:
        raise NotFound(NO_NOTE)
    casework.status_card(row.case_id, actor=actor, permission=permission)
    own = {row.maker_id, row.case.owner_id}
    if permission is Permission.NON_PUNISHMENT_MAKE and actor.organisation_id not in own:
        raise NotFound(NO_NOTE)
    return row


def list_given(*, actor: "Actor") -> list[NoteGiving]:
    """List the notes that were given to the actor's organisation, newest first."""
    if not policy.may_enter(actor, Permission.NON_PUNISHMENT_READ):
        return []
    rows = NoteGiving.objects.filter(organisation_id=actor.organisation_id)
    return list(rows.select_related("note__maker")[:MOST])


def get_given(giving_id: int, *, actor: "Actor", lock: bool = False) -> NoteGiving:
    """Fetch a note that was given to the actor's organisation; of its case nothing else opens.

    Raises:
        NotFound: No such note, or it was not given to them.
    """
    rows = NoteGiving.objects.filter(organisation_id=actor.organisation_id)
    rows = rows.select_related("note__maker")
    if lock:
        rows = rows.select_for_update(of=("self",))
    row = rows.filter(pk=giving_id).first()
    if row is None or not policy.may_enter(actor, Permission.NON_PUNISHMENT_READ):
        raise NotFound(NO_NOTE)
    return row


def list_claims(card: "StatusCard", *, actor: "Actor") -> list[Claim]:
    """List the claims of a case with what was received, the oldest first; none to who may not see."""
    if not policy.decide(actor, Permission.CLAIM_VIEW, card.relation):
        return []
    return list(Claim.objects.filter(case_id=card.id).prefetch_related("payments"))


def get_claim(claim_id: UUID, *, actor: "Actor", lock: bool = False) -> Claim:
    """Fetch a claim to record something on it.

    Raises:
        NotFound: No such claim, or not an own case.
    """
    rows = Claim.objects.select_related("case")
    if lock:
        rows = rows.select_for_update(of=("self",))
    row = rows.filter(pk=claim_id).first()
    if row is None:
        raise NotFound(NO_CLAIM)
    casework.status_card(row.case_id, actor=actor, permission=Permission.CLAIM_RECORD)
    return row
