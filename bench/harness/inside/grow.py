"""Fill the database with coded cases, as many years of a country would.

    python -m harness.inside.grow OWNER CASES

Half of the cases belong to the organisation of the demo person OWNER, the others to the rest of the
organisations. A tenth has a running clock, a hundredth one that ran out. Nothing is sealed in them:
a list does not open anything. The newest cases look alike at every size.
"""

import json
import random
import sys
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from django.db import connection, models, transaction

from harness.inside.people import actor
from korgoo.access.models import Organisation
from korgoo.casework.enums import (
    AgeBand,
    Channel,
    Danger,
    Exploitation,
    Matter,
    Protection,
    Sector,
    Sex,
)
from korgoo.casework.models import Case, CaseClock
from korgoo.lib import clock, codes

BATCH = 5000
CLOCKED, LATE = 10, 100  # one in so many
# 10^6 random codes of 10^8 would meet; codes that count up, with their check digit, do not.
FIRST_CODE = 30_000_000


def main(owner: str, wanted: int) -> None:
    """Add cases until there are so many, and say how many there are."""
    random.seed(wanted)
    there = Case.objects.count()
    rows = _cases(there, wanted, actor(owner).organisation_id)
    with transaction.atomic():
        while batch := list(islice(rows, BATCH)):
            _insert(Case, batch)
            _insert(CaseClock, [_clock(case) for case in batch[::CLOCKED]])
    print(json.dumps({"cases": Case.objects.count()}))


def _cases(there: int, wanted: int, owner: int) -> Iterator[Case]:
    others = list(Organisation.objects.exclude(pk=owner).values_list("pk", flat=True))
    start = clock.now() - timedelta(days=365)
    for number in range(there, wanted):
        yield _case(
            number,
            owner if number % 2 else random.choice(others),
            start - timedelta(minutes=number),
        )


def _case(number: int, owner: int, opened: datetime) -> Case:
    body = str(FIRST_CODE + number)
    return Case(
        id=uuid.UUID(int=random.getrandbits(128), version=4),
        code=body + codes.check_digit(body),
        owner_id=owner,
        opened_at=opened,
        opened_by_id=1,
        touched_at=opened,
        channel=random.choice(Channel.values),
        language=random.choice(("ky", "ru", "uz")),
        danger=random.choice(Danger.values),
        matter=random.choice(Matter.values),
        protection=random.choice(Protection.values),
        protection_at=opened,
        sex=random.choice(Sex.values),
        age_band=random.choice(AgeBand.values),
        citizenship="KG",
        exploitation=random.choice(Exploitation.values),
        sector=random.choice(Sector.values),
        is_demo=True,
    )


def _clock(case: Case) -> CaseClock:
    is_late = random.randrange(LATE // CLOCKED) == 0
    due = clock.now() + timedelta(days=-1 if is_late else 30)
    wakes = None if is_late else due - timedelta(days=3)  # of a late one everybody was told
    return CaseClock(
        case=case,
        key="referral_answer",
        responsible_id=case.owner_id,
        started_at=case.opened_at,
        due_at=due,
        wake_at=wakes,
    )


def _insert(model: type[models.Model], rows: list[Any]) -> None:
    """Insert by one prepared statement: Django's own bulk insert takes several times as long."""
    columns = [f for f in model._meta.concrete_fields if not isinstance(f, models.AutoField)]
    names = ", ".join(f'"{f.column}"' for f in columns)
    marks = ", ".join(["%s"] * len(columns))
    values = [
        [f.get_db_prep_save(getattr(row, f.attname), connection) for f in columns] for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({marks})', values
        )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
