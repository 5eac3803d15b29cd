"""One line of a table: planned, held, cancelled, contacts, and what is known of people."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from korgoo.activities.reach import Event, Reach, estimate

PLANNED, HELD, CANCELLED = "planned", "held", "cancelled"
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Row:
    """An activity, as far as it is added up.

    Args:
        state: planned, held or cancelled.
        place: The unit where it took place; people of one are not taken for people of another.
        contacts: None when nobody counted.
        counting: How they were counted; empty when nobody said.
        cost: In the money of the country; None when nobody said.
    """

    state: str
    day: date
    region: str
    place: str
    kind: str
    audience: str
    contacts: int | None = None
    counting: str = ""
    asked: int = 0
    before: int = 0
    signals: int | None = None
    cost: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Some activities added up.

    Attributes:
        planned: Still to come, or their day passed and nobody said how it went.
        held, cancelled: As they say.
        reach: Contacts of those held, and bounds of people.
        counted: Contacts by the way of counting.
        signals: Passed to the helpline.
        cost: Of those of which somebody said it; ``priced`` of how many.
    """

    planned: int
    held: int
    cancelled: int
    reach: Reach
    counted: Mapping[str, int]
    signals: int
    cost: Decimal
    priced: int

    @property
    def contacts(self) -> int:
        """Everybody at every event."""
        return self.reach.contacts


def line_of(rows: Iterable[Row]) -> Line:
    """Add activities up."""
    told = list(rows)
    states = Counter(row.state for row in told)
    held = [row for row in told if row.state == HELD]
    counted: Counter[str] = Counter()
    for row in held:
        counted[row.counting] += row.contacts or 0
    prices = [row.cost for row in told if row.cost is not None]
    return Line(
        planned=states[PLANNED],
        held=states[HELD],
        cancelled=states[CANCELLED],
        reach=estimate(Event(r.place, r.contacts, r.asked, r.before) for r in held),
        counted=dict(counted),
        signals=sum(row.signals or 0 for row in held),
        cost=sum(prices, Decimal(0)),
        priced=len(prices),
    )


def by(rows: Iterable[Row], key: Callable[[Row], K], order: Iterable[K] = ()) -> dict[K, Line]:
    """Add up by something: a line for each value, in an order; values of it without a row are lines of 0.

    Args:
        rows: The activities.
        key: By what.
        order: The values that always have a line; others follow as they come.
    """
    parts: dict[K, list[Row]] = defaultdict(list)
    for value in order:
        parts[value] = []
    for row in rows:
        parts[key(row)].append(row)
    return {value: line_of(some) for value, some in parts.items()}
