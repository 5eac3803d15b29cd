"""The consolidated report against a hand-computed example, to the digit.

The example: two half-years of 2026. Measure 1.1 has one indicator ("events", added up; target 40) and two
budget lines. A ministry (M), Osh (O) and Talas (T) are asked for values in both; a youth union (Y) is
asked for its work and its money alone.

    events    M    O        T            sum   said by
    h1        4    10.5     not told     14.5  2 of 3, one of them late
    h2        0    nothing  7            7     2 of 3 (one with zero), 1 nothing to report
    year                                 21.5  = 53.75 % of 40, as far as reported: 53.8 %

In h1 Talas sent its report without the figure; in h2 the report of Osh came late. Money in h1: M 100, O 20.5,
T not told, Y 0: 120.5; planned for the year: 1 000.
"""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.plan.consolidation import adding, progress, writing
from korgoo.plan.consolidation.facts import (
    Drawn,
    IndicatorPlan,
    LinePlan,
    Period,
    PeriodFacts,
    ReportFacts,
)
from korgoo.plan.consolidation.figures import Cell, Tally
from korgoo.plan.consolidation.kinds import Adds, Direction, Funding, Standing, ValueKind

KEY, LINE = ("1.1", "1"), ("1.1", "s")
H1 = Period("2026-h1", date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 15))
H2 = Period("2026-h2", date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 15))
SENT = datetime(2026, 7, 10, tzinfo=UTC)


def indicator(**traits):
    told = {
        "key": KEY,
        "kind": ValueKind.NUMBER,
        "adds": Adds.SUM,
        "direction": Direction.UP,
        "targets": {2026: Decimal(40)},
    }
    return IndicatorPlan(**told | traits)


def line(**traits):
    told = {
        "key": LINE,
        "funding": Funding.STATE,
        "payer": "",
        "currency": "KGS",
        "planned": {2026: Decimal(1000)},
    }
    return LinePlan(**told | traits)


def report(key, region="", standing=Standing.ACCEPTED, **traits):
    return ReportFacts(key, ord(key), region, standing, **{"sent_at": SENT} | traits)


def period(which, reports, values=(), spent=(), *, indicators=None, lines=None, drawn=None):
    """A period in which each report has one part; the part of Y is asked for no values."""
    numbers = {one.key: place for place, one in enumerate(reports, start=1)}
    entries = [(place, key, "1.1", key != "Y") for key, place in numbers.items()]
    indicators = indicators or [indicator()]
    return PeriodFacts(
        which,
        reports,
        entries,
        [(numbers[key], "1", answer, value) for key, answer, value in values],
        [(numbers[key], "s", answer, value) for key, answer, value in spent],
        {"1.1": indicators},
        {"1.1": [line()] if lines is None else lines},
        drawn or {},
    )


def value(key, figure):
    return (key, "value", Decimal(str(figure)))


FIRST = period(
    H1,
    [report("M"), report("O", "osh"), report("T", "talas", is_late=True), report("Y")],
    [value("M", 4), value("O", 10.5)],
    [value("M", 100), value("O", 20.5), value("Y", 0)],
)
SECOND = period(
    H2,
    [report("M"), report("O", "osh", is_late=True), report("T", "talas"), report("Y")],
    [value("M", 0), ("O", "nothing", None), value("T", 7)],
)


@pytest.fixture(scope="module")
def figures():
    return adding.consolidate([FIRST, SECOND])


def test_the_sum_of_a_period_is_what_was_reported(figures):
    assert figures.indicators[KEY].whole["2026-h1"].total == Decimal("14.5")
    assert figures.indicators[KEY].whole["2026-h2"].total == Decimal(7)


def test_each_answer_is_counted_for_what_it_is(figures):
    whole = figures.indicators[KEY].whole
    assert whole["2026-h1"].tally == Tally(reported=2, zero=0, nothing=0, missing=1, late=0)
    assert whole["2026-h2"].tally == Tally(reported=1, zero=1, nothing=1, missing=0, late=1)
    assert whole["2026-h1"].tally.expected == 3


