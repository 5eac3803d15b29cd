"""Cases are compared when a person is written down, and a few more with each such deed.

Found or not, the same rows are written, of the same length; what was found is sealed to the co-ordinators, how
near it is to the owner, and shown only some hours later.

When the co-ordinators' key was made anew, what was sealed to the old one is found again for them alone: the owner is
told nothing new, so it is nobody's comparison and takes nothing from anybody's budget.
"""

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from korgoo.access import api as access
from korgoo.access import audit, keyring
from korgoo.access.enums import Event
from korgoo.casework import api as casework
from korgoo.lib import clock
from korgoo.lib.errors import Forbidden, Locked, NotFound
from korgoo.lookup import api as lookup
from korgoo.matching.strengths import strength
from korgoo.pairs import policies, sealed
from korgoo.pairs.enums import CheckState
from korgoo.pairs.models import Bait, Check, Settled, SharedKey
from korgoo.pairs.services import alarms, keys, limits

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.written import Person

MOST = 8  # pairs kept of one comparison
STEP = 2  # other cases compared with each deed
ANEW = 5  # cases found again for the co-ordinators with each deed, after their key was made anew
LEAST_DELAY, MOST_DELAY = 3_600, 24 * 3_600  # seconds
CASE = "casework.Case"
# Alias of the other case, mark of the pair, posterior (0 to 1), what agrees, whether it only counts.
Near = tuple[str, str, float, list[str], bool]


def on_written(person: "Person", *, actor: "Actor") -> None:
    """Compare who was just written down, in the same transaction. Nothing stops the deed."""
    row = _noted(person, actor)
    if person.owner_id != actor.organisation_id:
        return
    try:
        with transaction.atomic():
            compare([row], actor=actor)
            compare_more(actor=actor, most=STEP)
    except (Locked, Forbidden, NotFound):
        return  # it waits for somebody whose key is open


def compare_more(*, actor: "Actor", most: int = STEP) -> int:
    """Compare own cases that wait for it, the longest waiting first; then some that are to be found anew.

    Returns:
        How many were compared now.
    """
    _note_old(actor, most)
    rows = Check.objects.standing().waiting_on(clock.now()).filter(owner_id=actor.organisation_id)
    rows = casework.without_closed(rows, actor=actor)
    done = compare(list(rows.order_by("not_before", "pk")[:most]), actor=actor)
    return done + _find_anew(actor=actor)


def compare(checks: list[Check], *, actor: "Actor") -> int:
    """Compare own cases with those of all others. Nothing is shown.

    Returns:
        How many were compared; 0 where a key is missing.
    """
    if not checks or actor.key is None:
        return 0
    house = actor.organisation_id
    marker, watch = keys.marker(actor=actor), keys.watch_in_use(actor=actor)
    reader = keyring.readers({house}).get(house)
    if marker is None or watch is None or reader is None:
        return 0
    indexes, done = lookup.with_index(actor), 0
    for row in checks:
        if not _is_in_code(row, indexes):
            continue  # nobody could be found
        if not limits.take(row):
            _put_off(row, actor)
            continue
        _save(row, _near(row, marker, actor), watch, reader, actor)
        done += 1
    return done


def _find_anew(*, actor: "Actor") -> int:
    """Find again what was sealed to an earlier key of the co-ordinators, also in closed cases: they count persons.

    Nothing is written for the owner. What is still to be compared for them too is left to its turn.
    """
    watch = keys.watch_in_use(actor=actor) if actor.key is not None else None
    if watch is None or watch.generation == 1:
        return 0
    rows = Check.objects.counted().sealed_before(watch.generation)
    rows = rows.filter(Q(state=CheckState.DONE) | Q(case__closed_at__isnull=False))
    rows = casework.without_closed(rows.filter(owner_id=actor.organisation_id), actor=actor)
    checks = list(rows.order_by("?")[:ANEW])  # none that cannot be read stands before the others
    marker = keys.marker(actor=actor) if checks else None
    if marker is None:
        return 0
    indexes, done = lookup.with_index(actor), 0
    for row in checks:
        if not _is_in_code(row, indexes):
            continue
        words = _found(row, _near(row, marker, actor, is_anew=True), watch)
        # Compared in another session meanwhile, it holds what is newer.
        same = Check.objects.filter(pk=row.pk, watch_generation=row.watch_generation)
        done += same.update(for_coordinator=words, watch_generation=watch.generation)
        audit.record(
            Event.CASE_COMPARED, actor=actor, target=f"{CASE}:{row.case_id}", detail="anew"
        )
    return done


def _is_in_code(row: Check, indexes: list[lookup.Index]) -> bool:
    return any(row.case_id.hex in part.cases for index in indexes for part in index.parts)


