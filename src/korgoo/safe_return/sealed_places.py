"""Seal and open where a person goes and sleeps. Only this module does, and every opening leaves a row.

Each reader has a copy sealed to its own key: the owner, and who meets the person if the person agreed.
"""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import audit, keyring
from korgoo.access.enums import Event
from korgoo.casework import api as casework
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, Forbidden
from korgoo.lib.sealing import CannotOpen, open_text, seal_text
from korgoo.safe_return import policies
from korgoo.safe_return.enums import PlaceKind
from korgoo.safe_return.models import ReturnPlan, SealedPlace

if TYPE_CHECKING:
    from uuid import UUID

    from korgoo.access.actor import Actor


def may_know(plan: ReturnPlan, organisation_id: int) -> bool:
    """Tell whether an organisation besides the owner may know the places of a plan now.

    It must meet the person, take part in the case, hold a mandate that reaches whereabouts, and have
    the person's yes.
    """
    is_party = ReturnPlan.objects.of_organisation(organisation_id).filter(pk=plan.pk).exists()
    if plan.meets_id != organisation_id or not is_party:
        return False
    agreed = casework.scopes_in_force(plan.case_id, recipient_id=organisation_id)
    return policies.place_reaches(access.card(organisation_id).mandates, agreed)


@transaction.atomic
def write(plan: ReturnPlan, kind: PlaceKind, text: str, *, actor: "Actor") -> None:
    """Seal a place anew for everybody who may know it; empty text takes it away from all.

    Args:
        plan: Locked; the caller has asked the policy.
        kind: Which place.
        text: In words.
        actor: A member of the owner.

    Raises:
        DomainError: The owner has no key yet.
    """
    plan.places.filter(kind=kind).delete()
    if not text:
        audit.record(Event.RETURN_PLACE_CLOSED, actor=actor, target=plan, detail=kind)
        return
    wanted = {plan.case.owner_id}
    if plan.meets_id is not None and may_know(plan, plan.meets_id):
        wanted.add(plan.meets_id)
    readers = keyring.readers(wanted)
    if plan.case.owner_id not in readers:
        raise DomainError(_("Your organisation has no key yet. A key holder must enrol first."))
    for reader in readers.values():
        _seal(plan, kind, text, reader, actor)
    audit.record(Event.RETURN_PLACE_WRITTEN, actor=actor, target=plan, detail=kind)


@transaction.atomic
def read(plan: ReturnPlan, kind: PlaceKind, *, actor: "Actor") -> str:
    """Open a place for the actor's organisation; leaves an audit row.

    Returns:
        The words; empty when nothing was written, or not for them.

    Raises:
        Locked: The session is locked.
        Forbidden: This member holds no key, or the seal does not fit.
    """
    own = actor.organisation_id
    row = plan.places.filter(kind=kind, organisation_id=own).first()
    if row is None or not (own == plan.case.owner_id or may_know(plan, own)):
        return ""
    private = keyring.organisation_private(actor, row.organisation_key_id)
    try:
        text = open_text(bytes(row.sealed), by=private, info=_info(plan, kind, own))
    except CannotOpen:
        raise Forbidden(_("This part cannot be opened: its seal does not fit.")) from None
    audit.record(Event.RETURN_PLACE_OPENED, actor=actor, target=plan, detail=kind)
    return text.decode()


def close(plan: ReturnPlan, organisation_id: int, *, actor: "Actor | None") -> int:
    """Take the places of a plan away from an organisation that may not know them any more.

    Returns:
        How many copies were destroyed.
    """
    gone, _by = plan.places.filter(organisation_id=organisation_id).delete()
    if gone:
        detail = f"for {organisation_id}"
        audit.record(Event.RETURN_PLACE_CLOSED, actor=actor, target=plan, detail=detail)
    return gone


def close_of_case(case_id: "UUID", organisation_id: int, *, actor: "Actor | None") -> int:
    """Take the places of all plans of a case away from an organisation."""
    plans = ReturnPlan.objects.filter(case_id=case_id).exclude(case__owner_id=organisation_id)
    return sum(close(plan, organisation_id, actor=actor) for plan in plans)


def to_pass_on(plan: ReturnPlan) -> frozenset[PlaceKind]:
    """List the places that who meets the person may know and has no copy of."""
    if plan.meets_id is None or not may_know(plan, plan.meets_id):
        return frozenset()
    owner, meets = plan.case.owner_id, plan.meets_id
    if meets == owner or meets not in keyring.readers({meets}):
        return frozenset()
    held = {one: _kinds(plan, one) for one in (owner, meets)}
    return frozenset(held[owner] - held[meets])


def _kinds(plan: ReturnPlan, organisation_id: int) -> set[PlaceKind]:
    rows = plan.places.filter(organisation_id=organisation_id)
    return {PlaceKind(kind) for kind in rows.values_list("kind", flat=True)}


def _seal(
    plan: ReturnPlan, kind: PlaceKind, text: str, reader: keyring.Reader, actor: "Actor"
) -> None:
    SealedPlace.objects.create(
        plan=plan,
        kind=kind,
        organisation_id=reader.organisation_id,
        organisation_key_id=reader.key_id,
        sealed=seal_text(
            text.encode(), to=reader.public, info=_info(plan, kind, reader.organisation_id)
        ),
        written_at=clock.now(),
        written_by_id=actor.user_id,
    )


def _info(plan: ReturnPlan, kind: PlaceKind, organisation_id: int) -> bytes:
    return f"korgoo return place v1 {plan.pk} {kind.value} {organisation_id}".encode()
