"""The two keys: each made by the first who needs it, given on by those who hold it."""

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from korgoo.access import audit, keyring, selectors
from korgoo.access.enums import Event, Mandate
from korgoo.lib import clock
from korgoo.pairs import policies, sealed
from korgoo.pairs.enums import Purpose
from korgoo.pairs.models import SharedKey, SharedKeyWrap

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

KEY = "pairs.SharedKey"


def coordinators() -> set[int]:
    """List the organisations that watch over the mechanism today and do not investigate."""
    found = selectors.organisations_with(Mandate.COORDINATE, besides=0)
    return {row.pk for row in found if not policies.investigates(row.mandates)}


def marker(*, actor: "Actor") -> sealed.Marker | None:
    """Open the key to know a pair again, make it, or note that this organisation waits for it.

    Returns:
        None when the session is locked or it is not there yet.
    """
    if not sealed.is_made(Purpose.MARKS) and actor.key is not None:
        _make(Purpose.MARKS, {actor.organisation_id}, actor=actor)
    key = sealed.marker(actor)
    if key is None:
        _wish(Purpose.MARKS, {actor.organisation_id})
    else:
        _give(Purpose.MARKS, key.secret, actor=actor)
    return key


def watch_public(*, actor: "Actor") -> bytes | None:
    """Find the public half to which findings are sealed; make the pair of keys when there is none.

    Returns:
        None while no co-ordinator has a key.
    """
    if not sealed.is_made(Purpose.WATCH) and keyring.readers(coordinators()):
        _make(Purpose.WATCH, coordinators(), actor=actor)
    public = SharedKey.objects.filter(pk=Purpose.WATCH).values_list("public", flat=True).first()
    return bytes(public) if public else None


def give_watch(*, actor: "Actor") -> int:
    """Give the co-ordinators' key to those who came later. Part of a co-ordinator's deed.

    Returns:
        To how many it was given.

    Raises:
        Locked: The session is locked.
        Forbidden: The actor does not hold it.
    """
    if not sealed.is_made(Purpose.WATCH):
        return 0
    key = sealed.watch_key(actor)
    _wish(Purpose.WATCH, coordinators())
    return _give(Purpose.WATCH, key, actor=actor)


def _make(purpose: Purpose, houses: set[int], *, actor: "Actor") -> None:
    secret, public = sealed.new_secret(purpose)
    try:
        with transaction.atomic():
            SharedKey(purpose=purpose, public=public, made_at=clock.now()).save(force_insert=True)
    except IntegrityError:
        return  # somebody else was first
    _wish(purpose, houses)
    audit.record(Event.PAIR_KEY_MADE, actor=actor, target=f"{KEY}:{purpose}")
    _give(purpose, secret, actor=actor)


def _wish(purpose: Purpose, houses: set[int]) -> None:
    if not sealed.is_made(purpose):
        return
    there = set(
        SharedKeyWrap.objects.filter(key_id=purpose).values_list("organisation_id", flat=True)
    )
    SharedKeyWrap.objects.bulk_create(
        (SharedKeyWrap(key_id=purpose, organisation_id=one) for one in sorted(houses - there)),
        ignore_conflicts=True,
    )


def _give(purpose: Purpose, secret: sealed.Secret, *, actor: "Actor") -> int:
    waiting = SharedKeyWrap.objects.filter(key_id=purpose, organisation_key__isnull=True)
    rows = {row.organisation_id: row for row in waiting}
    readers = keyring.readers(set(rows)) if rows else {}
    for organisation_id, reader in sorted(readers.items()):
        row = rows[organisation_id]
        row.wrapped = sealed.wrap(secret, purpose, reader)
        row.organisation_key_id = reader.key_id
        row.save(update_fields=["wrapped", "organisation_key"])
        audit.record(
            Event.PAIR_KEY_GIVEN,
            actor=actor,
            target=f"{KEY}:{purpose}",
            detail=str(organisation_id),
        )
    return len(readers)