def test_a_region_that_did_not_tell_has_no_value_and_no_zero(figures):
    regions = figures.indicators[KEY].regions["2026-h1"]
    assert regions["osh"].total == Decimal("10.5")
    assert regions["talas"].total is None
    assert regions["talas"].tally.missing == 1
    assert regions[""].total == Decimal(4)


def test_the_year_stands_beside_its_target_with_what_is_missing(figures):
    year = figures.indicators[KEY].progress["2026-h2"]
    assert (year.year, year.value, year.target) == (2026, Decimal("21.5"), Decimal(40))
    assert year.share == Decimal("53.8")
    assert year.is_reached is False
    assert year.missing == 1


def test_money_is_added_and_its_gaps_are_counted(figures):
    (money,) = figures.money["2026-h1"]
    assert (money.planned, money.spent) == (Decimal(1000), Decimal("120.5"))
    assert money.tally == Tally(reported=2, zero=1, nothing=0, missing=1, late=0)
    assert figures.money["2026-h2"][0].spent is None
    assert figures.money["2026-h2"][0].year_spent == Decimal("120.5")


def test_the_round_says_how_many_sent_and_how_many_were_late(figures):
    went = figures.rounds["2026-h1"]
    assert went.standings == {Standing.ACCEPTED: 4}
    assert went.late == 1
    assert went.values == Tally(reported=2, zero=0, nothing=0, missing=1, late=0)


@pytest.mark.parametrize("standing", [Standing.RETURNED, Standing.WAITING, Standing.MISSING])
def test_what_was_not_sent_or_was_returned_is_missing_whatever_it_says(standing):
    facts = period(H1, [report("M"), report("O", "osh", standing)], [value("M", 4), value("O", 9)])
    cell = adding.consolidate([facts]).indicators[KEY].whole["2026-h1"]
    assert cell.total == Decimal(4)
    assert cell.tally.missing == 1


def test_of_a_state_the_value_sent_last_counts():
    share = indicator(kind=ValueKind.SHARE, adds=Adds.LATEST, targets={})
    late = datetime(2026, 7, 14, tzinfo=UTC)
    reports = [report("M", sent_at=late), report("O", "osh")]
    facts = period(H1, reports, [value("O", 70), value("M", 60)], indicators=[share])
    figures = adding.consolidate([facts]).indicators[KEY]
    assert figures.whole["2026-h1"].total == Decimal(60)
    assert figures.regions["2026-h1"]["osh"].total == Decimal(70)


def test_what_stands_for_itself_has_no_value_of_the_country():
    alone = indicator(kind=ValueKind.YES_NO, adds=Adds.NONE, targets={})
    facts = period(
        H1, [report("M"), report("O", "osh")], [value("M", 0), value("O", 1)], indicators=[alone]
    )
    figures = adding.consolidate([facts]).indicators[KEY]
    assert figures.whole["2026-h1"].total is None
    assert figures.regions["2026-h1"]["osh"].total == Decimal(1)
    assert figures.whole["2026-h1"].tally == Tally(reported=1, zero=1)


def test_a_drawn_figure_is_asked_of_nobody_and_a_small_one_is_not_shown():
    drawn = {KEY: {None: Drawn(12), "osh": Drawn(None, is_hidden=True)}}
    facts = period(H1, [report("M")], indicators=[indicator(drawn="presumed")], drawn=drawn)
    figures = adding.consolidate([facts])
    cell = figures.indicators[KEY].whole["2026-h1"]
    assert (cell.total, cell.tally.expected) == (Decimal(12), 0)
    hidden = figures.indicators[KEY].regions["2026-h1"]["osh"]
    assert hidden.is_hidden
    assert hidden.total is None
    assert figures.rounds["2026-h1"].values.expected == 0


def test_a_year_with_a_hidden_period_says_nothing():
    cells = [Cell(Decimal(9)), Cell(None, is_hidden=True)]
    assert progress.of_year(2026, indicator(), cells).value is None


