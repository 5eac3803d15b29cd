"""What stands in the register. It is public: whoever asks gets the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Permission
from korgoo.agencies import policies
from korgoo.agencies.cards import AgencyCard, card_of
from korgoo.agencies.models import Agency, AgencyName, Decision, Permit, RegisterMark
from korgoo.agencies.search import Index, build
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from korgoo.access.actor import Actor

NO_SUCH = _("We found no such agency.")
EMPTY = ""
_kept: tuple[str, Index] = (EMPTY, Index())


@dataclass(frozen=True, slots=True)
class Found:
    """Agencies by name: those of exactly this name, and those of a like one, the most like first."""

    same: tuple[UUID, ...]
    like: tuple[UUID, ...]


def version() -> str:
    """Give the mark of what stands in the register: another one after every change. One small query."""
    return RegisterMark.objects.values_list("mark", flat=True).first() or EMPTY


def search(typed: str) -> Found:
    """Look for agencies by name, in any script and spelling."""
    index = _index()
    same = index.same(typed)
    like = [key for key in index.like(typed) if key not in set(same)]
    return Found(tuple(same), tuple(like))


def find_agency(agency_id: UUID) -> AgencyCard:
    """Fetch one agency with its permits and everything decided on them.

    Raises:
        NotFound: No such agency.
    """
    found = agencies_of([agency_id])
    if not found:
        raise NotFound(NO_SUCH)
    return found[0]


def agencies_of(keys: Iterable[UUID]) -> list[AgencyCard]:
    """Fetch several agencies, in the order asked for; who is not there is left out."""
    order = list(keys)
    rows = {row.pk: row for row in _whole().filter(pk__in=order)}
    return [card_of(rows[key]) for key in order if key in rows]


def agencies_in(country: str) -> list[AgencyCard]:
    """Fetch the agencies that ever had a permit for a country."""
    return [card_of(row) for row in _whole().filter(permits__country=country).distinct()]


def all_agencies() -> list[AgencyCard]:
    """Fetch the whole register: for pages that are drawn once for everybody, and for files."""
    return [card_of(row) for row in _whole()]


def permit_keys() -> list[str]:
    """List the codes of the countries for which anybody ever had a permit."""
    return sorted(Permit.objects.order_by().values_list("country", flat=True).distinct())


def newest_decisions(
    most: int, *, country: str = "", agency_id: UUID | None = None
) -> list[Decision]:
    """List decisions, last recorded first, with their permit and agency.

    Args:
        most: How many at most.
        country: Of one country, when given.
        agency_id: Of one agency, when given.
    """
    rows = Decision.objects.select_related("permit__agency")
    rows = rows.prefetch_related("permit__agency__names")
    if country:
        rows = rows.filter(permit__country=country)
    if agency_id:
        rows = rows.filter(permit__agency_id=agency_id)
    return list(rows.order_by("-recorded_at", "-day", "pk")[:most])


def decisions_since(agency_id: UUID, country: str, day: date) -> set[UUID]:
    """Say which decisions on an agency's permits for a country were recorded on a day or later."""
    rows = Decision.objects.filter(permit__agency_id=agency_id, permit__country=country)
    return set(rows.filter(recorded_at__date__gte=day).values_list("pk", flat=True))


def get_agency(agency_id: UUID, *, actor: "Actor") -> Agency:
    """Fetch an agency to change it.

    Raises:
        NotFound: No such agency, or the actor may not change the register.
    """
    _may_edit(actor)
    found = Agency.objects.filter(pk=agency_id).first()
    if found is None:
        raise NotFound(NO_SUCH)
    return found


def get_permit(permit_id: UUID, *, actor: "Actor") -> Permit:
    """Fetch a permit to record a decision on it.

    Raises:
        NotFound: No such permit, or the actor may not change the register.
    """
    _may_edit(actor)
    found = Permit.objects.select_related("agency").filter(pk=permit_id).first()
    if found is None:
        raise NotFound(_("We found no such permit."))
    return found


def get_decision(decision_id: UUID, *, actor: "Actor") -> Decision:
    """Fetch a decision to correct it.

    Raises:
        NotFound: No such decision, or the actor may not change the register.
    """
    _may_edit(actor)
    rows = Decision.objects.select_related("permit__agency")
    found = rows.filter(pk=decision_id).first()
    if found is None:
        raise NotFound(_("We found no such decision."))
    return found


def _may_edit(actor: "Actor") -> None:
    if not policies.may(actor, Permission.AGENCY_EDIT):
        raise NotFound(NO_SUCH)


def _index() -> Index:
    """Give the index of all names; made anew when the register changed, the old one meanwhile in use."""
    global _kept
    mark = version()
    if _kept[0] != mark:
        _kept = (mark, build(AgencyName.objects.order_by("pk").values_list("agency_id", "text")))
    return _kept[1]


def _whole() -> "QuerySet[Agency]":
    return Agency.objects.prefetch_related("names", "permits__decisions").order_by("pk")
