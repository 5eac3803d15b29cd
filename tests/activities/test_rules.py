"""What fits in the log, as a table; the same for a form, a phone and a list."""

from datetime import date
from decimal import Decimal

import pytest

from korgoo.activities import places, rules
from korgoo.activities.enums import State
from korgoo.activities.rules import Frame, Rule
from tests.factories_activities import FACTS, FIRST, LAST, facts, planned

FRAME = Frame(
    FIRST, LAST, date(2026, 8, 10), frozenset({"talk-in-village"}), frozenset({"leavers"})
)
WRONG = [
    ("a day of another year", facts(day=date(2025, 8, 3)), "day", Rule.DAY_OUTSIDE),
    ("held tomorrow", facts(day=date(2026, 8, 11)), "day", Rule.DAY_TO_COME),
    ("an unknown type", facts(kind="parade"), "kind", Rule.CHOICE),
    ("an unknown audience", facts(audience="martians"), "audience", Rule.CHOICE),
    ("an unknown way of counting", facts(counting="dice"), "counting", Rule.CHOICE),
    ("more answers than people", facts(asked=41), "asked", Rule.ANSWERS),
    ("more yes than answers", facts(asked=10, before=11), "before", Rule.ANSWERS),
    ("parts above the whole", facts(counts=(("female", "unknown", 41),)), "contacts", Rule.PARTS),
    ("a slip of the finger", facts(contacts=100_001), "contacts", Rule.TOO_MANY_CONTACTS),
    ("money below nothing", facts(cost=Decimal(-1)), "cost", Rule.COST),
    ("a telephone", facts(notes="0555 12 34 56"), "notes", Rule.TRACE),
    ("a reason without a cancelling", facts(reason="rain"), "reason", Rule.REASON),
    ("cancelled, but why", planned(state=State.CANCELLED), "reason", Rule.REASON),
    ("counted before it was held", facts(state=State.PLANNED), "contacts", Rule.NUMBER),
]


@pytest.mark.parametrize(
    ("told", "name", "rule"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG]
)
def test_what_does_not_fit_is_named_with_its_field(told, name, rule):
    assert (name, rule) in rules.problems(told, places.get(told.unit), FRAME)


def test_ordinary_facts_fit():
    assert rules.problems(FACTS, places.get(FACTS.unit), FRAME) == []
    assert rules.problems(planned(day=date(2026, 9, 1)), places.get(FACTS.unit), FRAME) == []


def test_a_place_must_be_there_on_that_day():
    gone = places.Place("1", "Gone", 2, "1", last=date(2021, 1, 1))

    assert rules.problems(FACTS, gone, FRAME) == [("place", Rule.PLACE_GONE)]
    assert rules.problems(FACTS, None, FRAME) == [("place", Rule.PLACE_UNKNOWN)]
