"""Printed pieces move from place to place; nowhere are there fewer than none."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound
from korgoo.materials import places, policies, selectors
from korgoo.materials.enums import Move
from korgoo.materials.errors import NotSoMany
from korgoo.materials.models import Balance, Movement, Version
from korgoo.materials.wording import NO_SUCH

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.materials.facts import Shift


@transaction.atomic
def move(version_id: UUID, shift: "Shift", *, actor: "Actor") -> Movement:
    """Write down that pieces were printed, sent on, handed out or lost.

    Args:
        version_id: Of which version.
        shift: How many, from where, to where, and when.
        actor: Who writes it down.

    Raises:
        NotFound: There is no such version, or the actor moves no stock.
        Forbidden: It is not approved, or the pieces lie with another organisation.
        NotSoMany: There are not so many pieces in that place.
        DomainError: The day lies ahead, or a place is missing or wrong.
    """
    if not policies.may(actor, Permission.STOCK_MOVE):
        raise NotFound(NO_SUCH)
    version = selectors.get_version(version_id, actor=actor)
    _judge(version, shift, actor)
    if shift.source:
        _take(version, shift)
    if shift.target:
        _put(version, shift)
    row = Movement.objects.create(
        version=version,
        move=shift.move,
        count=shift.count,
        source=shift.source,
        target=shift.target,
        day=shift.day,
        note=shift.note,
        at=clock.now(),
        by_id=actor.user_id,
        organisation_id=actor.organisation_id,
    )
    audit.record(Event.STOCK_MOVED, actor=actor, target=row, detail=shift.move.value)
    return row


def _judge(version: Version, shift: "Shift", actor: "Actor") -> None:
    maker = version.material.organisation_id
    policies.stock(version, shift.move).require()
    if shift.move is Move.PRINTED:
        policies.print_new(maker_id=maker, actor=actor).require()
    else:
        policies.take_from(shift.source, maker_id=maker, actor=actor).require()
    if shift.day > clock.today():
        raise DomainError(_("This day lies ahead. Write down what has happened."))
    if shift.source and shift.source == shift.target:
        raise DomainError(_("The pieces lie there already. Choose another place."))
    for place in filter(None, (shift.source, shift.target)):
        if not places.is_known(place):
            raise DomainError(_("There is no such place today. Choose one of the list."))


def _take(version: Version, shift: "Shift") -> None:
    """Take pieces out, in one statement: of two who take the last ones, one does."""
    shelf = Balance.objects.filter(version=version, place=shift.source)
    taken = shelf.filter(count__gte=shift.count).update(count=F("count") - shift.count)
    if taken:
        return
    left = shelf.values_list("count", flat=True).first() or 0
    words = ngettext(
        "Only %(num)s piece lies in this place: %(place)s. Write down what was printed or sent first.",
        "Only %(num)s pieces lie in this place: %(place)s. Write down what was printed or sent first.",
        left,
    )
    raise NotSoMany(words % {"num": left, "place": places.name(shift.source)})


def _put(version: Version, shift: "Shift") -> None:
    Balance.objects.get_or_create(version=version, place=shift.target)
    shelf = Balance.objects.filter(version=version, place=shift.target)
    shelf.update(count=F("count") + shift.count)
