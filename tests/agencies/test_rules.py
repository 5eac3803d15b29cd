"""What a permit allows on a day: a table, and properties that hold for any decisions."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.agencies.enums import DecisionKind
from korgoo.agencies.rules import ALLOWED, Kind, State, Term, in_place, over_all, standing


@dataclass(frozen=True)
class Move:
    kind: Kind
    day: date
    until: date | None = None
    key: UUID = None
    corrects: UUID | None = None


def move(kind, day, until=None, corrects=None, key=None):
    return Move(Kind(kind), day, until, key or uuid4(), corrects)


def d(month, day, year=2026):
    return date(year, month, day)


TERM = Term(d(1, 1), d(12, 31))
GRANTED = move("granted", d(1, 1))
SUSPENDED = move("suspended", d(3, 2))
RESUMED = move("resumed", d(5, 1))
EXTENDED = move("extended", d(12, 1), until=d(12, 31, 2027))
CANCELLED = move("cancelled", d(6, 1))
TABLE = [
    ("nothing was ever decided", [], d(3, 1), State.NEVER, None),
    ("granted", [GRANTED], d(3, 1), State.ALLOWED_UNTIL, GRANTED),
    ("on its first day", [GRANTED], d(1, 1), State.ALLOWED_UNTIL, GRANTED),
    ("on its last day", [GRANTED], d(12, 31), State.ALLOWED_UNTIL, GRANTED),
    ("a day later", [GRANTED], d(1, 1, 2027), State.EXPIRED, GRANTED),
    ("the day before it was granted", [GRANTED], d(12, 31, 2025), State.NOT_YET, GRANTED),
    (
        "the day before it was suspended",
        [GRANTED, SUSPENDED],
        d(3, 1),
        State.ALLOWED_UNTIL,
        GRANTED,
    ),
    ("from the morning on", [GRANTED, SUSPENDED], d(3, 2), State.SUSPENDED, SUSPENDED),
    ("long after its end", [GRANTED, SUSPENDED], d(3, 2, 2030), State.SUSPENDED, SUSPENDED),
    ("resumed", [GRANTED, SUSPENDED, RESUMED], d(5, 1), State.ALLOWED_UNTIL, RESUMED),
    ("between", [GRANTED, SUSPENDED, RESUMED], d(4, 30), State.SUSPENDED, SUSPENDED),
    ("cancelled", [GRANTED, CANCELLED], d(6, 1), State.CANCELLED, CANCELLED),
    (
        "cancelled while suspended",
        [GRANTED, SUSPENDED, CANCELLED],
        d(7, 1),
        State.CANCELLED,
        CANCELLED,
    ),
    (
        "an extension heals no cancelling",
        [GRANTED, CANCELLED, EXTENDED],
        d(12, 5),
        State.CANCELLED,
        CANCELLED,
    ),
    (
        "an extension heals no suspension",
        [GRANTED, SUSPENDED, EXTENDED],
        d(12, 5),
        State.SUSPENDED,
        SUSPENDED,
    ),
    ("extended", [GRANTED, EXTENDED], d(6, 1, 2027), State.ALLOWED_UNTIL, EXTENDED),
    ("extended, and over", [GRANTED, EXTENDED], d(1, 1, 2028), State.EXPIRED, EXTENDED),
    ("only an extension is known", [EXTENDED], d(12, 5), State.ALLOWED_UNTIL, EXTENDED),
    ("only a suspension is known", [SUSPENDED], d(4, 1), State.SUSPENDED, SUSPENDED),
    ("only a resumption is known", [RESUMED], d(6, 1), State.NEVER, None),
]


@pytest.mark.parametrize(
    ("moves", "day", "state", "by"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE]
)
def test_what_a_permit_is_on_a_day(moves, day, state, by):
    found = standing(TERM, moves, day)

    assert (found.state, found.move) == (state, by)


def test_the_answer_names_the_last_day():
    assert standing(TERM, [GRANTED], d(3, 1)).until == d(12, 31)
    assert standing(TERM, [GRANTED, EXTENDED], d(12, 5)).until == d(12, 31, 2027)


def test_a_permit_without_an_end_is_allowed_without_a_day():
    found = standing(Term(d(1, 1)), [GRANTED], d(3, 1, 2031))

    assert (found.state, found.until) == (State.ALLOWED, None)


def test_a_suspension_that_is_known_ahead_ends_the_answer_the_day_before():
    assert standing(TERM, [GRANTED, SUSPENDED], d(2, 1)).until == d(3, 1)


def test_a_permit_that_begins_later_is_not_yet():
    found = standing(Term(d(4, 1), d(12, 31)), [GRANTED], d(3, 1))

    assert (found.state, found.starts) == (State.NOT_YET, d(4, 1))


def test_of_one_day_the_stricter_decision_counts():
    resumed = move("resumed", SUSPENDED.day)

    assert standing(TERM, [GRANTED, resumed, SUSPENDED], d(3, 2)).state is State.SUSPENDED


def test_a_corrected_decision_counts_on_no_day():
    later = move("suspended", d(4, 1), corrects=SUSPENDED.key)
    moves = [GRANTED, SUSPENDED, later]

    assert standing(TERM, moves, d(3, 15)).is_allowed
    assert standing(TERM, moves, d(4, 1)).move == later


def test_an_entry_that_was_taken_back_counts_on_no_day():
    back = move("annulled", d(3, 3), corrects=SUSPENDED.key)

    assert standing(TERM, [GRANTED, SUSPENDED, back], d(3, 15)).is_allowed


PERMITS = [
    ("none", [], State.NEVER),
    (
        "a newer one after one was cancelled",
        [("cancelled", 2), ("granted", 3)],
        State.ALLOWED_UNTIL,
    ),
    ("a suspension beside an older one", [("granted", 1), ("suspended", 3)], State.SUSPENDED),
    ("of one day the stricter", [("granted", 3), ("suspended", 3)], State.SUSPENDED),
]


@pytest.mark.parametrize(
    ("permits", "state"), [p[1:] for p in PERMITS], ids=[p[0] for p in PERMITS]
)
def test_several_permits_of_one_agency(permits, state):
    found = [
        standing(TERM, [GRANTED, move(kind, d(month, 1))], d(6, 1)) for kind, month in permits
    ]

    assert over_all(found).state is state


def test_a_permit_that_ended_does_not_hide_one_that_begins():
    ended = standing(
        Term(d(1, 1, 2025), d(12, 31, 2025)), [move("granted", d(1, 1, 2025))], d(3, 1)
    )
    begins = standing(Term(d(4, 1), d(12, 31)), [GRANTED], d(3, 1))

    assert over_all([ended, begins]).state is State.NOT_YET


def test_kinds_are_stored_as_the_rules_name_them():
    assert set(DecisionKind.values) == {kind.value for kind in Kind}


DAYS = st.dates(d(1, 1, 2025), d(12, 31, 2027))


@st.composite
def decisions(draw):
    kinds = draw(
        st.lists(st.sampled_from([k for k in Kind if k is not Kind.ANNULLED]), max_size=7)
    )
    return [
        move(
            kind,
            day := draw(DAYS),
            until=day + timedelta(days=draw(st.integers(1, 400)))
            if kind is Kind.EXTENDED
            else None,
        )
        for kind in kinds
    ]


@given(decisions(), DAYS, st.randoms())
def test_the_order_of_recording_does_not_matter(moves, day, chance):
    other = list(moves)
    chance.shuffle(other)

    assert standing(TERM, moves, day) == standing(TERM, other, day)


@given(decisions())
def test_nobody_is_allowed_before_the_first_decision(moves):
    first = min((m.day for m in moves), default=d(1, 1))

    assert not standing(TERM, moves, first - timedelta(days=1)).is_allowed


@given(decisions(), DAYS)
def test_a_suspension_lasts_until_somebody_lifts_it(moves, day):
    suspension = move("suspended", d(6, 1))
    moves = [
        m for m in moves if m.day < suspension.day or m.kind not in (Kind.RESUMED, Kind.GRANTED)
    ]

    assert not standing(TERM, [*moves, suspension], max(day, suspension.day)).is_allowed


@given(decisions(), DAYS)
def test_whoever_is_allowed_has_a_grant_behind_and_no_end_before(moves, day):
    found = standing(TERM, moves, day)

    if found.state in ALLOWED:
        assert any(m.kind in (Kind.GRANTED, Kind.EXTENDED) and m.day <= day for m in moves)
        assert found.until is None or found.until >= day


@given(decisions(), DAYS)
def test_correcting_every_decision_leaves_none(moves, day):
    back = [move("annulled", day, corrects=m.key) for m in moves]

    assert in_place([*moves, *back]) == []
    assert standing(TERM, [*moves, *back], day).state is State.NEVER
