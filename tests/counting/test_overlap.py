"""Persons by the organisations that know them; what is small stays hidden whatever one adds and subtracts."""

from itertools import product
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from korgoo.counting.draws import drawn
from korgoo.counting.overlap import (
    COUNTRY,
    MOST_LISTS,
    NOBODY,
    OTHERS,
    UNKNOWN,
    YEAR,
    Number,
    Record,
    year_of_persons,
)

LEAST = 5


def year(owners, pairs=(), *, halves="h1", regions="", put_together=(), least=LEAST, draws=50):
    """A year: case n is of ``owners[n]``; pairs are (case, case, posterior, what people said)."""
    size = len(owners)
    halves = [halves] * size if isinstance(halves, str) else halves
    regions = [regions] * size if isinstance(regions, str) else regions
    leads = {n: n for n in range(size)} | dict(put_together)
    found = [
        SimpleNamespace(
            case_a=a, owner_a=owners[a], case_b=b, owner_b=owners[b], posterior=p, is_same=said
        )
        for a, b, p, said in pairs
    ]
    records = [Record(*row) for row in zip(owners, halves, regions, strict=True)]
    return year_of_persons(drawn(leads, found, draws=draws), records, least=least)


def sure(*pairs):
    return [(a, b, 1.0, True) for a, b in pairs]


def test_persons_of_two_organisations_count_once():
    owners = [1] * 20 + [2] * 20
    told = year(owners, sure(*[(n, 20 + n) for n in range(8)])).part(YEAR, COUNTRY)
    assert told.records == 40
    assert told.persons == Number(32, 32, 32)
    assert told.one == Number(24, 24, 24)
    assert told.several == Number(8, 8, 8)
    assert told.lists == {1: 20, 2: 20}
    assert told.patterns == {
        (0,): Number(12, 12, 12),
        (1,): Number(12, 12, 12),
        (0, 1): Number(8, 8, 8),
    }


def test_cases_that_an_organisation_put_together_are_one_record():
    told = year([1] * 10, put_together=dict.fromkeys(range(4), 0).items()).part(YEAR, COUNTRY)
    assert (told.records, told.persons) == (7, Number(7, 7, 7))


def test_doubt_gives_an_interval():
    owners = [1] * 30 + [2] * 30
    pairs = [(n, 30 + n, 0.6, None) for n in range(30)]
    told = year(owners, pairs).part(YEAR, COUNTRY)
    assert told.records == 60
    assert abs(told.persons.mean - 42) <= 1
    assert told.persons.low < told.persons.mean < told.persons.high


def test_a_part_without_a_case_is_nought():
    told = year([1] * 9).part("h2", "somewhere")
    assert (told.records, told.persons, told.patterns) == (0, NOBODY, {})


def test_a_person_met_in_both_halves_counts_once_in_each_and_once_in_the_year():
    owners = [1] * 20 + [2] * 20
    halves = ["h1"] * 20 + ["h2"] * 20
    told = year(owners, sure(*[(n, 20 + n) for n in range(10)]), halves=halves)
    assert told.part("h1", COUNTRY).persons.mean == 20
    assert told.part("h2", COUNTRY).persons.mean == 20
    assert told.part(YEAR, COUNTRY).persons.mean == 30


def test_a_case_without_a_region_stands_under_not_known():
    told = year([1] * 12, regions=["", *["north"] * 11], least=1)
    assert told.part(YEAR, UNKNOWN).persons.mean == 1
    assert told.part(YEAR, "north").persons.mean == 11


def test_a_person_whom_two_small_organisations_know_is_known_to_several():
    owners = [1] * 20 + [2] * 3 + [3] * 3
    told = year(owners, sure((20, 23), (21, 24), (22, 25)), least=1)
    pooled = year(owners, sure((20, 23), (21, 24), (22, 25)), least=4)
    assert told.part(YEAR, COUNTRY).several.mean == 3
    assert pooled.owners == (1, OTHERS)
    assert pooled.part(YEAR, COUNTRY).several is None


def test_small_organisations_are_counted_together():
    told = year([1] * 10 + [2] * 3 + [3] * 2)
    assert told.owners == (1, OTHERS)
    assert told.part(YEAR, COUNTRY).lists == {1: 10, OTHERS: 5}


def test_there_are_never_more_lists_than_a_table_can_hold():
    told = year([owner for owner in range(40) for _ in range(6)])
    assert len(told.owners) == MOST_LISTS + 1


def test_a_few_who_are_known_twice_are_hidden_also_in_the_difference_of_records_and_persons():
    owners = [1] * 20 + [2] * 20
    told = year(owners, sure((0, 20), (1, 21))).part(YEAR, COUNTRY)
    assert told.several is None
    assert None in (told.records, told.persons)
    assert told.patterns[0, 1] is None


def test_a_few_who_are_known_twice_in_a_region_do_not_follow_from_its_cases():
    owners = ([1] * 30 + [2] * 30) * 3
    regions = ["north"] * 60 + ["south"] * 60 + ["east"] * 60
    twice = [0, 1, *range(60, 70), *range(120, 130)]
    told = year(owners, sure(*[(n, n + 30) for n in twice]), regions=regions)
    north = told.part(YEAR, "north")
    assert told.part(YEAR, COUNTRY).several.mean == 22
    assert north.several is None
    assert None in (north.records, north.persons)


