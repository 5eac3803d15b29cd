"""Questions to the records. What one may not know is not found."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.casework import api as casework
from korgoo.casework import places
from korgoo.lib import clock
from korgoo.lib.collation import place_of
from korgoo.lib.errors import NotFound
from korgoo.safe_return import policies
from korgoo.safe_return.enums import PlaceKind
from korgoo.safe_return.missing import Known
from korgoo.safe_return.models import (
    Package,
    Partner,
    PartnerKey,
    ReturnPlan,
    RiskCheck,
    TransitPoint,
    WishTalk,
)

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.api import CaseCard
    from korgoo.safe_return.enums import Deed

MOST = 50
NO_SUCH = _("We found no such return.")
NO_SUCH_PACKAGE = _("We found no such package.")
NO_SUCH_PARTNER = _("We found no such partner.")


def case_for(case_id: UUID, permission: Permission, *, actor: "Actor") -> "CaseCard":
    """Describe the case of a return for one purpose.

    Raises:
        NotFound: No such case, none they may know of, or not for this.
    """
    case = casework.case_card(case_id, actor=actor, permission=Permission.CASE_VIEW)
    if not policies.may(actor, permission, case.relation):
        raise NotFound(NO_SUCH)
    return case


def get_plan(
    plan_id: UUID, *, actor: "Actor", permission: Permission, lock: bool = False
) -> tuple[ReturnPlan, "CaseCard"]:
    """Fetch a plan with its case, for one purpose.

    Args:
        plan_id: As in the address.
        actor: Who asks.
        permission: What for.
        lock: Hold the row until the transaction ends.

    Raises:
        NotFound: No such plan, none they may know of, or not for this.
    """
    plan, case = _find(plan_id, actor, lock=lock)
    if not policies.may(actor, permission, case.relation):
        raise NotFound(NO_SUCH)
    return plan, case


def get_for_deed(
    plan_id: UUID, deed: "Deed", *, actor: "Actor", lock: bool = False
) -> tuple[ReturnPlan, "CaseCard"]:
    """Fetch a plan for one deed; whether its state allows it is not asked here.

    Raises:
        NotFound: No such plan, none they may know of, or not theirs to do.
    """
    plan, case = _find(plan_id, actor, lock=lock)
    if not policies.entitle(actor, plan, case.relation, deed):
        raise NotFound(NO_SUCH)
    return plan, case


def known_of(plan: ReturnPlan, *, is_child: bool) -> Known:
    """Gather what is known of a plan besides its own row. The caller may read it."""
    return Known(
        WishTalk.objects.filter(plan=plan).first(),
        RiskCheck.objects.filter(plan=plan).first(),
        list(TransitPoint.objects.filter(plan=plan)),
        plan.places.filter(kind=PlaceKind.FIRST_NIGHT).exists(),
        is_child,
    )


def list_of_case(case_id: UUID, *, actor: "Actor") -> list[ReturnPlan]:
    """List the plans of a case for those who may read them, and for the co-ordinator their states."""
    case = casework.case_card(case_id, actor=actor, permission=Permission.CASE_VIEW)
    may_know = policies.may(actor, Permission.RETURN_VIEW, case.relation)
    if not (may_know or case.relation is Relation.COORDINATOR):
        return []
    return list(ReturnPlan.objects.filter(case_id=case_id).select_related("meets")[:MOST])


def list_live(*, actor: "Actor") -> list[ReturnPlan]:
    """List the returns that the actor's organisation has to do with and that are not over.

    Those first whose day has come.
    """
    if not policy.may_enter(actor, Permission.RETURN_VIEW):
        raise NotFound(NO_SUCH)
    rows = ReturnPlan.objects.live().of_organisation(actor.organisation_id)
    found = list(rows.select_related("case", "meets").order_by("leaves_on", "-state_at")[:MOST])
    seen = casework.known_among([row.case_id for row in found], actor=actor)
    return [row for row in found if row.case_id in seen and _may_view(row, actor)]


def get_package(package_id: UUID, *, actor: "Actor", lock: bool = False) -> Package:
    """Fetch a package of one's own organisation.

    Raises:
        NotFound: No such package, or another organisation's, or not an own case any more.
    """
    rows = Package.objects.select_related("case", "sender", "key__partner__organisation")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(pk=package_id, sender_id=actor.organisation_id).first()
    if found is None:
        raise NotFound(NO_SUCH_PACKAGE)
    case_for(found.case_id, Permission.RETURN_PACKAGE, actor=actor)
    return found


def list_packages(case_id: UUID, *, actor: "Actor") -> list[Package]:
    """List the packages that the actor's organisation made for a case, newest first."""
    rows = Package.objects.filter(case_id=case_id, sender_id=actor.organisation_id)
    related = rows.select_related("key__partner__organisation").prefetch_related("answers")
    return list(related.defer("sealed")[:MOST])