def _near(
    row: Check, marker: sealed.Marker, actor: "Actor", *, is_anew: bool = False
) -> list[Near]:
    """Find who is like a case; tell of bait that was taken, unless nobody does anything now (``is_anew``)."""
    found = lookup.similar(row.case_id, actor=actor, own=False, most=2 * MOST)
    by_case = {one.case_id: one for one in found}
    baits = set(Bait.objects.filter(case_id__in=by_case).values_list("case_id", flat=True))
    for case_id in baits:
        if row.case_id not in baits and not is_anew:
            alarms.bait_taken(
                row.written_by_id or actor.user_id,
                organisation_id=row.owner_id,
                baited_by=by_case[case_id].owner_id,
            )
    if Bait.objects.filter(case_id=row.case_id).exists():
        return []
    houses = access.cards({row.owner_id, *(one.owner_id for one in found)})
    aliases = dict(Check.objects.filter(case_id__in=by_case).values_list("case_id", "pk"))
    police = {key for key, card in houses.items() if policies.investigates(card.mandates)}
    return [
        (
            aliases[one.case_id].hex,
            marker.mark(row.pk, aliases[one.case_id]),
            round(one.posterior, 5),
            sorted(str(kind) for kind in one.kinds),
            bool({row.owner_id, one.owner_id} & police),
        )
        for one in found
        if one.case_id in aliases and one.case_id not in baits
    ][:MOST]


def _found(row: Check, near: list[Near], watch: SharedKey) -> bytes:
    """Seal what was found to the co-ordinators."""
    return sealed.seal(
        {"found": near}, to=bytes(watch.public), size=sealed.FOUND, name="found", record=row.pk
    )


def _save(
    row: Check,
    near: list[Near],
    watch: SharedKey,
    reader: keyring.Reader,
    actor: "Actor",
) -> None:
    told = set(
        Settled.objects.filter(
            mark__in=[one[1] for one in near], is_same=False, is_told=True
        ).values_list("mark", flat=True)
    )
    # A closed case counts; there is nobody to ask.
    closed = {
        alias.hex
        for alias in Check.objects.filter(
            pk__in=[one[0] for one in near], case__closed_at__isnull=False
        ).values_list("pk", flat=True)
    }
    shown = [
        [mark, strength(posterior)]
        for alias, mark, posterior, _kinds, counts_only in near
        if not counts_only and mark not in told and alias not in closed
    ]
    row.for_coordinator = _found(row, near, watch)
    row.watch_generation = watch.generation
    row.for_owner = sealed.seal(
        {"near": shown}, to=reader.public, size=sealed.NOTICE, name="near", record=row.pk
    )
    row.owner_key_id = reader.key_id
    if not limits.is_same_deed(row):
        row.times = row.times + 1 if row.compared_on == clock.today() else 1
        delay = LEAST_DELAY + secrets.randbelow(MOST_DELAY - LEAST_DELAY)
        row.shown_at = clock.now() + timedelta(seconds=delay)
        if row.written_by_id is not None:
            alarms.count_comparison(row.written_by_id, organisation_id=row.owner_id)
    row.compared_at, row.compared_on = clock.now(), clock.today()
    row.state = CheckState.DONE
    row.save()
    audit.record(Event.CASE_COMPARED, actor=actor, target=f"{CASE}:{row.case_id}")


def _put_off(row: Check, actor: "Actor") -> None:
    row.not_before = limits.next_day()
    row.save(update_fields=["not_before"])
    audit.record(Event.COMPARISON_PUT_OFF, actor=actor, target=f"{CASE}:{row.case_id}")


def _noted(person: "Person", actor: "Actor") -> Check:
    """Note that a case is to be compared, now or, put off before, not earlier than that."""
    row, _is_new = Check.objects.get_or_create(
        case_id=person.case_id,
        defaults={
            "owner_id": person.owner_id,
            "written_by_id": actor.user_id,
            "not_before": clock.now(),
        },
    )
    row.state, row.written_by_id = CheckState.WAITING, actor.user_id
    row.save(update_fields=["state", "written_by_id"])
    return row


def _note_old(actor: "Actor", most: int) -> None:
    """Give cases from before, and those opened again, their row."""
    there = Check.objects.filter(owner_id=actor.organisation_id).values("case_id")
    missing = casework.cases_with_a_person(actor=actor, without=there, most=most)
    Check.objects.bulk_create(
        (
            Check(case_id=case_id, owner_id=actor.organisation_id, not_before=clock.now())
            for case_id in missing
        ),
        ignore_conflicts=True,
    )
