"""Fill the database with coded cases and what stands beside them, as many years of a country would.

    python -m harness.inside.grow OWNER CASES

A case was opened every ten minutes, so that a million of them are nineteen years. Those of the last half
year are open, and of the older ones one in fifty-one; the others were closed. Half of the cases belong to the
organisation of the demo person OWNER, who answers for a third of these; the others to the rest of
the organisations. The newest cases are the same at every size.
"""

import json
import sys
from datetime import timedelta
from typing import Any

from django.db import connection, transaction
from django.http import QueryDict

from harness.inside import beside
from harness.inside.people import actor
from harness.inside.rows import Sql, insert, moved, new_id, numbers, one_of
from korgoo.access.actor import Actor
from korgoo.access.models import Organisation
from korgoo.casework import places
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
from korgoo.casework.filters import from_query
from korgoo.casework.models import Case
from korgoo.casework.services import save_filter
from korgoo.lib import clock

BETWEEN, WORKED_ON = timedelta(minutes=10), timedelta(days=90)
IS_OPEN = "n < 26000 OR n % 51 = 0"  # half a year of cases; of the older ones one in so many
# 10^6 random codes of 10^8 would meet; codes that count up do not. Nothing reads their check digit.
FIRST_CODE = 30_000_000
ROOM_KB = 4_000_000
STEPS = (5, 7, 11, 13, 17, 19, 23, 29, 31, 37)  # so that no fact goes with another


def main(owner: str, wanted: int, *wishes: str) -> None:
    """Add cases until there are so many, keep these wishes for lists; say how many there are.

    The newest own case that was referred is named too, to open its page.
    """
    there, who = Case.objects.count(), actor(owner)
    _make_room()
    with transaction.atomic():
        write(there, wanted, who)
        beside.fill(codes_of(there, wanted))
    refresh()
    for wish in wishes:
        save_filter(from_query(QueryDict(wish)), is_watch=False, actor=who)
    case = Case.objects.owned_by(who.organisation_id).filter(referrals__kind=beside.KIND)
    newest = case.filter(code__range=codes_of(0, wanted)).newest_first().first()
    print(json.dumps({"cases": Case.objects.count(), "case": str(newest.pk) if newest else ""}))


def _make_room() -> None:
    """Let SQLite keep its indexes in memory while it fills: from the disk it takes ten times as long."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size = -{ROOM_KB}")


def refresh() -> None:
    """Let the engine know how many rows there are, as it finds out by itself in use."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def write(
    there: int,
    wanted: int,
    who: Actor,
    *,
    between: timedelta = BETWEEN,
    worked_on: timedelta = WORKED_ON,
    is_open: str = IS_OPEN,
) -> None:
    """Write the cases of these numbers, the newest first.

    Args:
        there: The first number.
        wanted: The number after the last.
        who: Whose organisation gets half of them.
        between: Case n was opened n times so long ago.
        worked_on: After so long a case was closed.
        is_open: Which are open, said of ``n``.
    """
    now = clock.now() - timedelta(hours=1)
    age = f"n * {round(between.total_seconds())}"
    opened, end = moved("%s", f"-({age})"), round(worked_on.total_seconds())
    closed = moved("%s", f"-({age}) + {end}")
    touched = Sql(f"CASE WHEN {is_open} THEN {opened} ELSE {closed} END", [now, now])
    insert(
        Case,
        numbers(there, wanted),
        id=new_id(),
        code=Sql(f"CAST({FIRST_CODE} + n AS varchar(8)) || '0'"),
        owner=_owner(who.organisation_id),
        worker_id=Sql(f"CASE WHEN n % 6 = 1 THEN {who.user_id} END"),
        opened_at=Sql(opened, [now]),
        opened_by_id=1,
        protection_at=Sql(opened, [now]),
        touched_at=touched,
        closed_at=Sql(f"CASE WHEN NOT ({is_open}) THEN {closed} END", [now]),
        **_facts(),
    )


def _owner(own: int) -> Sql:
    others = list(Organisation.objects.exclude(pk=own).order_by("pk").values_list("pk", flat=True))
    return Sql(f"CASE WHEN n % 2 = 1 THEN {own} ELSE {one_of(others, 'h / 3')} END")


def _facts() -> dict[str, Any]:
    chosen = {
        "channel": Channel.values,
        "language": ("ky", "ru", "uz"),
        "danger": Danger.values,
        "matter": Matter.values,
        "protection": Protection.values,
        "sex": Sex.values,
        "age_band": AgeBand.values,
        "exploitation": Exploitation.values,
        "sector": Sector.values,
        "region": [code for code, _name in places.regions()],
    }
    steps = zip(chosen.items(), STEPS, strict=True)
    facts = {name: Sql(one_of(values, f"h / {step}")) for (name, values), step in steps}
    none = {"caller": "", "procedural": "none", "decision": "", "country": "", "is_demo": True}
    return {**facts, **none, "citizenship": "KG"}


def codes_of(there: int, wanted: int) -> tuple[str, str]:
    """Say between which codes the cases of these numbers lie."""
    return str(FIRST_CODE + there), str(FIRST_CODE + wanted)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
