"""Promises, limited to what the actor may know."""

from collections.abc import Hashable
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Q, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access.enums import Mandate, Permission
from korgoo.commitments import origins, policies
from korgoo.commitments.enums import State
from korgoo.commitments.models import Commitment, Evidence
from korgoo.commitments.selectors.wanted import Standing as Wish
from korgoo.commitments.selectors.wanted import Wanted
from korgoo.commitments.standing import Standing
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from korgoo.access.actor import Actor
    from korgoo.commitments.models.commitments import CommitmentQuerySet

NO_SUCH = _("We found no such promise.")
EVERYTHING = Wanted()


def get_commitment(commitment_id: UUID, *, actor: "Actor", lock: bool = False) -> Commitment:
    """Fetch a promise that the actor may know of.

    Args:
        commitment_id: As in the address.
        actor: Who asks.
        lock: Hold the row until the transaction ends.

    Raises:
        NotFound: No such promise, or it was made where the actor does not belong.
    """
    if lock:
        Commitment.objects.select_for_update().filter(pk=commitment_id).first()
    row = _rows().filter(pk=commitment_id).first()
    if row is None or not policies.may(actor, Permission.COMMITMENT_VIEW):
        raise NotFound(NO_SUCH)
    if not _is_known(row, actor, access.Succession()):
        raise NotFound(NO_SUCH)
    return row


def get_evidence(commitment_id: UUID, evidence_id: UUID, *, actor: "Actor") -> Evidence:
    """Fetch the file of a piece of evidence.

    Raises:
        NotFound: No such promise for the actor, or no such file.
    """
    row = get_commitment(commitment_id, actor=actor)
    found = Evidence.objects.filter(pk=evidence_id, commitment=row, size__gt=0).first()
    if found is None:
        raise NotFound(NO_SUCH)
    return found


def get_public(commitment_id: UUID) -> Commitment:
    """Fetch a promise that its organisation chose to show.

    Raises:
        NotFound: No such promise on the public page.
    """
    row = _rows().filter(pk=commitment_id, is_public=True).first()
    if row is None:
        raise NotFound(NO_SUCH)
    return row


def list_commitments(
    wanted: Wanted = EVERYTHING, *, actor: "Actor", origin: tuple[str, str] | None = None
) -> list[Commitment]:
    """List promises that the actor may know of: late first, then what ends soonest, then what is over.

    Args:
        wanted: What of them.
        actor: Who asks.
        origin: Only those made there: kind and key.
    """
    if not policies.may(actor, Permission.COMMITMENT_VIEW):
        return []
    known, today = access.Succession(), clock.today()
    rows = _narrowed(wanted, known, actor)
    if origin is not None:
        rows = rows.filter(origin_kind=origin[0], origin_key=origin[1])
    seen: dict[tuple[str, str], bool] = {}
    found = [row for row in rows if _is_known(row, actor, known, seen)]
    return sorted(found, key=lambda row: _place(row, today))


def list_public(*, origin: tuple[str, str] | None = None) -> list[Commitment]:
    """List what organisations chose to show to everybody: open first, then what was kept."""
    rows = _rows().shown()
    if origin is not None:
        rows = rows.filter(origin_kind=origin[0], origin_key=origin[1])
    today = clock.today()
    return sorted(rows, key=lambda row: _place(row, today))


def public_version() -> Hashable:
    """Tell what is shown to everybody from its earlier states, by counting deeds: one small query."""
    told = Commitment.objects.aggregate(Sum("version"), Count("pk"))
    return (told["version__sum"], told["pk__count"])


def due(before: datetime) -> list[Commitment]:
    """List open promises whose last day is over before a moment (aware), also those that are late."""
    last = timezone.localdate(before)
    rows = Commitment.objects.open().filter(due_on__lt=last).select_related("promiser")
    return [row for row in rows if row.due_on and end_of(row.due_on) <= before]


def end_of(day: date) -> datetime:
    """Say when a day is over in the country."""
    return timezone.make_aware(datetime.combine(day, time.max))


def start_of(day: date) -> datetime:
    """Say when a day begins in the country."""
    return timezone.make_aware(datetime.combine(day, time.min))


def standing_of(row: Commitment, *, actor: "Actor") -> Standing:
    """Gather what decisions about a promise need."""
    bearer = access.bearers_on([row.promiser_id], clock.today())[row.promiser_id]
    return Standing(
        row=row,
        bearer_id=bearer,
        bearer_coordinates=Mandate.COORDINATE in access.card(bearer).mandates,
        is_kept_here=origins.is_kept_by(actor, row.origin_kind, row.origin_key),
    )


def organisations_named(*, actor: "Actor") -> set[int]:
    """List the organisations that promised something that the actor may know of, or bear it today."""
    known, today = access.Succession(), clock.today()
    made = {row.promiser_id for row in list_commitments(actor=actor)}
    return made | {known.bearer_on(one, today) for one in made}


def origin_kinds(*, actor: "Actor") -> set[str]:
    """List the kinds of origin among the promises that the actor may know of."""
    return {row.origin_kind for row in list_commitments(actor=actor)}


def _rows() -> "CommitmentQuerySet":
    return Commitment.objects.select_related("promiser", "beneficiary_organisation")


def _narrowed(wanted: Wanted, known: access.Succession, actor: "Actor") -> "QuerySet[Commitment]":
    today, rows = clock.today(), _rows()
    if wanted.is_mine:
        rows = rows.of(known.borne_by(actor.organisation_id, today))
    if wanted.origin:
        rows = rows.filter(origin_kind=wanted.origin)
    if wanted.organisation_id is not None:
        one = wanted.organisation_id
        rows = rows.of(known.borne_by(one, today) | {one})
    return rows.filter(_standing(wanted.standing, today))


def _standing(wish: str, today: date) -> Q:
    late = Q(state=State.OPEN, due_on__lt=today)
    match wish:
        case "":
            return Q()
        case Wish.LATE:
            return late
        case Wish.OPEN:
            return Q(state=State.OPEN) & (Q(due_on=None) | Q(due_on__gte=today))
        case Wish.UNFINISHED:
            return Q(state=State.OPEN)
        case _:
            return Q(state=wish)


def _is_known(
    row: Commitment,
    actor: "Actor",
    known: access.Succession,
    seen: dict[tuple[str, str], bool] | None = None,
) -> bool:
    """Tell whether the actor may know of a promise; who bears or wrote it always may."""
    bearer = known.bearer_on(row.promiser_id, clock.today())
    if actor.organisation_id in {bearer, row.organisation_id}:
        return True
    seen, place = {} if seen is None else seen, (row.origin_kind, row.origin_key)
    if place not in seen:
        seen[place] = origins.is_known_to(actor, *place)
    return seen[place]


RANKS = {State.OPEN: 1, State.FULFILLED: 2, State.CONFIRMED: 3, State.WITHDRAWN: 4}


def _place(row: Commitment, today: date) -> tuple[int, int, str]:
    """Give the place in a list: late, open by day, to be confirmed; then what is over, newest first."""
    rank = 0 if row.is_late_on(today) else RANKS[State(row.state)]
    if row.state in {State.CONFIRMED, State.WITHDRAWN}:
        return rank, -row.changed_at.toordinal(), row.code
    return rank, (row.due_on or date.max).toordinal(), row.code
