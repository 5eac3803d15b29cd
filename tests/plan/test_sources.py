"""Figures drawn from other missions: counts only, by the day of the event, small ones hidden."""

from datetime import date

import pytest

from korgoo.casework.plan_sources import protected
from korgoo.plan import selectors, services, sources
from korgoo.plan.api import Counted, Source
from korgoo.plan.consolidation import adding
from tests import factories_plan
from tests.factories_plan import CODE, OSH, TALAS, indicator, measure, tree

BISHKEK, CHUY = "41711000000000", "41708000000000"


def test_every_mission_registers_what_it_counts():
    expected = {"presumed", "identified", "assisted", "referrals_accepted", "desk_contacts"}
    assert expected <= set(sources.registered())


def test_large_counts_are_shown_and_add_up():
    told = protected([OSH] * 12 + [TALAS] * 7)
    assert (told[OSH].value, told[TALAS].value, told[None].value) == (12, 7, 19)


def test_a_small_count_is_hidden_and_does_not_follow_from_the_others():
    told = protected([OSH] * 12 + [TALAS] * 2 + [CHUY] * 30)
    assert told[TALAS].is_hidden
    assert told[TALAS].value is None
    hidden = [region for region, one in told.items() if one.is_hidden]
    assert len(hidden) >= 2, "one hidden number alone follows from the sum"


def test_nobody_at_all_is_no_secret():
    assert protected([])[None] == Counted(0)


def test_a_district_counts_for_its_region():
    assert protected(["41706211000000"] * 9)[OSH].value == 9


@pytest.mark.django_db
@pytest.mark.parametrize(
    "key", ["presumed", "identified", "assisted", "referrals_accepted", "desk_contacts"]
)
def test_each_source_counts_between_two_days(key):
    counted = sources.find(key).count(date(2026, 1, 1), date(2026, 6, 30), None)
    assert counted == Counted(0)


@pytest.mark.django_db
def test_a_drawn_indicator_is_asked_of_nobody_and_counted_in_the_period(people, monkeypatch):
    asked = []

    def count(first, last, region):
        asked.append((first, last, region))
        return Counted(17)

    source = Source("invented", "Invented", "persons", count)
    monkeypatch.setitem(sources._registered, "invented", source)
    plan = factories_plan.programme(people, adopted=False)
    drawn = tree(
        measure(
            "1.1", people.secretary.organisation.pk, indicators=(indicator(source="invented"),)
        )
    )
    services.fill_draft(CODE, drawn, actor=people.secretary.actor)
    factories_plan.adopt(people)
    factories_plan.open_round(people)
    made = adding.consolidate(selectors.gather(selectors.rounds(plan)))
    cell = made.indicators["1.1", "1"].whole["2026-h1"]
    assert (cell.total, cell.tally.expected) == (17, 0)
    assert asked == [(date(2026, 1, 1), date(2026, 6, 30), None)]


@pytest.mark.django_db
def test_while_a_period_runs_nobody_learns_by_looking_every_day(people, monkeypatch, clock):
    asked = []
    source = Source(
        "invented", "Invented", "persons", lambda *told: asked.append(told[:2]) or Counted(9)
    )
    monkeypatch.setitem(sources._registered, "invented", source)
    plan = factories_plan.programme(people, adopted=False)
    drawn = tree(
        measure(
            "1.1", people.secretary.organisation.pk, indicators=(indicator(source="invented"),)
        )
    )
    services.fill_draft(CODE, drawn, actor=people.secretary.actor)
    factories_plan.adopt(people)
    clock.set(2026, 6, 10, 9)
    factories_plan.open_round(people)
    for day in (10, 11, 30):
        clock.set(2026, 6, day, 9)
        selectors.gather(selectors.rounds(plan))
    assert set(asked) == {(date(2026, 1, 1), date(2026, 5, 31))}
    clock.set(2026, 7, 1, 9)
    selectors.gather(selectors.rounds(plan))
    assert asked[-1] == (date(2026, 1, 1), date(2026, 6, 30))


@pytest.mark.django_db
def test_a_source_that_is_gone_gives_nothing_and_breaks_nothing(people):
    plan = factories_plan.programme(people, adopted=False)
    drawn = tree(
        measure("1.1", people.secretary.organisation.pk, indicators=(indicator(source="gone"),))
    )
    services.fill_draft(CODE, drawn, actor=people.secretary.actor)
    factories_plan.adopt(people)
    factories_plan.open_round(people)
    made = adding.consolidate(selectors.gather(selectors.rounds(plan)))
    assert made.indicators["1.1", "1"].whole["2026-h1"].total is None