def test_currencies_are_never_added_to_each_other():
    lines = [line(), line(key=("1.1", "d"), funding=Funding.DONOR, currency="USD", payer="X")]
    facts = period(H1, [report("M")], spent=[value("M", 5)], lines=lines)
    money = adding.consolidate([facts]).money["2026-h1"]
    assert [(one.funding, one.currency, one.spent) for one in money] == [
        (Funding.STATE, "KGS", Decimal(5)),
        (Funding.DONOR, "USD", None),
    ]


def test_nobody_is_asked_about_money_that_is_not_set_aside():
    none = line(funding=Funding.NONE, currency="", planned={})
    figures = adding.consolidate([period(H1, [report("M")], lines=[none])])
    assert figures.money["2026-h1"] == ()
    assert figures.lines[LINE].spent["2026-h1"].tally.expected == 0


@pytest.mark.parametrize(
    ("figure", "target", "direction", "share", "reached"),
    [
        (40, 40, Direction.UP, "100.0", True),
        (10, 40, Direction.UP, "25.0", False),
        (15, 20, Direction.DOWN, None, True),
        (25, 20, Direction.DOWN, None, False),
        (5, 0, Direction.UP, None, True),
        (None, 40, Direction.UP, None, None),
        (10, None, Direction.UP, None, None),
    ],
)
def test_a_target_is_reached_in_the_direction_that_is_better(
    figure, target, direction, share, reached
):
    plan = indicator(
        direction=direction, targets={} if target is None else {2026: Decimal(target)}
    )
    cells = [Cell(None if figure is None else Decimal(figure))]
    year = progress.of_year(2026, plan, cells)
    assert year.share == (Decimal(share) if share else None)
    assert year.is_reached is reached


def test_the_same_figures_give_the_same_hash_and_no_changes():
    data, again = (writing.to_data(adding.consolidate([FIRST, SECOND])) for _ in range(2))
    assert writing.digest_of(data) == writing.digest_of(again)
    assert writing.changes(data, again) == []


def test_a_later_correction_shows_as_a_difference():
    before = writing.to_data(adding.consolidate([FIRST]))
    corrected = period(
        H1,
        list(FIRST.reports),
        [value("M", 4), value("O", 10.5), value("T", 3)],
        [value("M", 100), value("O", 20.5), value("Y", 0)],
    )
    found = writing.changes(before, writing.to_data(adding.consolidate([corrected])))
    places = {one.place: (one.before, one.after) for one in found}
    assert places["indicators", "1.1/1", "whole", "2026-h1", "total"] == ("14.5", "17.5")
    assert places["indicators", "1.1/1", "regions", "2026-h1", "talas", "total"] == (None, "3")
    assert places["indicators", "1.1/1", "whole", "2026-h1", "missing"] == ("1", "0")
    assert not any(place[0] == "lines" for place in places)


ANSWERS = st.one_of(
    st.none(), st.just("nothing"), st.integers(min_value=0, max_value=10**6).map(Decimal)
)


@given(st.lists(st.tuples(st.sampled_from(["", "a", "b"]), ANSWERS, st.booleans()), max_size=12))
def test_no_answer_is_lost_and_nothing_is_made_up(told):
    reports = [
        ReportFacts(str(n), n, region, Standing.SENT, is_late)
        for n, (region, _answer, is_late) in enumerate(told)
    ]
    values = [
        (n + 1, "1", "nothing", None) if answer == "nothing" else (n + 1, "1", "value", answer)
        for n, (_region, answer, _late) in enumerate(told)
        if answer is not None
    ]
    entries = [(n + 1, str(n), "1.1", True) for n in range(len(told))]
    facts = PeriodFacts(H1, reports, entries, values, [], {"1.1": [indicator()]}, {})
    figures = adding.consolidate([facts]).indicators[KEY]
    whole, regions = figures.whole["2026-h1"], figures.regions["2026-h1"]
    numbers = [one for _r, one, _l in told if isinstance(one, Decimal)]
    assert whole.tally.expected == len(told)
    assert whole.tally.missing == sum(one is None for _r, one, _l in told)
    assert whole.total == (sum(numbers) if numbers else None)
    parts = [cell.total for cell in regions.values() if cell.total is not None]
    assert (sum(parts) if parts else None) == whole.total
