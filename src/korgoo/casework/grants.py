"""By what a sealed part is open to a member now: ownership, consent, an exception, an emergency.

One answer for every read: the page that lists the parts, the page that opens one, and the sealing
itself ask here. What is not listed is closed.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Exists, OuterRef

from korgoo.access.enums import Facet, Relation
from korgoo.casework import policies
from korgoo.casework.enums import Scope
from korgoo.casework.grounds import Purpose, ShareGround
from korgoo.casework.models import (
    Case,
    CaseParty,
    ConflictMark,
    ConsentScope,
    FacetWrap,
    GlassBreak,
    SharingAct,
)
from korgoo.lib import clock

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from korgoo.access.actor import Actor


Rows = TypeVar("Rows", bound="QuerySet[Any]")


class Basis(StrEnum):
    """What opens a part."""

    OWNER = "owner"
    CONSENT = "consent"
    EXCEPTION = "exception"
    GLASS = "glass"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a part is open: ``code`` is a purpose or a ground; ``until`` None has no end."""

    basis: Basis
    code: str = ""
    since: datetime | None = None
    until: datetime | None = None


OF_OWNER = Reason(Basis.OWNER)


def relation(case: Case, *, actor: "Actor") -> Relation:
    """Say what the actor's organisation is to a case."""
    is_party = (
        case.owner_id != actor.organisation_id
        and CaseParty.objects.filter(
            case=case, organisation_id=actor.organisation_id, until__isnull=True
        ).exists()
    )
    return policies.relation_of(actor, owner_id=case.owner_id, is_party=is_party)


def reasons(case: Case, *, actor: "Actor") -> dict[Facet, Reason]:
    """Say by what each part is open to the actor at this moment; what is closed is not there."""
    if is_closed_to(case, actor=actor):
        return {}
    stands = relation(case, actor=actor)
    granted = _granted(case, stands, actor)
    found = {
        kind: reason
        for kind, reason in granted.items()
        if policies.open_facet(actor, stands, kind)
    }
    shut = {k for k in Facet if k not in found and policies.break_glass(actor, stands, k)}
    broken = _broken(case, actor) if shut else {}
    return found | {kind: reason for kind, reason in broken.items() if kind in shut}


def is_closed_to(case: Case, *, actor: "Actor") -> bool:
    """Tell whether a conflict of interest closes a case to this member."""
    return ConflictMark.objects.against(actor.user_id).filter(case=case).exists()


def closed_cases(*, actor: "Actor") -> "frozenset[UUID]":
    """List the cases that a conflict of interest closes to this member."""
    rows = ConflictMark.objects.against(actor.user_id)
    return frozenset(rows.values_list("case_id", flat=True))


def without_closed(rows: Rows, *, actor: "Actor") -> Rows:
    """Leave out rows (with a ``case_id``) of cases that a conflict of interest closes to this member."""
    marks = ConflictMark.objects.against(actor.user_id).filter(case_id=OuterRef("case_id"))
    return rows.filter(~Exists(marks))


def shared_facets(case: Case, *, organisation_id: int) -> frozenset[Facet]:
    """Say which parts consent or an exception opens to another organisation now."""
    by_consent = parts(scopes_in_force(case, recipient_id=organisation_id))
    return by_consent | excepted_facets(case, organisation_id=organisation_id)


def excepted_facets(case: Case, *, organisation_id: int) -> frozenset[Facet]:
    """Say which parts are shared with an organisation without consent now."""
    acts = _acts(case, organisation_id)
    return frozenset[Facet]().union(*(act.facets for act in acts))


def readers_of(case: Case, kind: Facet, *, among: frozenset[int]) -> frozenset[int]:
    """Say who may read the next version of a part: the owner, and the parties it is shared with.

    Args:
        case: The case.
        kind: Which part.
        among: Organisations that could read the version before.
    """
    parties = CaseParty.objects.filter(case=case, organisation_id__in=among, until__isnull=True)
    others = {
        organisation_id
        for organisation_id in parties.values_list("organisation_id", flat=True)
        if kind in shared_facets(case, organisation_id=organisation_id)
    }
    return frozenset(others | {case.owner_id})


