"""Rows by the million: one statement for each table, written by the engine itself.

Row by row it would take an hour. Numbers stand for chance: a row of number ``n`` is always the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, models


@dataclass(frozen=True, slots=True)
class Sql:
    """An expression over the rows that are read; every other value is written as it is."""

    text: str
    values: Sequence[Any] = ()


def insert(
    model: type[models.Model], source: str, bounds: Sequence[Any] = (), **given: Any
) -> None:
    """Write a row for each row that is read.

    Args:
        model: Of which table.
        source: What is read: all that may follow a SELECT; ``%s`` for the bounds.
        bounds: The values of the source.
        **given: Values by name of the field. What is not given stays empty.
    """
    columns, texts, values = [], [], list[Any]()
    for name, value in given.items():
        field = model._meta.get_field(name)
        columns.append(f'"{field.column}"')
        if isinstance(value, Sql):
            texts.append(value.text)
            values += value.values
        else:
            texts.append("%s")
            values.append(field.get_db_prep_save(value, connection))
    statement = (
        f'INSERT INTO "{model._meta.db_table}" ({", ".join(columns)})'
        f" SELECT {', '.join(texts)} {source}"
    )
    with connection.cursor() as cursor:
        # Every % of an expression but a mark is a remainder.
        marked = statement.replace("%", "%%").replace("%%s", "%s")
        cursor.execute(marked, [_plain(one) for one in (*values, *bounds)])


def numbers(first: int, end: int) -> str:
    """Read the numbers of a range as ``n``, and as ``h`` a number that looks like chance."""
    more = f"SELECT {first} UNION ALL SELECT n + 1 FROM s WHERE n < {end - 1}"
    mixed = "SELECT n, CAST(n AS BIGINT) * 48271 % 2147483647 AS h FROM s"
    return f"FROM (WITH RECURSIVE s(n) AS ({more}) {mixed}) r WHERE n < {end}"


def one_of(values: Iterable[Any], number: str) -> str:
    """Choose one of these by a number; dates and times are to be given as marks."""
    several = list(values)
    found = [f"'{v}'" if isinstance(v, str) and v != "%s" else str(v) for v in several]
    cases = " ".join(f"WHEN {number} THEN {value}" for number, value in enumerate(found))
    return f"CASE ({number}) % {len(several)} {cases} END"


def new_id() -> Sql:
    """Make a random number of a record, as the engine keeps it."""
    is_sqlite = connection.vendor == "sqlite"
    return Sql("lower(hex(randomblob(16)))" if is_sqlite else "gen_random_uuid()")


def moved(at: str, seconds: str) -> str:
    """Move a moment by so many seconds; both are expressions."""
    if connection.vendor == "sqlite":
        return f"datetime({at}, ({seconds}) || ' seconds')"
    return f"CAST({at} AS timestamptz) + ({seconds}) * interval '1 second'"


def month(at: str) -> Sql:
    """Say in which month a moment lies."""
    is_sqlite = connection.vendor == "sqlite"
    return Sql(
        f"date({at}, 'start of month')"
        if is_sqlite
        else f"CAST(date_trunc('month', {at}) AS date)"
    )


def _plain(value: Any) -> Any:
    return (
        connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
    )
