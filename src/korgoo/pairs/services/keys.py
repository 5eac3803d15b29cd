"""The two keys: each made by the first who needs it, given on by those who hold it; the co-ordinators' made anew by two."""

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from korgoo.access import audit, keyring
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.pairs import sealed
from korgoo.pairs.enums import Purpose
from korgoo.pairs.models import SharedKey, SharedKeyWrap
from korgoo.pairs.selectors import coordinators, require_watch

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

KEY = "pairs.SharedKey"


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


def watch_in_use(*, actor: "Actor") -> SharedKey | None:
    """Find the key of the co-ordinators, to whose public half findings are sealed; make it when there is none.

    Returns:
        None while no co-ordinator has a key.
    """
    if not sealed.is_made(Purpose.WATCH) and keyring.readers(coordinators()):
        _make(Purpose.WATCH, coordinators(), actor=actor)
    return SharedKey.objects.filter(pk=Purpose.WATCH).first()


def watch_public(*, actor: "Actor") -> bytes | None:
    """Give the public half of it; None while no co-ordinator has a key."""
    row = watch_in_use(actor=actor)
    return bytes(row.public) if row else None


def hold_watch() -> SharedKey | None:
    """Hold the co-ordinators' key until the deed is done, so that nobody makes a new one meanwhile.

    Taken before asks, questions and wraps by every deed that needs it. Comparing does not take it: it would wait
    for every other organisation.
    """
    rows = SharedKey.objects.select_for_update(of=("self",), no_key=True)
    return rows.filter(pk=Purpose.WATCH).first()


def renew_watch(row: SharedKey, *, actor: "Actor") -> int:
    """Put a new key pair in the place of the one that is held, and wrap it to all who co-ordinate today.

    Returns:
        To how many it was given.
    """
    secret, public = sealed.new_secret(Purpose.WATCH)
    row.public, row.made_at, row.generation = public, clock.now(), row.generation + 1
    row.save(update_fields=["public", "made_at", "generation"])
    row.wraps.all().delete()
    _wish(Purpose.WATCH, coordinators())
    audit.record(Event.PAIR_KEY_MADE, actor=actor, target=f"{KEY}:{Purpose.WATCH}")
    return _give(Purpose.WATCH, secret, actor=actor)


@transaction.atomic
def give(*, actor: "Actor") -> int:
    """Give the co-ordinators' key to co-ordinating organisations that came later.

    Returns:
        To how many it was given.

    Raises:
        NotFound: The actor is no co-ordinator.
        Locked: The session is locked.
        Forbidden: The actor does not hold it.
    """
    require_watch(actor)
    hold_watch()
    return give_watch(actor=actor)


def give_watch(*, actor: "Actor") -> int:
    """Give the co-ordinators' key, held by then, to those who came later. Part of a co-ordinator's deed.

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
