"""The matching key: made by the first who needs it, given on by those who hold it, changed by two."""

from functools import partial
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from korgoo.access import audit, keyring
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.lookup import index, sealed
from korgoo.lookup.models import CaseEncoding, HouseTally, MatchingKey, MatchingKeyWrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor


def current(*, actor: "Actor") -> sealed.OpenKey | None:
    """Open the newest generation for a deed; make the first one if there is none.

    An organisation to which it is not wrapped is noted, so that whoever holds it gives it at their next deed.

    Returns:
        None when the session is locked or the key is not there yet.
    """
    newest = MatchingKey.objects.filter(ended_at__isnull=True).first()
    if newest is None:
        return _first(actor) if actor.key is not None else None
    for key in sealed.open_keys(actor):
        if key.key_id == newest.pk:
            give(key, actor=actor)
            return key
    wish_for_key(actor.organisation_id)
    return None


@transaction.atomic
def give(key: sealed.OpenKey, *, actor: "Actor | None") -> int:
    """Wrap a generation to every organisation that waits for it.

    Returns:
        To how many it was given.
    """
    waiting = set(HouseTally.objects.filter(waits_for_key=True).values_list("owner_id", flat=True))
    return _wrap(key, waiting, actor=actor) if waiting else 0


def wish_for_key(organisation_id: int) -> None:
    """Note that an organisation waits for the newest key, or for a wrap to its own new key."""
    HouseTally.objects.get_or_create(owner_id=organisation_id)
    rows = HouseTally.objects.filter(owner_id=organisation_id, waits_for_key=False)
    rows.update(waits_for_key=True)


@transaction.atomic
def make(houses: "Iterable[int]", *, actor: "Actor") -> sealed.OpenKey:
    """Make a new generation and wrap it to these organisations.

    Raises:
        IntegrityError: Another one made it at the same moment.
    """
    newest = MatchingKey.objects.first()
    number = newest.generation + 1 if newest else 1
    row = MatchingKey.objects.create(generation=number, made_at=clock.now())
    key = sealed.new_key(row)
    _wrap(key, set(houses), actor=actor)
    audit.record(Event.MATCHING_KEY_MADE, actor=actor, target=row)
    return key


@transaction.atomic
def end_old(*, actor: "Actor") -> int:
    """Destroy the wraps of generations under which nothing is encoded any more.

    Returns:
        How many generations ended.
    """
    rows = MatchingKey.objects.select_for_update(of=("self",)).filter(ended_at__isnull=True)
    ended = 0
    for row in list(rows)[1:]:
        if CaseEncoding.objects.filter(key=row).exists():
            continue
        row.wraps.all().delete()
        row.ended_at = clock.now()
        row.save(update_fields=["ended_at"])
        audit.record(Event.MATCHING_KEY_ENDED, actor=actor, target=row)
        transaction.on_commit(partial(index.drop_key, row.pk))
        ended += 1
    return ended


def _first(actor: "Actor") -> sealed.OpenKey | None:
    try:
        with transaction.atomic():
            if actor.organisation_id not in keyring.readers({actor.organisation_id}):
                return None
            HouseTally.objects.get_or_create(owner_id=actor.organisation_id)
            return make([actor.organisation_id], actor=actor)
    except IntegrityError:
        # Another house was first; it gives the key on.
        wish_for_key(actor.organisation_id)
        return None


def _wrap(key: sealed.OpenKey, houses: set[int], *, actor: "Actor | None") -> int:
    readers = keyring.readers(houses)
    MatchingKeyWrap.objects.filter(key_id=key.key_id, organisation_id__in=list(readers)).delete()
    wraps = MatchingKeyWrap.objects.bulk_create(
        sealed.wrap(key, readers[one]) for one in sorted(readers)
    )
    HouseTally.objects.filter(owner_id__in=list(readers)).update(waits_for_key=False)
    for row in wraps:
        audit.record(
            Event.MATCHING_KEY_GIVEN,
            actor=actor,
            target=f"{MatchingKey._meta.label}:{key.key_id}",
            detail=str(row.organisation_id),
        )
    return len(wraps)
