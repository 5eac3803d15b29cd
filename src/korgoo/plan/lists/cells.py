"""One cell at a time: what its words mean, or which rule they break."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from korgoo.plan import enums
from korgoo.plan.lists import columns
from korgoo.plan.lists.faults import Rule
from korgoo.plan.lists.known import Known

FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%y")
CODE = re.compile(r"^[\w.\-]+$")
CURRENCY = re.compile(r"^[A-Z]{3}$")
DAYS, NUMBERS = ("starts_on", "due_on"), ("baseline", "target", "planned")
CHOICES = ("kind", "direction", "adds", "funding")
MOST_DIGITS = enums.DIGITS - enums.PLACES


class Misfit(Exception):
    """The words of a cell break a rule."""

    def __init__(self, rule: Rule, found: str = "") -> None:
        super().__init__(rule)
        self.rule, self.found = rule, found


def day(words: str) -> date:
    """Read a day.

    Raises:
        Misfit: There is no such day.
    """
    for pattern in FORMATS:
        try:
            return datetime.strptime(words, pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise Misfit(Rule.DAY, words)


def number(words: str) -> str:
    """Read a number with a comma or a point, and spaces between thousands; give it as plain text.

    Raises:
        Misfit: It is none, below zero, or too large.
    """
    plain = words.replace("\u00a0", "").replace("\u202f", "").replace(" ", "").replace(",", ".")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        raise Misfit(Rule.AMOUNT, words) from None
    if not value.is_finite() or value < 0 or value >= Decimal(10) ** MOST_DIGITS:
        raise Misfit(Rule.AMOUNT, words)
    if value != value.quantize(Decimal(1).scaleb(-enums.PLACES)):
        raise Misfit(Rule.AMOUNT, words)
    return format(value.normalize(), "f")


def choice(column: str, words: str) -> str:
    """Read a word of a column of choices.

    Raises:
        Misfit: It is none of them.
    """
    value = columns.meaning(column, words)
    if value is None:
        raise Misfit(Rule(column), words)
    return value


def code(words: str) -> str:
    """Read a code: letters, digits, points and dashes.

    Raises:
        Misfit: It holds something else, or is too long.
    """
    if not CODE.match(words) or len(words) > enums.LONGEST_CODE:
        raise Misfit(Rule.CODE, words)
    return words


def bodies(words: str, known: Known) -> list[int]:
    """Read organisations, one or several.

    Raises:
        Misfit: One of them is not known, or has ended.
    """
    found = []
    for one in several(words):
        body = known.bodies.get(columns.alike(one))
        if body is None:
            raise Misfit(Rule.BODY_UNKNOWN, one)
        if body.follower is not None:
            raise Misfit(Rule.BODY_ENDED, f"{one} → {body.follower}" if body.follower else one)
        found.append(body.id)
    return list(dict.fromkeys(found))


def places(words: str, known: Known) -> list[str]:
    """Read regions or districts, one or several.

    Raises:
        Misfit: One of them is not known, or does not exist any more.
    """
    found = []
    for one in several(words):
        unit = known.regions.get(columns.alike(one))
        if unit is None:
            raise Misfit(Rule.REGION_UNKNOWN, one)
        if unit in known.gone:
            raise Misfit(Rule.REGION_ENDED, one)
        found.append(unit)
    return list(dict.fromkeys(found))


def several(words: str) -> list[str]:
    """Take apart what stands in one cell, separated by semicolons or lines."""
    for mark in columns.SEVERAL[1:]:
        words = words.replace(mark, columns.SEVERAL[0])
    return [one.strip() for one in words.split(columns.SEVERAL[0]) if one.strip()]


def misfit(column: str, words: str, known: Known) -> Rule | None:
    """Say which rule the words of a cell would break in a column; None where anything may stand."""
    try:
        _read(column.partition(" ")[0], words, known)
    except Misfit as found:
        return found.rule
    return None


def _read(column: str, words: str, known: Known) -> None:
    if column in DAYS:
        day(words)
    elif column in NUMBERS:
        number(words)
    elif column in CHOICES:
        choice(column, words)
    elif column in ("responsible", "co_executors"):
        bodies(words, known)
    elif column == "regions":
        places(words, known)
    elif column == "currency" and not CURRENCY.match(words):
        raise Misfit(Rule.CURRENCY, words)
    elif column == "source" and words not in known.sources:
        raise Misfit(Rule.SOURCE, words)
