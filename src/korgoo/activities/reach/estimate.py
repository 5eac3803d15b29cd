"""Contacts are never called people. What is known of people: bounds, and sometimes an estimate.

Whoever came to three events of a campaign is three contacts and one person. People are as many as first
contacts: everybody has exactly one. So the share of people who came before, asked at the door, tells how
many contacts were first ones.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

# Working values of the platform, see the method note. Below them only bounds are said.
LEAST_ANSWERS = 100
LEAST_SHARE = 0.2
# People of one event are more alike than people picked one by one: answers count for half.
DESIGN_EFFECT = 2.0
Z = 1.959964  # of the normal distribution, for 95 in 100


class Basis(StrEnum):
    """What the number of people rests on."""

    NOTHING = "nothing"  # no event was held, or none was counted
    BOUNDS = "bounds"  # too few were asked: only bounds are said
    SAMPLE = "sample"  # some were asked whether they came before
    EVERYBODY = "everybody"  # at every event, everybody was asked


@dataclass(frozen=True, slots=True)
class Event:
    """One event that was held.

    Args:
        place: Where; people of one place are not taken for people of another.
        contacts: How many were there; None when nobody counted.
        asked: How many were asked whether they had been at one of our events before.
        before: How many of these said yes.

    Raises:
        ValueError: More were asked than came, or more said yes than were asked.
    """

    place: str
    contacts: int | None
    asked: int = 0
    before: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.before <= self.asked <= (self.contacts or 0):
            raise ValueError("0 <= before <= asked <= contacts does not hold")


@dataclass(frozen=True, slots=True)
class Reach:
    """What a row of events reached.

    Attributes:
        events: How many were held.
        uncounted: At how many of them nobody counted.
        contacts: Everybody at every event, whoever came twice counted twice.
        least, most: Bounds of the number of people, without any model of how often people come.
        people: The estimate; None when too little is known for one.
        low, high: Its interval, 95 in 100, inside the bounds; None without an estimate.
        answers: How many were asked whether they came before.
        covered: Share of the contacts that were at events where this was asked, 0 to 1.
    """

    events: int
    uncounted: int
    contacts: int
    least: int
    most: int
    basis: Basis
    people: int | None = None
    low: int | None = None
    high: int | None = None
    answers: int = 0
    covered: float = 0.0


def estimate(events: Iterable[Event]) -> Reach:
    """Say what a row of events reached.

    Args:
        events: In any order.

    Source:
        Ratio estimate of a share from clusters and Wilson's interval (1927), docs/methods/campaign-reach.md.
    """
    rows = list(events)
    counted = [e for e in rows if e.contacts]
    contacts = sum(e.contacts or 0 for e in counted)
    least, most = _least(counted), contacts - sum(e.before for e in counted)
    # Whoever says at the first event of all that they came before contradicts the log; the bounds give way.
    most = max(most, least)
    asked = [e for e in counted if e.asked]
    answers = sum(e.asked for e in asked)
    covered = sum(e.contacts or 0 for e in asked) / contacts if contacts else 0.0
    told = Reach(
        events=len(rows),
        uncounted=sum(e.contacts is None for e in rows),
        contacts=contacts,
        least=least,
        most=most,
        basis=Basis.BOUNDS if contacts else Basis.NOTHING,
        answers=answers,
        covered=covered,
    )
    if contacts and answers == contacts:
        return _exact(told)
    if answers < LEAST_ANSWERS or covered < LEAST_SHARE:
        return told
    return _estimated(told, asked)


def _least(counted: Sequence[Event]) -> int:
    """Take the largest event of each place: those people were different persons, if places do not mix."""
    largest: dict[str, int] = defaultdict(int)
    for event in counted:
        largest[event.place] = max(largest[event.place], event.contacts or 0)
    return sum(largest.values())


def _exact(told: Reach) -> Reach:
    """Everybody was asked everywhere: first contacts were counted, nothing is estimated."""
    return _with(told, Basis.EVERYBODY, (told.most, told.most, told.most))


def _estimated(told: Reach, asked: Sequence[Event]) -> Reach:
    """Scale the share of those who came before from the events where it was asked to all contacts."""
    weight = sum(e.contacts or 0 for e in asked)
    share = sum((e.contacts or 0) * e.before / e.asked for e in asked) / weight
    low, high = _wilson(share, told.answers / DESIGN_EFFECT)
    people = told.contacts * (1 - share)
    return _with(
        told,
        Basis.SAMPLE,
        (people, told.contacts * (1 - high), told.contacts * (1 - low)),
    )


def _with(told: Reach, basis: Basis, numbers: tuple[float, float, float]) -> Reach:
    people, low, high = (min(max(round(n), told.least), told.most) for n in numbers)
    return Reach(
        told.events,
        told.uncounted,
        told.contacts,
        told.least,
        told.most,
        basis,
        people,
        low,
        high,
        told.answers,
        told.covered,
    )


def _wilson(share: float, answers: float) -> tuple[float, float]:
    """Give Wilson's interval of a share, 95 in 100."""
    z2 = Z * Z
    middle = share + z2 / (2 * answers)
    wide = Z * math.sqrt(share * (1 - share) / answers + z2 / (4 * answers * answers))
    return (middle - wide) / (1 + z2 / answers), (middle + wide) / (1 + z2 / answers)
