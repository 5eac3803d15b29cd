"""Rows of a list between upload and taking, as plain data."""

from dataclasses import fields
from datetime import date, time
from decimal import Decimal
from typing import Any

from korgoo.activities.enums import State
from korgoo.activities.lists.checking import Read
from korgoo.activities.rules import Facts


def to_data(row: Read) -> list[Any]:
    """Write a row down."""
    return [row.line, *(_plain(getattr(row.facts, one.name)) for one in fields(Facts))]


def from_data(data: list[Any]) -> Read:
    """Read a row back."""
    line, *values = data
    told = dict(zip((one.name for one in fields(Facts)), values, strict=True))
    told["state"], told["day"] = State(told["state"]), date.fromisoformat(told["day"])
    told["starts_at"] = time.fromisoformat(told["starts_at"]) if told["starts_at"] else None
    told["cost"] = None if told["cost"] is None else Decimal(told["cost"])
    told["counts"] = tuple((sex, age, number) for sex, age, number in told["counts"])
    told["materials"] = tuple((key, number) for key, number in told["materials"])
    told["organisers"] = tuple(told["organisers"])
    return Read(line, Facts(**told))


def _plain(value: Any) -> Any:
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, State):
        return value.value
    return str(value) if isinstance(value, Decimal) else value
