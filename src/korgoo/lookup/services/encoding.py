"""People in code: written with the part that names them, made anew in steps, gone with it."""

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F

from korgoo.casework import api as casework
from korgoo.lib.errors import Forbidden, Locked
from korgoo.lookup import rows, sealed
from korgoo.lookup.models import CaseEncoding, HouseTally
from korgoo.lookup.people import columns_of, phone_of
from korgoo.lookup.services import keys
from korgoo.matching.columns import Columns

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.written import Person

STEP = 100  # cases encoded in one go


def on_written(person: "Person", *, actor: "Actor") -> None:
    """Encode who was just written down, in the same transaction. Where no key is, nothing happens."""
    key = keys.current(actor=actor)
    if key is None:
        return
    row = CaseEncoding.objects.filter(case_id=person.case_id).first()
    if (
        row is not None
        and row.key_id == key.key_id
        and (whole := _merged(row, person, key)) is not None
    ):
        _store(person.case_id, person.owner_id, whole, key)
    elif row is None and not casework.has_both_names_and_contact(person.case_id):
        _store(person.case_id, person.owner_id, _words(person, key), key)
    else:
        encode([person.case_id], actor=actor)


@transaction.atomic
def encode(case_ids: "list[UUID]", *, actor: "Actor") -> int:
    """Encode own cases under the newest key; each opening leaves its audit row. Nothing is shown.

    Returns:
        How many were encoded; 0 where no key is open.
    """
    key = keys.current(actor=actor)
    if key is None:
        return 0
    try:
        people = casework.people_of(case_ids, actor=actor)
    except (Locked, Forbidden):
        return 0
    for person in people:
        _store(person.case_id, person.owner_id, _words(person, key), key)
    keys.end_old(actor=actor)
    return len(people)


def encode_more(*, actor: "Actor", most: int = STEP) -> int:
    """Encode own cases that are not findable yet, or only under an old key.

    Returns:
        How many were encoded now.
    """
    key = keys.current(actor=actor)
    if key is None:
        return 0
    done = CaseEncoding.objects.filter(owner_id=actor.organisation_id, key_id=key.key_id)
    waiting = casework.cases_with_a_person(actor=actor, without=done.values("case_id"), most=most)
    return encode(waiting, actor=actor) if waiting else 0


@transaction.atomic
def forget(case_id: UUID) -> int:
    """Erase the encoding of a case: what it was made of is erased. Part of that deed, which records itself."""
    owner = CaseEncoding.objects.filter(case_id=case_id).values_list("owner_id", flat=True).first()
    if owner is None:
        return 0
    _next(owner)
    return CaseEncoding.objects.filter(case_id=case_id).delete()[0]


def _words(person: "Person", key: sealed.OpenKey) -> rows.Words:
    columns = columns_of(person.identity or {}, person.contact or {}, person.sex)
    return rows.to_words(key.encoder.encode(columns))


def _merged(row: CaseEncoding, person: "Person", key: sealed.OpenKey) -> rows.Words | None:
    """Put the part that was written into what stands of the other; None when it does not open."""
    text = rows.whole(key.open_many([(bytes(row.sealed), row.case_id.hex, row.owner_id)])[0])
    if not text:
        return None
    before, _places = rows.from_bytes([text])
    if person.identity is not None:
        after = _words(person, key)
        after[:, rows.PHONE] = before[0, rows.PHONE]
        return after
    after = before.copy()
    phone = phone_of(str((person.contact or {}).get("phone", "")))
    after[:, rows.PHONE] = key.encoder.encode(Columns(phone=[phone])).codes["phone"][0]
    return after


def _store(case_id: UUID, owner_id: int, words: rows.Words, key: sealed.OpenKey) -> None:
    text = key.seal(rows.to_bytes(words), case_id=case_id, owner_id=owner_id)
    CaseEncoding.objects.update_or_create(
        case_id=case_id,
        defaults={
            "owner_id": owner_id,
            "key_id": key.key_id,
            "serial": _next(owner_id),
            "sealed": text,
        },
    )


def _next(owner_id: int) -> int:
    """Count a change; the row is held until the transaction ends, so that changes are seen in order."""
    HouseTally.objects.get_or_create(owner_id=owner_id)
    HouseTally.objects.filter(owner_id=owner_id).update(changes=F("changes") + 1, mark=uuid4().hex)
    return HouseTally.objects.get(owner_id=owner_id).changes
