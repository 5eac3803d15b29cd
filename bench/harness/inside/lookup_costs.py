"""Encode invented people by the thousand, open the index, look for some of them.

    python -m harness.inside.lookup_costs OWNER PEOPLE

Prints: encodings stored a second; opening the index in seconds, and its floor (reading the ciphertext alone);
looking for a person in milliseconds (median, and 95 of 100), and its floor (a plain SELECT of one case by its code).
"""

import json
import random
import sys
import time
from itertools import pairwise

from django.db import connection, transaction

from harness.inside import grow
from harness.inside.people import actor
from korgoo.access.actor import Actor
from korgoo.casework.models import Case
from korgoo.lookup import index, reader, rows, sealed, selectors
from korgoo.lookup.models import CaseEncoding, HouseTally
from korgoo.lookup.services import keys
from korgoo.matching.columns import Columns

AT_ONCE, ASKED = 20_000, 200
SYLLABLES = [
    "ай",
    "бак",
    "бек",
    "гул",
    "дан",
    "жум",
    "кал",
    "кур",
    "ман",
    "мир",
    "нур",
    "сар",
    "сын",
    "таш",
    "тол",
    "уул",
    "чын",
    "шер",
    "ыс",
    "эл",
]


def main(owner: str, wanted: int) -> None:
    """Fill, measure, print."""
    random.seed(wanted)
    who = actor(owner)
    key = keys.current(actor=who)
    if key is None:
        raise RuntimeError("no matching key")
    _fill(wanted, who)
    found: dict[str, float] = {"stored": _encode(who, key)}
    # The table was empty when the database last looked at it: it would read all of it for fifty rows.
    grow.refresh()
    found["read"], found["open"] = _once(lambda: _ciphertext(who)), _once(lambda: _open(who, key))
    found |= _looks(who)
    print(json.dumps(found))


def _fill(wanted: int, who: Actor) -> None:
    with transaction.atomic():
        grow.write(0, wanted, who)
        Case.objects.filter(code__range=grow.codes_of(0, wanted)).update(owner=who.organisation_id)
    grow.refresh()


def _encode(who: Actor, key: sealed.OpenKey) -> float:
    """Encode, seal and store a person for every case; give how many a second."""
    ids = list(
        Case.objects.filter(owner=who.organisation_id)
        .exclude(pk__in=CaseEncoding.objects.values("case_id"))
        .values_list("pk", flat=True)
    )
    started, serial = time.perf_counter(), 1_000
    for first, last in pairwise([*range(0, len(ids), AT_ONCE), len(ids)]):
        part = ids[first:last]
        words = rows.to_words(key.encoder.encode(_people(len(part))))
        with transaction.atomic():
            CaseEncoding.objects.bulk_create(
                CaseEncoding(
                    case_id=case,
                    owner_id=who.organisation_id,
                    key_id=key.key_id,
                    serial=serial + first + n,
                    sealed=key.seal(
                        rows.to_bytes(words[n]), case_id=case, owner_id=who.organisation_id
                    ),
                )
                for n, case in enumerate(part)
            )
    HouseTally.objects.filter(owner=who.organisation_id).update(
        changes=serial + len(ids), mark="x"
    )
    return len(ids) / (time.perf_counter() - started)


def _people(count: int) -> Columns:
    return Columns(
        surname=[f"{_name(2)}ов" for _ in range(count)],
        given=[_name(2) for _ in range(count)],
        birth=[
            f"{random.randint(1950, 2010)}-{random.randint(1, 12):02}-14" for _ in range(count)
        ],
    )


def _name(syllables: int) -> str:
    return "".join(random.choices(SYLLABLES, k=syllables)).capitalize()


def _ciphertext(who: Actor) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT case_id, sealed FROM lookup_caseencoding WHERE owner_id = %s",
            [who.organisation_id],
        )
        cursor.fetchall()


def _open(who: Actor, key: sealed.OpenKey) -> None:
    index.opened(key, owner_id=who.organisation_id, actor=who)


def _looks(who: Actor) -> dict[str, float]:
    asked = [f"{_name(2)} {_name(2)}ов {random.randint(1950, 2010)}" for _ in range(ASKED)]
    codes = list(Case.objects.values_list("code", flat=True)[:ASKED])
    looks = sorted(
        _once(lambda text=text: selectors.find(reader.read(text), actor=who, most=10))  # type: ignore[misc]
        for text in asked
    )
    floor = sorted(_once(lambda code=code: Case.objects.get(code=code)) for code in codes)  # type: ignore[misc]
    return {
        "p50": looks[len(looks) // 2] * 1_000,
        "p95": looks[len(looks) * 95 // 100] * 1_000,
        "floor": floor[len(floor) // 2] * 1_000,
    }


def _once(deed: "object") -> float:
    started = time.perf_counter()
    deed()  # type: ignore[operator]
    return time.perf_counter() - started


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
