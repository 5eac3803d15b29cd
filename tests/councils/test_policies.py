"""The rule of overlaps and of days, as tables and as properties."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.councils import policies
from korgoo.councils.enums import SINGLE, SeatKind
from korgoo.councils.policies import Held

JAN, MAR, JUN, DEC = (date(2026, month, 1) for month in (1, 3, 6, 12))
EVER = ((1, date.min, None),)
# An organisation that another one follows from June on.
FOLLOWED = ((1, date.min, date(2026, 5, 31)), (2, JUN, None))


def held(organisation=1, kind="member", begins=JAN, ends=None, bearers=None):
    return Held(bearers or ((organisation, date.min, None),), kind, begins, ends)


@pytest.mark.parametrize(
    ("new", "there", "stands_in_the_way"),
    [
        (held(), held(), True),
        (held(1), held(2), False),
        (held(1, "chair"), held(2, "chair"), True),
        (held(1, "secretary"), held(2, "secretary"), True),
        (held(1, "deputy"), held(2, "deputy"), False),
        (held(1, begins=JUN), held(1, ends=MAR), False),
        (held(1, begins=MAR), held(1, ends=MAR), True),
        (held(1, ends=JAN), held(1, begins=MAR), False),
        (held(1, "chair", JUN), held(2, "chair", ends=JUN - timedelta(days=1)), False),
        (held(2, begins=JUN), held(bearers=FOLLOWED), True),
        (held(2, ends=MAR), held(bearers=FOLLOWED), False),
        (held(1, begins=JUN), held(bearers=FOLLOWED), False),
    ],
)
def test_an_organisation_sits_once_and_a_body_has_one_chair(new, there, stands_in_the_way):
    assert (policies.overlap(new, [there]) is not None) == stands_in_the_way


DAYS = st.dates(date(2024, 1, 1), date(2027, 1, 1))
SEATS = st.builds(
    lambda organisation, kind, begins, length: held(
        organisation, kind, begins, None if length is None else begins + timedelta(days=length)
    ),
    st.integers(1, 3),
    st.sampled_from([kind.value for kind in SeatKind]),
    DAYS,
    st.none() | st.integers(0, 200),
)


@given(st.lists(SEATS, max_size=12), DAYS)
def test_whatever_was_let_in_has_on_any_day_one_chair_and_nobody_twice(seats, day):
    there = []
    for seat in seats:
        if policies.overlap(seat, there) is None:
            there.append(seat)
    sitting = [s for s in there if s.begins <= day and (s.ends is None or day <= s.ends)]
    organisations = [s.bearers[0][0] for s in sitting]
    assert len(organisations) == len(set(organisations))
    for kind in SINGLE:
        assert sum(s.kind == kind for s in sitting) <= 1


@pytest.mark.parametrize(
    ("day", "is_plausible"),
    [
        (date(1991, 8, 30), False),
        (date(1991, 8, 31), True),
        (date(2026, 3, 2), True),
        (date(2030, 12, 31), True),
        (date(2032, 1, 1), False),
    ],
)
def test_a_seat_lies_neither_before_the_country_nor_far_ahead(day, is_plausible):
    assert policies.is_plausible(day, date(2026, 3, 2)) == is_plausible


def test_a_seat_does_not_end_before_it_begins():
    assert policies.days(JAN, JAN)
    assert policies.days(JAN, None)
    assert not policies.days(MAR, JAN)