def test_what_is_only_possible_is_hidden_like_what_is_there():
    owners = [1] * 20 + [2] * 20
    told = year(owners, [(0, 20, 0.5, None)]).part(YEAR, COUNTRY)
    assert told.several is None
    assert None in (told.records, told.persons)


def test_a_region_cannot_be_worked_out_from_the_country_and_the_others():
    regions = ["north"] * 20 + ["south"] * 3 + ["east"] * 20 + ["west"] * 20
    told = year([1] * 63, regions=regions)
    shown = [told.part(YEAR, one).persons for one in ("north", "south", "east", "west", COUNTRY)]
    assert shown[1] is None
    assert shown.count(None) >= 2


def test_a_half_cannot_be_worked_out_from_the_year():
    told = year([1] * 23, halves=["h1"] * 20 + ["h2"] * 3)
    shown = [told.part(one, COUNTRY).persons for one in ("h1", "h2", YEAR)]
    assert shown[1] is None
    assert shown.count(None) >= 2


PARTS = list(product(("h1", "h2", YEAR), ("north", "south", UNKNOWN, COUNTRY)))
CASES = st.lists(
    st.tuples(
        st.sampled_from([1, 2, 3]),
        st.sampled_from(["h1", "h2"]),
        st.sampled_from(["north", "north", "south", ""]),
    ),
    min_size=12,
    max_size=60,
)


@settings(max_examples=40)
@given(CASES, st.lists(st.tuples(st.integers(0, 59), st.integers(0, 59)), max_size=20))
def test_no_small_number_of_persons_is_shown_or_follows_from_those_of_other_parts(cases, links):
    """What a reader knows of persons in all: halves and regions add up. A solution must be able to move."""
    owners, halves, regions = zip(*cases, strict=True)
    links = [(a, b) for a, b in links if max(a, b) < len(cases) and owners[a] != owners[b]]
    facts = {"halves": halves, "regions": regions, "draws": 2}
    told = year(owners, sure(*links), **facts)
    real = year(owners, sure(*links), **facts, least=1)
    order = {part: place for place, part in enumerate(PARTS)}
    rows = []
    for half, region in PARTS:
        if region == COUNTRY:
            rows.append(
                _row(order, [(half, r) for r in ("north", "south", UNKNOWN)], (half, region))
            )
        if half == YEAR:
            rows.append(_row(order, [("h1", region), ("h2", region)], (half, region)))
    assert not [part for part in PARTS if 0 < _less(told.part(*part)) < LEAST]
    for name in ("persons", "several", "one"):
        hidden = [p for p in PARTS if getattr(told.part(*p), name) is None]
        for part in PARTS:
            number = getattr(real.part(*part), name).mean
            if 0 < number < LEAST:
                assert part in hidden
                assert not _follows(np.array(rows), order, hidden, part)


def _less(part):
    """Records less persons, where both are shown."""
    return 0 if None in (part.records, part.persons) else part.records - part.persons.mean


def _row(order, cells, total):
    row = np.zeros(len(order))
    for cell in cells:
        row[order[cell]] = 1
    row[order[total]] = -1
    return row


def _follows(rows, order, hidden, part):
    """Tell whether the lines fix one hidden number, when all that is not hidden is known."""
    columns = rows[:, [order[one] for one in hidden]]
    unit = np.zeros((1, len(hidden)))
    unit[0, hidden.index(part)] = 1
    before = np.linalg.matrix_rank(columns)
    return np.linalg.matrix_rank(np.vstack([columns, unit])) == before


@settings(max_examples=25)
@given(CASES, st.lists(st.tuples(st.integers(0, 59), st.integers(0, 59)), max_size=20))
def test_no_pattern_follows_from_what_an_organisation_has(cases, links):
    owners, *_rest = zip(*cases, strict=True)
    links = [(a, b) for a, b in links if max(a, b) < len(cases) and owners[a] != owners[b]]
    told = year(owners, sure(*links), draws=2).part(YEAR, COUNTRY)
    real = year(owners, sure(*links), draws=2, least=1).part(YEAR, COUNTRY)
    assume(OTHERS not in told.lists)
    hidden = [p for p, n in told.patterns.items() if n is None]
    for place, owner in enumerate(told.lists):
        inside = [p for p in hidden if place in p]
        if told.lists[owner] is not None and inside:
            left = sum(real.patterns[p].mean for p in inside)
            assert len(inside) > 1
            assert left >= LEAST
    for pattern, number in real.patterns.items():
        if 0 < number.mean < LEAST:
            assert pattern in hidden


def test_nobody_at_all():
    told = year([])
    assert told.owners == ()
    assert told.part(YEAR, COUNTRY).persons == NOBODY


@pytest.mark.parametrize("least", [1, 5])
def test_hiding_changes_no_number_that_is_shown(least):
    owners = [1] * 20 + [2] * 20 + [3] * 9
    links = sure(*[(n, 20 + n) for n in range(8)])
    open_, told = year(owners, links, least=1), year(owners, links, least=least)
    for part in ((YEAR, COUNTRY), ("h1", COUNTRY)):
        for pattern, number in told.part(*part).patterns.items():
            assert number in (None, open_.part(*part).patterns[pattern])
