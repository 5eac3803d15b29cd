"""Measure the register of agencies, inside one process.

python -m harness.inside.agency_costs ROWS AGENCIES QUESTIONS
"""

import csv
import io
import json
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import transaction

import harness.inside  # noqa: F401 - starts Django
from korgoo.agencies import api, services
from korgoo.agencies.lists.checking import Source
from korgoo.agencies.models import Agency, AgencyName, Decision, Permit
from korgoo.agencies.services import writing
from korgoo.agencies.services.lists import examine
from korgoo.lib import clock, spelling

SYLLABLES = [
    "ала",
    "тоо",
    "кар",
    "жол",
    "мыс",
    "сын",
    "бар",
    "дос",
    "нур",
    "тал",
    "күн",
    "жый",
    "өрн",
    "эли",
]
KINDS = ["Карьера", "Эмгек", "Жоб", "Тур", "Персонал", "Плюс"]
COUNTRIES = ["TR", "DE", "SK", "AE", "KR", "PL", "BG", "GB"]
SOURCE = Source(date(2026, 3, 1), "Invented list")
LATIN = {"ү": "u", "ө": "o", "ж": "j", "ы": "y", "й": "i", "к": "k", "а": "a", "р": "r", "т": "t"}
Times = list[object]


def main(rows: int, agencies: int, questions: int) -> None:
    """Bring a list, ask for names, and say what each took."""
    chance = random.Random(20261127)
    names = [_name(chance, number) for number in range(agencies)]
    data = _file(names, rows)
    found = {
        "rows": rows,
        "agencies": agencies,
        "list": _list(data),
        "names": _names(names, questions, chance),
    }
    if Permit.objects.count() != rows or Agency.objects.count() != agencies:
        raise SystemExit("not every row was taken")
    print(json.dumps(found))


def _list(data: bytes) -> list[Times]:
    bare_read, _rows = _timed(lambda: list(csv.reader(io.StringIO(data.decode()), delimiter=";")))
    read, examined = _timed(lambda: examine(data, SOURCE))
    kept, row = _timed(lambda: services.keep_list(examined, actor=None))
    before = _peak()
    taken, _row = _timed(lambda: services.take_list(row.pk, actor=None))
    floor = _bare_inserts()
    again, _row = _timed(
        lambda: services.take_list(
            services.keep_list(examine(data, SOURCE), actor=None).pk, actor=None
        )
    )
    return [
        ["bare csv module, the same file", bare_read, "", ""],
        ["read, checked, compared with the register", read, f"{read / bare_read:.0f}x", ""],
        ["kept for an hour", kept, "", ""],
        ["as many bare inserts", floor, "", ""],
        ["taken whole", taken, f"{taken / floor:.1f}x", _peak() - before],
        ["the same list again: nothing new", again, "", ""],
    ]


def _names(names: list[str], questions: int, chance: random.Random) -> list[Times]:
    asked = chance.sample(names, questions)
    first, _answer = _timed(lambda: api.answer(asked[0], "TR", clock.today()))
    right = [_timed(lambda one=name: api.answer(one, "TR", clock.today())) for name in asked]
    if any(answer.agency is None and not answer.choices for _ms, answer in right):
        raise SystemExit("a name was not found")
    others = {
        "in Latin letters": [_latin(name) for name in asked],
        "with a letter missing": [name[:3] + name[4:] for name in asked],
        "that nobody has": [name[::-1] for name in asked],
    }
    words = [spelling.skeleton(name).split() for name in names]
    scan = statistics.median(
        _timed(lambda one=name: max(spelling.best(spelling.skeleton(one), w) for w in words))[0]
        for name in asked[:10]
    )
    median = statistics.median(ms for ms, _answer in right)
    lines: list[Times] = [
        ["plain scan of all names", scan, "", ""],
        ["first question after a change: index made", first, "", ""],
        ["answer by name", median, f"{median / scan:.3f}x", ""],
    ]
    for label, typed in others.items():
        ms = statistics.median(
            _timed(lambda one=name: api.answer(one, "TR", clock.today()))[0] for name in typed
        )
        lines.append([f"a name {label}", ms, f"{ms / scan:.3f}x", ""])
    return lines


def _bare_inserts() -> float:
    """Write as many rows again with nothing but bulk inserts, and take them back; milliseconds."""
    models: tuple[Any, ...] = (Agency, AgencyName, Permit, Decision)
    with transaction.atomic():
        kept = [list(model.objects.all()) for model in models]
        for model in reversed(models):
            model.objects.all().delete()
        spent = 0.0
        for model, rows in zip(models, kept, strict=True):
            spent += _timed(lambda m=model, r=rows: m.objects.bulk_create(r, writing.AT_ONCE))[0]
        transaction.set_rollback(True)
    return spent


def _timed(deed: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    found = deed()
    return (time.perf_counter() - start) * 1000, found


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _name(chance: random.Random, number: int) -> str:
    first = "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3)))).capitalize()
    second = "".join(chance.choices(SYLLABLES, k=2)).capitalize()
    return f"{first} {second}{number % 97} {chance.choice(KINDS)}"


def _latin(name: str) -> str:
    return "".join(LATIN.get(letter, letter) for letter in name.lower())


def _file(names: list[str], rows: int) -> bytes:
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";")
    writer.writerow(
        ["name_ru", "registration", "country", "permit_number", "valid_from", "valid_to"]
    )
    for row in range(rows):
        number = row % len(names)
        country = COUNTRIES[row // len(names) % len(COUNTRIES)]
        writer.writerow(
            [names[number], f"{number:06}", country, f"{row}", "2026-01-01", "2026-12-31"]
        )
    return target.getvalue().encode()


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
