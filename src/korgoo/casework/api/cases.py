"""Cases: which there are, what they tell, who takes part in them."""

from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Event, Facet, Permission, Relation
from korgoo.casework import grants, selectors, services, traces
from korgoo.casework.api._found import card_of, case_of, line_of
from korgoo.casework.cards import CaseCard, CaseLine
from korgoo.casework.enums import AgeBand, Danger, Matter
from korgoo.casework.models import Case, CaseParty
from korgoo.identification.enums import AgeCheck
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from korgoo.access.actor import Actor


Rows = TypeVar("Rows", bound="QuerySet[Any]")


def case_card(case_id: UUID, *, actor: "Actor", permission: Permission) -> CaseCard:
    """Describe a case for one purpose.

    Raises:
        NotFound: No such case, none the actor may know of, or not for this.
    """
    case = selectors.get_case(case_id, actor=actor, permission=permission)
    return card_of(case, selectors.relation(case, actor=actor))


def hold_case(case_id: UUID, *, actor: "Actor", permission: Permission) -> CaseCard:
    """Describe a case for one purpose, and hold it until the deed is done: one deed after the other.

    Raises:
        NotFound: No such case, none the actor may know of, or not for this.
        Forbidden: The case is closed, and this is no deed for a closed case.
    """
    case = selectors.get_case(case_id, actor=actor, permission=permission, lock=True)
    return card_of(case, selectors.relation(case, actor=actor))


def hold_for_job(case_id: UUID) -> CaseCard:
    """Describe a case for the platform's own work, and hold it until the transaction ends."""
    return card_of(Case.objects.select_for_update(of=("self",)).get(pk=case_id), Relation.NONE)


def own_cases_by_id(case_ids: "Iterable[UUID]", *, actor: "Actor") -> dict[UUID, CaseCard]:
    """Describe cases of the actor's own organisation by their numbers; others are left out."""
    rows = Case.objects.owned_by(actor.organisation_id).filter(pk__in=set(case_ids))
    return {row.pk: card_of(row, Relation.OWNER) for row in rows}


def own_cases(case_codes: "Iterable[str]", *, actor: "Actor") -> dict[str, CaseCard]:
    """Find cases of the actor's own organisation by their codes.

    Args:
        case_codes: Nine digits each.
        actor: Who may fill in cards there.

    Returns:
        The cases found, by code. A case of others is missing as if there were none.
    """
    own = Case.objects.owned_by(actor.organisation_id).open_to(actor)
    rows = own.filter(code__in=set(case_codes))
    return {
        row.code: card_of(row, Relation.OWNER)
        for row in rows
        if policy.decide(actor, Permission.SCREENING_FILL, Relation.OWNER)
    }


def own_lines(
    case_ids: "Iterable[UUID]" = (), *, case_codes: "Iterable[str]" = (), actor: "Actor"
) -> dict[UUID, CaseLine]:
    """Describe own cases in a line each, by number or code; others, and closed ones, are left out."""
    own = Case.objects.owned_by(actor.organisation_id).open_to(actor).select_related("owner")
    rows = own.filter(Q(pk__in=set(case_ids)) | Q(code__in=set(case_codes)))
    return {row.pk: line_of(row) for row in rows}


def known_among(case_ids: "Iterable[UUID]", *, actor: "Actor") -> frozenset[UUID]:
    """Tell of which of these cases the actor may know, in one query."""
    rows = Case.objects.visible_to(actor).filter(pk__in=set(case_ids))
    return frozenset(rows.values_list("pk", flat=True))


def restricted_among(case_ids: "Iterable[UUID]") -> frozenset[UUID]:
    """Tell of which of these cases nothing more is to be done, at the person's wish."""
    rows = Case.objects.filter(pk__in=set(case_ids), restricted_at__isnull=False)
    return frozenset(rows.values_list("pk", flat=True))


def recent(*, actor: "Actor", most: int = 5) -> list[CaseLine]:
    """List the newest cases of the actor's organisation."""
    return [line_of(row) for row in selectors.list_own_cases(actor=actor).cases[:most]]


def recent_watched(*, actor: "Actor", most: int = 5) -> list[CaseLine]:
    """List the newest cases of the whole mechanism, for the co-ordinator.

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    return [line_of(row) for row in selectors.list_watched_cases(actor=actor).cases[:most]]


def open_from_field(*, channel: str, language: str, danger: Danger, actor: "Actor") -> UUID:
    """Open a case for a person whose questions were asked elsewhere, and brought in afterwards.

    Nothing but codes is known: what the person asks for was not among the questions.

    Args:
        channel: How the contact came.
        language: Code of the language that the person speaks best.
        danger: Was anyone in danger then?
        actor: Who brings the form in. Their organisation owns the case.

    Returns:
        The number of the case.

    Raises:
        NotFound: The actor may not open cases.
    """
    if not policy.may_enter(actor, Permission.CASE_OPEN):
        raise NotFound(_("We found no such page."))
    first = services.FirstContact(channel, language, danger, Matter.OTHER)
    return services.open_case(first, actor=actor).pk


def known_age(card: CaseCard) -> AgeCheck | None:
    """Say what a case tells of the age, so that it is not asked twice; None when it is open."""
    if card.age_band == AgeBand.UNKNOWN:
        return None
    if card.age_band == AgeBand.DOUBT:
        return AgeCheck.DOUBT
    return AgeCheck.CHILD if card.is_child else AgeCheck.ADULT


def open_cases_of(worker_id: int, *, organisation_id: int) -> list[UUID]:
    """List the open cases for which a member is responsible, the oldest first."""
    rows = Case.objects.owned_by(organisation_id).worked_on_by(worker_id)
    return list(rows.order_by("opened_at", "pk").values_list("pk", flat=True))


def add_party(case_id: UUID, *, organisation_id: int, actor: "Actor") -> frozenset[Facet]:
    """Let an organisation take part in a case; say which parts it can open."""
    return services.add_party(case_of(case_id), organisation_id=organisation_id, actor=actor)


def end_party(case_id: UUID, *, organisation_id: int, actor: "Actor | None") -> None:
    """End an organisation's part in a case; what was shared is closed at once."""
    services.end_party(case_of(case_id), organisation_id=organisation_id, actor=actor)


def parties_of(case_id: UUID) -> frozenset[int]:
    """Say which organisations take part in a case besides the owner. For who may know of all."""
    rows = CaseParty.objects.filter(case_id=case_id, until__isnull=True)
    return frozenset(rows.values_list("organisation_id", flat=True))


def without_closed(rows: Rows, *, actor: "Actor") -> Rows:
    """Leave out another mission's rows of cases that a conflict of interest closes to a member.

    Args:
        rows: Of a model with a ``case`` or a ``case_id``.
        actor: For whom there are no such cases. No further query is asked.
    """
    return grants.without_closed(rows, actor=actor)


def closed_cases(*, actor: "Actor") -> frozenset[UUID]:
    """List the cases that a conflict of interest closes to a member: for them there are none."""
    return grants.closed_cases(actor=actor)


def leave_trace(
    event: Event,
    case_id: UUID,
    *,
    actor: "Actor | None",
    other_id: int | None = None,
    detail: str = "",
) -> None:
    """Record another mission's step in the audit trail and on the timeline of the case."""
    traces.leave(event, case_of(case_id), actor=actor, other_id=other_id, detail=detail)
