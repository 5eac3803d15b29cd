"""Seats of organisations: given, ended, corrected; never two where one can be."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.councils import policies, selectors
from korgoo.councils.enums import SINGLE, SeatKind
from korgoo.councils.models import Body, Seat
from korgoo.councils.policies import Held
from korgoo.lib import clock
from korgoo.lib.dates import long_day
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor


class Overlap(DomainError):
    """Two seats that cannot stand beside each other."""


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """What a seat is: whose, as what, from when, and which office speaks there.

    Args:
        unit: Code of the region or district it speaks for; may be empty.
    """

    organisation_id: int
    kind: str
    valid_from: date
    valid_to: date | None = None
    position: str = ""
    phone: str = ""
    unit: str = ""


@transaction.atomic
def add_seat(body_id: int, facts: SeatFacts, *, actor: "Actor | None") -> Seat:
    """Give an organisation a seat in a body.

    Args:
        body_id: Of the body.
        facts: The seat.
        actor: Who writes it down; None for the demonstration and the command line.

    Raises:
        NotFound: No such body, or another organisation keeps it.
        Forbidden: The days do not fit each other.
        Overlap: The organisation sits there already, or there would be two chairs at once.
    """
    body = selectors.get_kept(body_id, actor=actor, lock=True)
    check_days(facts.valid_from, facts.valid_to, body)
    refuse_overlap(facts, Seat.objects.filter(body=body).select_related("organisation"))
    seat = write_seat(body.pk, facts)
    audit.record(Event.SEAT_GIVEN, actor=actor, target=seat, detail=facts.kind)
    return seat


@transaction.atomic
def end_seat(seat_id: int, last_day: date, *, actor: "Actor") -> Seat:
    """Let a seat end on a day.

    Raises:
        NotFound: No such seat, or another organisation keeps the body.
        DomainError: It has ended already, or would end before it began.
    """
    body_id = selectors.get_seat(seat_id, actor=actor).body_id
    selectors.get_kept(body_id, actor=actor, lock=True)
    seat = selectors.get_seat(seat_id, actor=actor)
    if seat.valid_to is not None:
        raise DomainError(_("This seat has a last day already."))
    policies.days(seat.valid_from, last_day).require()
    _refuse_far(last_day)
    seat.valid_to = last_day
    seat.save(update_fields=["valid_to"])
    audit.record(Event.SEAT_ENDED, actor=actor, target=seat)
    return seat


@transaction.atomic
def change_office(seat_id: int, *, position: str, phone: str, actor: "Actor") -> Seat:
    """Write which official position speaks on a seat, and its office telephone.

    Raises:
        NotFound: No such seat, or another organisation keeps the body.
    """
    seat = selectors.get_seat(seat_id, actor=actor)
    seat.position, seat.phone = position, phone
    seat.save(update_fields=["position", "phone"])
    audit.record(Event.SEAT_CHANGED, actor=actor, target=seat)
    return seat


def refuse_overlap(facts: SeatFacts, seats: "Iterable[Seat]") -> None:
    """Refuse a seat that cannot stand beside those of the body.

    Raises:
        Overlap: In words: whose seat, from when.
    """
    line = access.lineage()
    others = [_held(seat, line) for seat in seats]
    new = Held(
        bearers_of(facts.organisation_id, line), facts.kind, facts.valid_from, facts.valid_to
    )
    found = policies.overlap(new, others)
    if found is not None:
        raise Overlap(overlap_words(facts.kind, found))


def bearers_of(
    organisation_id: int, line: "access.Lineage"
) -> "tuple[tuple[int, date, date | None], ...]":
    """List who bears a seat of an organisation, one after the other."""
    spans = line.spans(organisation_id)
    return tuple((span.organisation_id, span.begins, span.ends) for span in spans)


def overlap_words(kind: str, found: Held) -> str:
    """Say which seat stands in the way of a new one."""
    words = {"organisation": found.name, "day": long_day(found.begins)}
    if found.kind == kind and SeatKind(kind) in SINGLE:
        if kind == SeatKind.CHAIR:
            text = _("There would be two chairs at once: %(organisation)s since %(day)s.")
        else:
            text = _("There would be two secretaries at once: %(organisation)s since %(day)s.")
    else:
        text = _("%(organisation)s sits here already, since %(day)s. End that seat first.")
    return str(text) % words


def check_days(begins: date, ends: date | None, body: Body) -> None:
    """Refuse days that a seat of this body cannot have.

    Raises:
        Forbidden: The last day lies before the first one.
        DomainError: A day is impossible for this country or this body.
    """
    policies.days(begins, ends).require()
    _refuse_far(begins)
    if ends is not None:
        _refuse_far(ends)
    if body.founded is not None and begins < body.founded:
        raise DomainError(_("The body did not exist yet on the first day."))
    if body.ended is not None and (begins > body.ended or (ends or begins) > body.ended):
        raise DomainError(_("The body has ended before that."))


def write_seat(body_id: int, facts: SeatFacts) -> Seat:
    """Write a seat, in the transaction of a deed that leaves the trace."""
    return Seat.objects.create(
        body_id=body_id,
        organisation_id=facts.organisation_id,
        kind=facts.kind,
        valid_from=facts.valid_from,
        valid_to=facts.valid_to,
        position=facts.position,
        phone=facts.phone,
        unit=facts.unit,
    )


def _held(seat: Seat, line: "access.Lineage") -> Held:
    bearers = bearers_of(seat.organisation_id, line)
    return Held(bearers, seat.kind, seat.valid_from, seat.valid_to, seat.organisation.name)


def _refuse_far(day: date) -> None:
    if not policies.is_plausible(day, clock.today()):
        raise DomainError(_("Choose a day since 1991, and not many years ahead."))
