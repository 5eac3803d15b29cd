"""Figures as plain data, always the same for the same figures; and what has changed since."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from korgoo.plan.consolidation.figures import Cell, Figures, IndicatorFigures, LineFigures, Tally

SEPARATOR = "/"
Plain = dict[str, Any]


def plain_number(value: Decimal | None) -> str | None:
    """Write a number without needless zeros: 12.50 as 12.5, 100 as 100."""
    if value is None:
        return None
    words = format(value, "f")
    return words.rstrip("0").rstrip(".") if "." in words else words


def to_data(figures: Figures) -> Plain:
    """Write figures down as plain data; numbers as text, so that no digit is lost."""
    return {
        "periods": list(figures.periods),
        "rounds": {
            period: {
                "standings": {k.value: v for k, v in sorted(one.standings.items())},
                "late": one.late,
                "values": _tally(one.values),
            }
            for period, one in figures.rounds.items()
        },
        "indicators": {
            SEPARATOR.join(key): _indicator(one) for key, one in sorted(figures.indicators.items())
        },
        "lines": {SEPARATOR.join(key): _line(one) for key, one in sorted(figures.lines.items())},
    }


def digest_of(data: Plain) -> str:
    """Give the SHA-256 of plain data, hexadecimal."""
    words = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(words.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that is another now. ``place``: what, which one, where and when; None: was not there."""

    place: tuple[str, ...]
    before: str | None
    after: str | None


def changes(before: Plain, after: Plain) -> list[Change]:
    """List every figure that differs between two reports, in the order of their places."""
    old, new = dict(_leaves(before, ())), dict(_leaves(after, ()))
    return [
        Change(place, old.get(place), new.get(place))
        for place in sorted({*old, *new})
        if old.get(place) != new.get(place)
    ]


def _leaves(data: Any, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str | None]]:
    if isinstance(data, Mapping):
        for name, inner in data.items():
            yield from _leaves(inner, (*place, str(name)))
    elif not isinstance(data, list):
        yield place, None if data is None else str(data)


def _tally(tally: Tally) -> Plain:
    return {name: getattr(tally, name) for name in Tally.__slots__}


def _cell(cell: Cell) -> Plain:
    written: Plain = {"total": plain_number(cell.total), **_tally(cell.tally)}
    return written | {"hidden": True} if cell.is_hidden else written


def _indicator(figures: IndicatorFigures) -> Plain:
    return {
        "whole": {period: _cell(cell) for period, cell in figures.whole.items()},
        "regions": {
            period: {region: _cell(cell) for region, cell in sorted(regions.items())}
            for period, regions in figures.regions.items()
        },
        "year": {
            period: {"value": plain_number(one.value), "target": plain_number(one.target)}
            for period, one in figures.progress.items()
        },
    }


def _line(figures: LineFigures) -> Plain:
    return {
        "funding": figures.plan.funding.value,
        "currency": figures.plan.currency,
        "planned": {key: plain_number(one) for key, one in figures.planned.items()},
        "spent": {key: _cell(cell) for key, cell in figures.spent.items()},
    }
