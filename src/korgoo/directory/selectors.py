"""What members may know of services and places, and the co-ordinator of gaps."""

from collections import defaultdict
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.directory.models import Gap, Places, PlacesChange, SealedAddress, Service
from korgoo.lib import clock
from korgoo.lib.collation import place_of
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor

NO_SUCH = _("We found no such service.")
MOST_CHANGES = 50


def list_services(
    *, actor: "Actor", kind: str = "", region: str = "", group: str = ""
) -> list[Service]:
    """List the services of today, for any member who works on cases: by kind, then by whose.

    Args:
        actor: Who asks.
        kind: Keep one kind of help.
        region: Keep those that serve this region, or the whole country.
        group: Keep those that take this group.

    Raises:
        NotFound: The actor may not look at the directory.
    """
    _may_look(actor)
    rows = Service.objects.valid_on(clock.today()).whole()
    found = rows.filter(kind=kind) if kind else rows
    fitting = [
        row
        for row in found
        if (not region or not row.regions or region in row.regions)
        and (not group or group in row.takes)
    ]
    return sorted(fitting, key=lambda row: (row.kind, place_of(row.organisation.name)))


def list_of_organisation(organisation_id: int, *, actor: "Actor") -> list[Service]:
    """List the services of one organisation today.

    Raises:
        NotFound: The actor may not look at the directory.
    """
    _may_look(actor)
    return list(Service.objects.valid_on(clock.today()).of(organisation_id).whole())


def list_own(*, actor: "Actor") -> list[Service]:
    """List every service of the actor's organisation, those that ended and those to come too."""
    return list(Service.objects.of(actor.organisation_id).whole())


def get_own(service_id: UUID, *, actor: "Actor", lock: bool = False) -> Service:
    """Fetch a service of the actor's own organisation.

    Raises:
        NotFound: No such service, or another organisation's.
    """
    rows = Service.objects.of(actor.organisation_id)
    rows = rows.select_for_update(of=("self",)) if lock else rows.whole()
    row = rows.filter(pk=service_id).first()
    if row is None or not policy.may_enter(actor, Permission.SERVICE_EDIT):
        raise NotFound(NO_SUCH)
    return row


def get_places(service: Service, group: str) -> Places:
    """Fetch and lock the places of one group.

    Raises:
        NotFound: The service counts no places for it.
    """
    row = Places.objects.select_for_update(of=("self",)).filter(service=service, group=group)
    found = row.first()
    if found is None:
        raise NotFound(_("This service counts no places for that group."))
    return found


def find_address(service: Service) -> SealedAddress | None:
    """Find the sealed address of an own service; only ``addresses`` opens it."""
    return SealedAddress.objects.filter(service=service).first()


def has_address(services: "Iterable[Service]") -> frozenset[UUID]:
    """Tell of which services an address was written, in one query."""
    rows = SealedAddress.objects.filter(service__in=list(services))
    return frozenset(rows.values_list("service_id", flat=True))


def list_changes(service: Service) -> list[PlacesChange]:
    """List how the places of an own service changed, newest first."""
    return list(PlacesChange.objects.filter(service=service)[:MOST_CHANGES])


def has_arrived(arrival_id: UUID) -> bool:
    """Tell whether a referral has taken a place already."""
    return PlacesChange.objects.filter(arrival_id=arrival_id).exists()


def offering(kind: str, organisation_ids: "Iterable[int]") -> dict[int, list[Service]]:
    """Find the services of one kind today, by organisation, in two queries."""
    rows = Service.objects.valid_on(clock.today()).whole()
    found: dict[int, list[Service]] = defaultdict(list)
    for row in rows.filter(kind=kind, organisation_id__in=set(organisation_ids)):
        found[row.organisation_id].append(row)
    return found


def providers_of(kind: str) -> frozenset[int]:
    """Say which organisations give this kind of help today, as far as they said so."""
    rows = Service.objects.valid_on(clock.today()).filter(kind=kind)
    return frozenset(rows.values_list("organisation_id", flat=True))


def count_gaps(kind: str, year: int, *, actor: "Actor") -> dict[tuple[str, str, str], int]:
    """Count whom nobody could offer help, by month, group and region: each person once a year.

    Args:
        kind: Of which help; a person may lack several kinds, which are never added up.
        year: Of which year.
        actor: Who asks.

    Returns:
        Persons by ("2026-03", group or "", region or "").

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    if not policy.may_enter(actor, Permission.GAP_VIEW):
        raise NotFound(_("We found no such page."))
    rows = Gap.objects.of_kind(kind).in_year(year)
    earlier = rows.filter(case_id=OuterRef("case_id"), month__lt=OuterRef("month"))
    first = rows.filter(~Exists(earlier)).order_by().values_list("month", "group", "region")
    return {
        (f"{month:%Y-%m}", group, region): number
        for month, group, region, number in first.annotate(number=Count("*"))
    }


def own_gaps(case_id: UUID, *, actor: "Actor") -> list[Gap]:
    """List the gaps of this month in a case of the actor's organisation; others get none."""
    rows = Gap.objects.filter(case_id=case_id, organisation_id=actor.organisation_id)
    return list(rows.filter(month=clock.today().replace(day=1)))


def _may_look(actor: "Actor") -> None:
    if not policy.may_enter(actor, Permission.DIRECTORY_VIEW):
        raise NotFound(_("We found no such page."))
