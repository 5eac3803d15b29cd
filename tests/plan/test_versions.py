"""Versions of a plan: begun as a copy, changed as a draft, adopted from a day, compared word by word."""

from dataclasses import replace
from datetime import date

import pytest

from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.plan import selectors, services
from korgoo.plan.comparing import compare
from korgoo.plan.models import Programme
from korgoo.plan.presentation import changes
from korgoo.plan.services.versions import ProgrammeFacts
from korgoo.plan.tree import TaskFacts, TreeFacts
from tests import factories_plan
from tests.factories_plan import CODE, OSH, indicator, line, measure, names, tree

pytestmark = pytest.mark.django_db


def test_what_is_written_into_a_draft_reads_back_the_same(people):
    plan = factories_plan.programme(people)
    version = plan.versions.get()
    assert selectors.read_tree(version) == factories_plan.small_tree(people)


def test_a_plan_as_plain_data_reads_back_the_same(people):
    told = replace(
        factories_plan.small_tree(people),
        tasks=(TaskFacts("1", names("A"), (measure("1.1", 7, due_on=date(2026, 7, 30)),)),),
    )
    assert TreeFacts.from_data(told.to_data()) == told


def test_only_who_collects_begins_changes_and_adopts(people):
    factories_plan.programme(people, adopted=False)
    for other in (people.interior, people.donor):
        with pytest.raises(NotFound):
            services.fill_draft(CODE, tree(), actor=other.actor)
    keeper = people.secretary.organisation.pk
    facts = ProgrammeFacts("x", names("X"), date(2026, 1, 1), date(2026, 12, 31), keeper)
    with pytest.raises(Forbidden):
        services.add_programme(facts, actor=people.interior.actor)


def test_a_draft_is_seen_by_who_keeps_the_plan_alone(people):
    factories_plan.programme(people, adopted=False)
    assert selectors.get_version(CODE, 1, actor=people.secretary.actor).is_draft
    with pytest.raises(NotFound):
        selectors.get_version(CODE, 1, actor=people.donor.actor)


def test_an_officer_of_data_protection_has_no_part_in_the_plan(people):
    factories_plan.programme(people)
    with pytest.raises(NotFound):
        selectors.get_programme(CODE, actor=people.officer.actor)


def test_a_version_without_a_reporter_for_a_region_is_not_adopted(people):
    factories_plan.programme(people, adopted=False)
    lonely = tree(measure("1.1", people.secretary.organisation.pk, regions=(OSH,)))
    services.fill_draft(CODE, lonely, actor=people.secretary.actor)
    services.set_reporters(CODE, {}, actor=people.secretary.actor)
    with pytest.raises(Forbidden, match="Osh"):
        factories_plan.adopt(people)


def test_a_change_says_in_words_what_it_changes(people):
    factories_plan.programme(people)
    services.begin_version(CODE, actor=people.secretary.actor)
    with pytest.raises(DomainError, match="in words"):
        factories_plan.adopt(people, date(2026, 4, 1))


def test_there_is_one_draft_at_a_time(people):
    factories_plan.programme(people)
    services.begin_version(CODE, actor=people.secretary.actor)
    with pytest.raises(DomainError):
        services.begin_version(CODE, actor=people.secretary.actor)


def test_the_version_of_a_day_is_the_one_in_force_on_it(people):
    plan = factories_plan.programme(people)
    services.begin_version(CODE, actor=people.secretary.actor)
    factories_plan.adopt(people, date(2026, 4, 1), "Words")
    days = [date(2025, 12, 31), date(2026, 3, 31), date(2026, 4, 1)]
    found = [selectors.version_on(plan, day) for day in days]
    assert [row.number if row else None for row in found] == [None, 1, 2]


def test_a_draft_thrown_away_leaves_the_version_in_force(people):
    factories_plan.programme(people)
    services.begin_version(CODE, actor=people.secretary.actor)
    services.drop_version(CODE, actor=people.secretary.actor)
    assert [row.number for row in Programme.objects.get().versions.all()] == [1]


OLD = tree(measure("1.1", 7, names=names("Train officers")), measure("1.2", 7), reporters={OSH: 3})


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (OLD, []),
        (
            tree(
                measure("1.1", 7, names=names("Train all officers")),
                measure("1.2", 7),
                reporters={OSH: 3},
            ),
            [("measure", "1.1", "changed")],
        ),
        (
            tree(
                measure("1.1", 7, names=names("Train officers")),
                measure("1.3", 7),
                reporters={OSH: 3},
            ),
            [("measure", "1.3", "added"), ("measure", "1.2", "removed")],
        ),
        (
            tree(
                measure(
                    "1.1",
                    7,
                    names=names("Train officers"),
                    indicators=(indicator(targets={"2026": "50"}),),
                ),
                measure("1.2", 7, lines=(line(), line("d", funding="donor"))),
                reporters={OSH: 4},
            ),
            [
                ("indicator", "1.1/1", "changed"),
                ("line", "1.2/d", "added"),
                ("reporters", OSH, "changed"),
            ],
        ),
        (
            tree(
                measure("1.1", 8, names=names("Train officers"), due_on=date(2026, 7, 30)),
                measure("1.2", 7),
                reporters={OSH: 3},
            ),
            [("measure", "1.1", "changed")],
        ),
    ],
    ids=["nothing", "words", "another measure", "parts", "facts"],
)
def test_what_changed_is_found_by_code(new, expected):
    assert [(one.kind, one.code, one.what) for one in compare(OLD, new)] == expected


def test_changed_words_are_shown_word_by_word():
    new = tree(
        measure("1.1", 7, names=names("Train all officers")), measure("1.2", 7), reporters={OSH: 3}
    )
    (change,) = changes.lay_out(compare(OLD, new))
    english = next(fact for fact in change["facts"] if fact["language"] == "en")
    assert [(run.kind, run.text) for run in english["runs"]] == [
        ("kept", "Train "),
        ("added", "all "),
        ("kept", "officers"),
    ]


def test_one_thing_of_a_draft_changes_at_a_time(people):
    factories_plan.programme(people, adopted=False)
    actor, ministry = people.secretary.actor, people.secretary.organisation.pk
    services.save_task(CODE, TaskFacts("2", names("Second")), actor=actor)
    services.save_measure(CODE, "2", measure("2.1", ministry), actor=actor)
    services.save_indicator(CODE, "2.1", indicator("9"), actor=actor)
    services.save_line(CODE, "2.1", line("9"), actor=actor)
    services.save_measure(CODE, "2", measure("2.2", ministry), at="2.1", actor=actor)
    found = selectors.read_tree(selectors.get_draft(CODE, actor=actor)).measures["2.2"]
    assert [one.code for one in found.indicators] == ["9"]
    assert [one.code for one in found.lines] == ["9"]
    services.remove(CODE, "indicator", "9", under="2.2", actor=actor)
    services.remove(CODE, "measure", "1.2", actor=actor)
    assert list(selectors.read_tree(selectors.get_draft(CODE, actor=actor)).measures) == [
        "1.1",
        "2.2",
    ]


def test_a_code_is_taken_once(people):
    factories_plan.programme(people, adopted=False)
    with pytest.raises(DomainError):
        services.save_task(CODE, TaskFacts("1", names("Again")), actor=people.secretary.actor)