def list_partners(*, actor: "Actor") -> list[Partner]:
    """List the partners in other countries, by country, and in it by name.

    Raises:
        NotFound: Not for this member.
    """
    if not policy.may_enter(actor, Permission.RETURN_PARTNER):
        raise NotFound(NO_SUCH_PARTNER)
    rows = Partner.objects.select_related("organisation").order_by("pk")
    return sorted(rows, key=_country_and_name)


def get_partner(partner_id: int, *, actor: "Actor") -> Partner:
    """Fetch a partner.

    Raises:
        NotFound: No such partner, or the actor has nothing to do with partners.
    """
    found = Partner.objects.select_related("organisation").filter(pk=partner_id).first()
    if found is None or not policy.may_enter(actor, Permission.RETURN_PARTNER):
        raise NotFound(NO_SUCH_PARTNER)
    return found


def get_key(key_id: int, *, actor: "Actor", lock: bool = False) -> PartnerKey:
    """Fetch a partner's key in the own register.

    Raises:
        NotFound: No such key there.
    """
    rows = PartnerKey.objects.select_related("partner__organisation")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(pk=key_id, organisation_id=actor.organisation_id).first()
    if found is None or not policy.may_enter(actor, Permission.RETURN_PARTNER):
        raise NotFound(NO_SUCH_PARTNER)
    return found


def list_keys(partner: Partner, *, actor: "Actor") -> list[PartnerKey]:
    """List the keys of a partner in the own register, the newest first."""
    own = PartnerKey.objects.filter(partner=partner, organisation_id=actor.organisation_id)
    return list(own)


def usable_keys(*, actor: "Actor") -> list[PartnerKey]:
    """List the keys to which the actor's organisation may seal today, by the partner's name.

    The newest of each partner.
    """
    rows = PartnerKey.objects.usable_on(clock.today()).filter(
        organisation_id=actor.organisation_id
    )
    newest: dict[int, PartnerKey] = {}
    for row in rows.select_related("partner__organisation").order_by("second_at"):
        newest[row.partner_id] = row
    return sorted(newest.values(), key=lambda key: place_of(key.partner.organisation.name))


def _country_and_name(row: Partner) -> tuple[list[int], list[int]]:
    return place_of(places.country_name(row.country)), place_of(row.organisation.name)


def _may_view(plan: ReturnPlan, actor: "Actor") -> bool:
    own = plan.case.owner_id == actor.organisation_id
    relation = Relation.OWNER if own else Relation.RECEIVER
    return bool(policies.may(actor, Permission.RETURN_VIEW, relation))


def _find(plan_id: UUID, actor: "Actor", *, lock: bool) -> tuple[ReturnPlan, "CaseCard"]:
    rows = ReturnPlan.objects.select_related("case", "meets")
    if lock:
        rows = rows.select_for_update(of=("self",))
    plan = rows.filter(pk=plan_id).first()
    if plan is None:
        raise NotFound(NO_SUCH)
    case = casework.case_card(plan.case_id, actor=actor, permission=Permission.CASE_VIEW)
    return plan, case
