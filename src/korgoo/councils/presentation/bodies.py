"""Bodies and their composition, laid out for pages."""

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.councils import panels, policies, selectors, wording
from korgoo.councils.enums import BodyKind
from korgoo.councils.models import Body, Seat
from korgoo.councils.selectors import Sitting
from korgoo.lib import clock
from korgoo.lib.collation import place_of

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def list_page(*, actor: "Actor") -> dict[str, Any]:
    """Lay out all bodies by kind; those that ended apart."""
    today = clock.today()
    rows = selectors.all_bodies(actor=actor)
    mine = selectors.bodies_of(actor.organisation_id, today)
    there = [row for row in rows if row.is_there_on(today)]
    groups = [
        {"title": str(BodyKind(kind).label), "bodies": [_line(row, mine) for row in found]}
        for kind, found in groupby(there, key=lambda row: row.kind)
    ]
    return {
        "groups": groups,
        "ended": [_line(row, mine) for row in rows if not row.is_there_on(today)],
        "may_oversee": bool(policies.oversee(actor)),
    }


def body_page(body_id: int, day: date, *, actor: "Actor") -> dict[str, Any]:
    """Lay out a body with its composition on a day.

    Raises:
        NotFound: No such body, or the actor has no part in the platform.
    """
    body = selectors.get_body(body_id, actor=actor)
    keeper = selectors.keeper_on(body, clock.today())
    seats = selectors.all_seats(body_id)
    return {
        "body": _facts(body, keeper),
        "day": day,
        "is_today": day == clock.today(),
        "members": [_sitting(one) for one in selectors.sittings(body_id, day)],
        "past": [_seat(one) for one in seats if one.valid_to and one.valid_to < day],
        "coming": [_seat(one) for one in seats if one.valid_from > day],
        "may_keep": bool(policies.keep(actor, keeper)),
        "may_oversee": bool(policies.oversee(actor)),
        "panels": _panels(body_id, actor, may_keep=bool(policies.keep(actor, keeper))),
    }


def head(body: Body) -> dict[str, Any]:
    """Name a body on top of a page that changes it."""
    return {"body": {"id": body.pk, "name": body.name, "href": address(body.pk)}}


def address(body_id: int) -> str:
    """Give the address of a body's page."""
    return reverse("councils:body", args=[body_id])


def organisation_choices() -> list[tuple[str, str]]:
    """List the organisations that exist today, by name."""
    cards = access.all_in_force()
    rows = sorted(cards.items(), key=lambda pair: place_of(pair[1]))
    return [(str(number), name) for number, name in rows]


def body_initial(body: Body) -> dict[str, Any]:
    """Fill the form of a body with what is known."""
    return {
        "kind": body.kind,
        "name_ky": body.name_ky,
        "name_ru": body.name_ru,
        "name_en": body.name_en,
        "region": body.region,
        "founded": body.founded,
        "basis": body.basis,
        "keeper": str(selectors.keeper_on(body, clock.today()) or ""),
    }


def may_edit_any(actor: "Actor") -> bool:
    """Tell whether somebody may keep bodies at all."""
    return bool(policies.may(actor, Permission.BODY_EDIT))


def _line(body: Body, mine: set[int]) -> dict[str, Any]:
    return {
        "name": body.name,
        "href": address(body.pk),
        "region": wording.unit_name(body.region),
        "founded": wording.history_day(body.founded, body.founded_known_to)
        if body.founded
        else "–",
        "ended": body.ended,
        "is_mine": body.pk in mine,
        "is_fictitious": body.is_fictitious,
    }


def _facts(body: Body, keeper: int | None) -> dict[str, Any]:
    return {
        "id": body.pk,
        "name": body.name,
        "kind": body.get_kind_display(),
        "region": wording.unit_name(body.region),
        "founded": wording.history_day(body.founded, body.founded_known_to)
        if body.founded
        else "",
        "ended": body.ended,
        "basis": body.basis,
        "keeper": access.names_of([keeper])[keeper] if keeper else "",
        "source": body.source,
        "needs_review": body.needs_review,
        "is_fictitious": body.is_fictitious,
    }


def _sitting(one: Sitting) -> dict[str, Any]:
    return {
        "id": one.seat.pk,
        "organisation": one.name,
        "taken_as": one.taken_as,
        "until": one.until,
        "seat": one.seat.get_kind_display(),
        "position": one.seat.position,
        "phone": one.seat.phone,
        "unit": wording.unit_name(one.seat.unit) if one.seat.unit else "",
        "since": one.seat.valid_from,
        "is_open": one.seat.valid_to is None,
    }


def _seat(row: Seat) -> dict[str, Any]:
    return {
        "organisation": row.organisation.name,
        "seat": row.get_kind_display(),
        "days": wording.span(row.valid_from, row.valid_to),
    }


def _panels(body_id: int, actor: "Actor", *, may_keep: bool) -> list[dict[str, Any]]:
    shown = []
    for panel in panels.REGISTERED.panels.values():
        lines = panel.find(actor, body_id)
        deed = panel.deed(body_id) if panel.deed and may_keep else None
        if lines or deed:
            shown.append({"title": panel.words, "lines": lines, "deed": deed})
    return shown
