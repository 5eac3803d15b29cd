"""Units of count: contacts, consultations and signals. Small numbers are hidden.

Source: Annex B of the method. A contact is any call, visit or message; a consultation is one in which
information was given; a signal is a person for whom trafficking was possible, counted once however
often they called. A conversation without a name counts when it was written down as a contact.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.utils import timezone

from korgoo.casework.enums import Matter
from korgoo.desk.enums import Outcome
from korgoo.desk.models import Contact
from korgoo.directory.api import LEAST
from korgoo.directory.cells import ALL, protect

UNKNOWN = "unknown"
GIVEN = frozenset({Outcome.INFORMED, Outcome.TRANSFERRED, Outcome.PASSED_ON})


class Unit(StrEnum):
    """What is counted. Never added to each other, and none of them is a count of victims."""

    CONTACT = "contact"
    CONSULTATION = "consultation"
    SIGNAL = "signal"
    NOISE = "noise"


class Axis(StrEnum):
    """By what it is counted."""

    CHANNEL = "channel"
    LANGUAGE = "language"
    COUNTRY = "country"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of one unit in one period; None where a small number is hidden.

    Attributes:
        total: All of them.
        by: For each axis, by its values; ``unknown`` is a value of its own.
    """

    unit: Unit
    total: int | None
    by: Mapping[Axis, Mapping[str, int | None]]


def counts(first: date, last: date, *, organisation_id: int | None = None) -> dict[Unit, Counts]:
    """Count what came in a period, each unit by channel, language, country and month.

    Args:
        first: First day, in the country's time.
        last: Last day, included.
        organisation_id: Who took it; None for all.

    Returns:
        For each unit its counts. The tables of one unit share their total only; it is hidden in all
        of them when one of them must hide it.
    """
    rows = Contact.objects.filter(at__gte=_midnight(first), at__lt=_midnight(last, days=1))
    if organisation_id is not None:
        rows = rows.of(organisation_id)
    every = list(rows.order_by("at", "pk"))
    return {unit: _counts(unit, _of_unit(unit, every)) for unit in Unit}


def _of_unit(unit: Unit, rows: list[Contact]) -> list[Contact]:
    real = [row for row in rows if not row.noise]
    if unit is Unit.NOISE:
        return [row for row in rows if row.noise]
    if unit is Unit.CONTACT:
        return real
    if unit is Unit.CONSULTATION:
        return [row for row in real if row.cards or row.outcome in GIVEN]
    persons = {row.thread or row.pk: row for row in reversed(real) if _is_signal(row)}
    return list(persons.values())


def _is_signal(row: Contact) -> bool:
    return row.asked == Matter.TRAFFICKING


def _counts(unit: Unit, rows: list[Contact]) -> Counts:
    tables = {axis: _table(axis, rows) for axis in Axis}
    totals = [table.pop(ALL, 0) for table in tables.values()]
    return Counts(unit, None if None in totals else len(rows), tables)


def _table(axis: Axis, rows: list[Contact]) -> dict[str, int | None]:
    found: Counter[tuple[str, ...]] = Counter((_value(axis, row),) for row in rows)
    values = sorted(key for (key,) in found)
    shown = protect(found, [values], least=LEAST) if found else {}
    return {key: value for (key,), value in shown.items()}


def _value(axis: Axis, row: Contact) -> str:
    if axis is Axis.MONTH:
        return f"{timezone.localdate(row.at):%Y-%m}"
    return str(getattr(row, axis.value)) or UNKNOWN


def _midnight(day: date, *, days: int = 0) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=days), time()))