def scopes_in_force(case: Case, *, recipient_id: int) -> frozenset[Scope]:
    """Say what the person agrees to share with an organisation now, for whatever purpose."""
    return consents_in_force(case, recipient_id=recipient_id).get(recipient_id, frozenset())


def consents_in_force(
    case: Case, *, recipient_id: int | None = None
) -> dict[int, frozenset[Scope]]:
    """Say what the person agrees to share now, by organisation, in one query."""
    rows = ConsentScope.objects.in_force(clock.now()).filter(act__case=case)
    if recipient_id is not None:
        rows = rows.filter(act__recipient_id=recipient_id)
    found: dict[int, set[Scope]] = {}
    for organisation_id, scope in rows.values_list("act__recipient_id", "scope"):
        found.setdefault(organisation_id, set()).add(Scope(scope))
    return {organisation_id: frozenset(scopes) for organisation_id, scopes in found.items()}


def parts(scopes: frozenset[Scope]) -> frozenset[Facet]:
    """Keep the scopes that are sealed parts."""
    names = set(Facet.values)
    return frozenset(Facet(scope.value) for scope in scopes if scope.value in names)


def held(case: Case, *, actor: "Actor") -> frozenset[Facet]:
    """Say of which parts the actor's organisation holds a key."""
    rows = FacetWrap.objects.filter(facet__case=case, organisation_id=actor.organisation_id)
    return frozenset(Facet(kind) for kind in rows.values_list("facet__kind", flat=True))


def breakable(case: Case, *, actor: "Actor") -> frozenset[Facet]:
    """Say which parts an emergency could open to this member: held by their house, closed to them."""
    closed = held(case, actor=actor) - set(reasons(case, actor=actor))
    return breakable_among(case, closed, actor=actor)


def breakable_among(case: Case, closed: frozenset[Facet], *, actor: "Actor") -> frozenset[Facet]:
    """Say which of these parts, held by the member's house and closed to them, an emergency could open."""
    stands = relation(case, actor=actor)
    return frozenset(kind for kind in closed if policies.break_glass(actor, stands, kind))


def _granted(case: Case, stands: Relation, actor: "Actor") -> dict[Facet, Reason]:
    if stands is Relation.OWNER:
        return dict.fromkeys(Facet, OF_OWNER)
    if stands is not Relation.RECEIVER:
        return {}
    return {**_excepted(case, actor), **_agreed(case, actor)}


def _agreed(case: Case, actor: "Actor") -> dict[Facet, Reason]:
    """Where several purposes open a part, the one that lasts longest is named."""
    rows = ConsentScope.objects.in_force(clock.now()).filter(
        act__case=case, act__recipient_id=actor.organisation_id
    )
    found: dict[Facet, Reason] = {}
    for row in rows.select_related("act"):
        act = row.act
        reason = Reason(Basis.CONSENT, Purpose(act.purpose), act.recorded_at, act.expires_at)
        for kind in parts(frozenset({Scope(row.scope)})):
            found[kind] = _longer(found.get(kind, reason), reason)
    return found


def _longer(first: Reason, second: Reason) -> Reason:
    if first.until is None or second.until is None:
        return first if first.until is None else second
    return max(first, second, key=lambda reason: reason.until or clock.now())


def _excepted(case: Case, actor: "Actor") -> dict[Facet, Reason]:
    return {
        kind: Reason(Basis.EXCEPTION, ShareGround(act.ground), act.confirmed_at, act.expires_at)
        for act in _acts(case, actor.organisation_id)
        for kind in act.facets
    }


def _broken(case: Case, actor: "Actor") -> dict[Facet, Reason]:
    rows = GlassBreak.objects.in_force(clock.now()).filter(
        case=case, user_id=actor.user_id, organisation_id=actor.organisation_id
    )
    return {
        kind: Reason(Basis.GLASS, row.reason_code, row.opened_at, row.ends_at)
        for row in rows
        for kind in row.facets
    }


def _acts(case: Case, organisation_id: int) -> list[SharingAct]:
    rows = SharingAct.objects.in_force(clock.now())
    return list(rows.filter(case=case, recipient_id=organisation_id))
