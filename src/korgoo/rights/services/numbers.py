"""Numbers: added, corrected everywhere in one act, kept although a file says another."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.countrypack import api as packs
from korgoo.lib.errors import NotFound
from korgoo.rights.enums import LONGEST_KEY, NumberKind, Trust
from korgoo.rights.models import Number
from korgoo.rights.services.confirming import mark_called, note_change
from korgoo.rights.services.editions import change_edition
from korgoo.rights.services.holding import refuse_stale, require

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

EDIT = Permission.CONTENT_EDIT


@dataclass(frozen=True, slots=True)
class NumberFacts:
    """What an editor says of a number, found in a source.

    Attributes:
        name: by language.
        hours: when somebody answers, by language; None when not known.
        was_called: the editor called it today, and it reaches whom it names.
    """

    number: str
    name: dict[str, str]
    kind: NumberKind
    destinations: tuple[str, ...]
    hours: dict[str, str] | None
    source: str
    as_of: date
    was_called: bool


@transaction.atomic
def add_number(facts: NumberFacts, *, actor: "Actor") -> Number:
    """Add a number to call.

    Raises:
        NotFound: The actor does not write public information.
    """
    require(actor, EDIT)
    number = Number(key=_free_key(facts))
    _write(number, facts, actor=actor)
    audit.record(Event.NUMBER_ADDED, actor=actor, target=number)
    return number


@transaction.atomic
def correct_number(key: str, facts: NumberFacts, *, seen: str, actor: "Actor") -> Number:
    """Correct a number everywhere: statements, cards and pages name it by its key alone.

    Args:
        key: Of the number.
        facts: As it is from now on. One that was taken off is given again.
        seen: The mark of the number as the actor had it before them.
        actor: Who corrects it.

    Raises:
        NotFound: No such number, or the actor does not write public information.
        Stale: Somebody changed it since.
    """
    require(actor, EDIT)
    number = _hold(key)
    refuse_stale(mark_of(number), seen)
    _write(number, facts, actor=actor)
    audit.record(Event.NUMBER_CORRECTED, actor=actor, target=number)
    return number


@transaction.atomic
def keep_number(key: str, *, seen: str, actor: "Actor") -> Number:
    """Leave a number as it is, although a newer file says another; it is not proposed again.

    Raises:
        NotFound: No such number, or the actor does not write public information.
        Stale: Somebody changed it since.
    """
    require(actor, EDIT)
    number = _hold(key)
    refuse_stale(mark_of(number), seen)
    if number.proposed is not None:
        note_change(number, number.proposed, number.said(), actor=actor)
        number.proposed = None
        number.save(update_fields=["proposed"])
    audit.record(Event.NUMBER_KEPT, actor=actor, target=number)
    return number


def mark_of(number: Number) -> str:
    """Mark what stands of a number: another mark, and somebody changed it."""
    said = [number.said(), number.proposed, str(number.off_since or "")]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:32]


def _hold(key: str) -> Number:
    number = Number.objects.select_for_update().filter(key=key).first()
    if number is None:
        raise NotFound(_("We found no such number."))
    return number


def _write(number: Number, facts: NumberFacts, *, actor: "Actor") -> None:
    before = number.said() if number.pk and number.off_since is None else {}
    if facts.number != number.number:
        number.checked_on = number.checked_by_id = number.checked_for_id = None
    for name in ("number", "name", "kind", "hours", "source", "as_of"):
        setattr(number, name, getattr(facts, name))
    number.destinations, number.trust = list(facts.destinations), Trust.SOURCED
    number.is_from_pack, number.proposed, number.off_since = False, None, None
    if facts.was_called:
        mark_called(number, actor=actor)
    elif number.checked_on is None:
        number.review_by = facts.as_of + packs.current().information.believed_for["number"]
    number.save()
    note_change(number, before, number.said(), actor=actor)
    change_edition()


def _free_key(facts: NumberFacts) -> str:
    key = slugify(facts.name.get("en", ""))[: LONGEST_KEY - 9].rstrip("-")
    if not key or Number.objects.filter(key=key).exists():
        return f"{key or 'number'}-{uuid4().hex[:8]}"
    return key
