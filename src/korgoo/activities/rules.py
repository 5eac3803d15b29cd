"""What fits in the log: the same rules for a form, for a phone that was offline, and for a row of a list."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum

from korgoo.activities import enums
from korgoo.activities.enums import State
from korgoo.activities.places import Place
from korgoo.activities.plain_words import trace_of

# What belongs to a campaign may lie somewhat before its first day and after its last one.
AROUND = timedelta(days=60)
MOST_COST = Decimal(1_000_000_000)
TEXTS = ("venue", "title", "questions", "others", "notes", "reason")


class Rule(StrEnum):
    """What is expected. Words for it: ``wording.RULES``."""

    ANSWERS = "answers"
    CHOICE = "choice"
    COLUMN_MISSING = "column-missing"
    COLUMN_TWICE = "column-twice"
    COLUMN_UNKNOWN = "column-unknown"
    COST = "cost"
    DAY = "day"
    DAY_OUTSIDE = "day-outside"
    DAY_TO_COME = "day-to-come"
    LENGTH = "length"
    MERGED = "merged"
    NOTHING = "nothing"
    NUMBER = "number"
    PARTS = "parts"
    PLACE_GONE = "place-gone"
    PLACE_SEVERAL = "place-several"
    PLACE_UNKNOWN = "place-unknown"
    REASON = "reason"
    REPEATED = "repeated"
    ROW_LENGTH = "row-length"
    SHIFTED = "shifted"
    TIME = "time"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    TOO_MANY_CONTACTS = "too-many-contacts"
    TRACE = "trace"
    UNREADABLE = "unreadable"
    VALUE_MISSING = "value-missing"


@dataclass(frozen=True, slots=True)
class Facts:
    """What somebody says of an activity.

    Args:
        counts: (sex, age, how many), as far as somebody counted.
        materials: (number of the material, how many were given out).
        organisers: organisations of the platform.
        cost: In the money of the country.
    """

    state: State
    day: date
    unit: str
    kind: str
    contacts: int | None = None
    starts_at: time | None = None
    venue: str = ""
    title: str = ""
    audience: str = ""
    counting: str = ""
    asked: int = 0
    before: int = 0
    questions: str = ""
    signals: int | None = None
    cost: Decimal | None = None
    others: str = ""
    notes: str = ""
    reason: str = ""
    is_public: bool = True
    organisers: tuple[int, ...] = ()
    counts: tuple[tuple[str, str, int], ...] = ()
    materials: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What an activity is held against.

    Args:
        first, last: Days of the campaign.
        kinds, audiences: Keys of the country pack.
        helplines: Numbers that may stand in words, digits alone.
    """

    first: date
    last: date
    today: date
    kinds: frozenset[str]
    audiences: frozenset[str]
    helplines: frozenset[str] = field(default=frozenset())


Problem = tuple[str, Rule]


def problems(facts: Facts, place: Place | None, frame: Frame) -> list[Problem]:
    """Find everything that is wrong.

    Args:
        facts: What somebody says.
        place: The place of ``facts.unit``; None when there is no such place.
        frame: What it is held against.

    Returns:
        Pairs of field and rule; empty when it fits.
    """
    return [*_when(facts, frame), *_where(facts, place), *_what(facts, frame), *_how_many(facts)]


def _when(facts: Facts, frame: Frame) -> Iterator[Problem]:
    if not frame.first - AROUND <= facts.day <= frame.last + AROUND:
        yield "day", Rule.DAY_OUTSIDE
    elif facts.state is State.HELD and facts.day > frame.today:
        yield "day", Rule.DAY_TO_COME


def _where(facts: Facts, place: Place | None) -> Iterator[Problem]:
    if place is None:
        yield "place", Rule.PLACE_UNKNOWN
    elif not place.exists_on(facts.day):
        yield "place", Rule.PLACE_GONE


def _what(facts: Facts, frame: Frame) -> Iterator[Problem]:
    if facts.kind not in frame.kinds:
        yield "kind", Rule.CHOICE
    if facts.audience and facts.audience not in frame.audiences:
        yield "audience", Rule.CHOICE
    if facts.counting and facts.counting not in enums.Counting.values:
        yield "counting", Rule.CHOICE
    if (facts.state is State.CANCELLED) != bool(facts.reason.strip()):
        yield "reason", Rule.REASON
    if facts.cost is not None and not 0 <= facts.cost <= MOST_COST:
        yield "cost", Rule.COST
    for name in TEXTS:
        if trace_of(getattr(facts, name), helplines=frame.helplines):
            yield name, Rule.TRACE


def _how_many(facts: Facts) -> Iterator[Problem]:
    contacts = facts.contacts or 0
    if facts.state is not State.HELD:
        if facts.contacts is not None or facts.asked or facts.counts:
            yield "contacts", Rule.NUMBER
        return
    if contacts > enums.MOST_CONTACTS:
        yield "contacts", Rule.TOO_MANY_CONTACTS
    if facts.asked > contacts:
        yield "asked", Rule.ANSWERS
    elif facts.before > facts.asked:
        yield "before", Rule.ANSWERS
    if sum(number for _sex, _age, number in facts.counts) > contacts:
        yield "contacts", Rule.PARTS
