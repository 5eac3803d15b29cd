from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.councils import policies
from korgoo.councils.enums import BodyKind, SeatKind
from korgoo.councils.models import Body, Seat, Succession
from korgoo.lib import clock
from korgoo.lib.collation import place_of
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor

NO_SUCH = _("We found no such body.")
PRECEDENCE = {kind.value: place for place, kind in enumerate(SeatKind)}


@dataclass(frozen=True, slots=True)
class Sitting:
    """A seat on a day: who bears it, and under which name it was taken when another one took it."""

    seat: Seat
    organisation_id: int
    name: str
    taken_as: str = ""
    until: date | None = None


def all_bodies(*, actor: "Actor | None") -> list[Body]:
    """List every body, those that ended too, by kind and name.

    Raises:
        NotFound: The actor has no part in the platform.
    """
    _may_view(actor)
    kinds = [kind.value for kind in BodyKind]
    rows = list(Body.objects.select_related("keeper"))
    return sorted(rows, key=lambda row: (kinds.index(row.kind), place_of(row.name), row.pk))


def get_body(body_id: int, *, actor: "Actor | None", lock: bool = False) -> Body:
    """Fetch a body.

    Args:
        body_id: Its number.
        actor: Who asks; None for the platform itself.
        lock: Hold the row until the transaction ends.

    Raises:
        NotFound: No such body, or the actor has no part in the platform.
    """
    _may_view(actor)
    rows = Body.objects.filter(pk=body_id)
    found = (rows.select_for_update() if lock else rows.select_related("keeper")).first()
    if found is None:
        raise NotFound(NO_SUCH)
    return found


def get_kept(body_id: int, *, actor: "Actor | None", lock: bool = False) -> Body:
    """Fetch a body that the actor keeps.

    Raises:
        NotFound: No such body, or another organisation keeps it.
    """
    body = get_body(body_id, actor=actor, lock=lock)
    if not policies.keep(actor, keeper_on(body, clock.today())):
        raise NotFound(NO_SUCH)
    return body


def keeper_on(body: Body, day: date) -> int | None:
    """Say which organisation keeps a body on a day, following successors; None when nobody does."""
    if body.keeper_id is None:
        return None
    return access.lineage().bearer(body.keeper_id, day)


def sittings(body_id: int, day: date) -> list[Sitting]:
    """List who sits in a body on a day; the successor on the seat of who has ended.

    When two seats have come to one organisation, the higher one counts.
    """
    seats = list(Seat.objects.filter(body_id=body_id).held_on(day).select_related("organisation"))
    return _resolved(seats, day)


def organisation_ids(body_id: int, day: date) -> frozenset[int]:
    """Give the organisations that sit in a body on a day."""
    return frozenset(one.organisation_id for one in sittings(body_id, day))


def bodies_of(organisation_id: int, day: date) -> set[int]:
    """Give the bodies in which an organisation sits on a day."""
    line = access.lineage()
    mine = line.ancestors(organisation_id) | {organisation_id}
    rows = Seat.objects.held_on(day).filter(organisation_id__in=mine)
    pairs = rows.values_list("body_id", "organisation_id")
    there = set(Body.objects.there_on(day).values_list("pk", flat=True))
    return {
        body
        for body, seated in pairs
        if body in there and line.bearer(seated, day) == organisation_id
    }


def all_seats(body_id: int) -> list[Seat]:
    """List every seat of a body that ever was, the oldest first."""
    return list(
        Seat.objects.filter(body_id=body_id)
        .select_related("organisation")
        .order_by("valid_from", "pk")
    )


def get_seat(seat_id: int, *, actor: "Actor | None") -> Seat:
    """Fetch a seat of a body that the actor keeps.

    Raises:
        NotFound: No such seat, or another organisation keeps the body.
    """
    seat = Seat.objects.select_related("body", "organisation").filter(pk=seat_id).first()
    if seat is None:
        raise NotFound(_("We found no such seat."))
    get_kept(seat.body_id, actor=actor)
    return seat


def successions(*, actor: "Actor") -> list[Succession]:
    """List which organisation followed which, the newest first, as it was recorded here.

    Raises:
        NotFound: The actor has no part in the platform.
    """
    _may_view(actor)
    return list(Succession.objects.select_related("ended", "successor").order_by("-day", "-pk"))


def _resolved(seats: "Iterable[Seat]", day: date) -> list[Sitting]:
    line = access.lineage()
    borne = [(seat, line.bearer(seat.organisation_id, day)) for seat in seats]
    names = access.names_of(bearer for _seat, bearer in borne)
    best: dict[int, Sitting] = {}
    for seat, bearer in sorted(borne, key=lambda pair: PRECEDENCE[pair[0].kind]):
        ends = line.links[bearer].valid_to
        if (ends is None or day <= ends) and bearer not in best:
            best[bearer] = _sitting(seat, bearer, names)
    return sorted(best.values(), key=lambda one: (PRECEDENCE[one.seat.kind], place_of(one.name)))


def _sitting(seat: Seat, bearer: int, names: dict[int, str]) -> Sitting:
    if bearer == seat.organisation_id:
        return Sitting(seat, bearer, names[bearer])
    earlier = seat.organisation
    return Sitting(seat, bearer, names[bearer], earlier.name, earlier.valid_to)


def _may_view(actor: "Actor | None") -> None:
    if actor is not None and not policies.may(actor, Permission.BODY_VIEW):
        raise NotFound(NO_SUCH)
