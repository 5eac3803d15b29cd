"""Reports of a half-year: written part by part, sent, late, returned, accepted, corrected, taken over."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from korgoo.access import services as access
from korgoo.access.enums import Event, Role
from korgoo.access.models import AuditEvent
from korgoo.lib import clock as platform_clock
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.plan import api, selectors, services
from korgoo.plan.consolidation import adding
from korgoo.plan.consolidation.kinds import Standing
from korgoo.plan.enums import Part, ReportState
from korgoo.plan.models import Report
from korgoo.plan.services.reports import EntryFacts
from tests import factories, factories_plan
from tests.factories_plan import CODE, H1, H2, OSH, TALAS
from tests.members import at_once

pytestmark = pytest.mark.django_db


def figures(world):
    rounds = selectors.rounds(world.plan)
    return adding.consolidate(selectors.gather(rounds)).indicators["1.1", "1"]


def test_everybody_who_must_report_finds_a_report(world):
    found = {
        (one.organisation_id, one.region): {
            entry.measure.code: Part(entry.part) for entry in selectors.entries_of(one)
        }
        for one in selectors.reports_of(world.round)
    }
    people = world.people
    assert found == {
        (people.secretary.organisation.pk, ""): {"1.1": Part.RESPONSIBLE},
        (people.interior.organisation.pk, ""): {"1.2": Part.RESPONSIBLE},
        (people.osh.organisation.pk, ""): {"1.2": Part.CO_EXECUTOR},
        (people.osh.organisation.pk, OSH): {"1.1": Part.REGION},
        (people.talas.organisation.pk, TALAS): {"1.1": Part.REGION},
    }


def test_a_round_opened_again_is_the_same_round(world):
    assert factories_plan.open_round(world.people).pk == world.round.pk
    assert Report.objects.count() == 5


def test_a_district_reports_through_its_region(people):
    osh = people.osh.organisation.pk
    district = "41706211000000"
    tree = factories_plan.tree(
        factories_plan.measure("1.1", people.secretary.organisation.pk, regions=(district,)),
        reporters={OSH: osh},
    )
    factories_plan.programme(people, adopted=False)
    services.fill_draft(CODE, tree, actor=people.secretary.actor)
    factories_plan.adopt(people)
    row = factories_plan.open_round(people)
    assert factories_plan.report(row, people.osh, OSH).entries.count() == 1


def test_the_three_answers_are_kept_apart(world):
    people, row = world.people, world.round
    factories_plan.sent(row, people.secretary, 0)
    factories_plan.sent(row, people.osh, region=OSH, reason="Nobody was there")
    factories_plan.sent(row, people.talas)
    cell = figures(world).whole[H1]
    tally = cell.tally
    assert (tally.reported, tally.zero, tally.nothing, tally.missing) == (0, 1, 1, 1)
    assert cell.total == Decimal(0)


def test_a_value_taken_back_is_not_reported_again(world):
    found = factories_plan.report(world.round, world.people.talas)
    factories_plan.save(found, world.people.talas, figure=7)
    factories_plan.save(found, world.people.talas)
    assert selectors.get_entry(found, "1.1").values.count() == 0


def test_a_report_sent_on_the_day_is_in_time_and_one_after_it_is_late(world, clock):
    clock.set(2026, 7, 15, 23, 59)
    assert not factories_plan.sent(world.round, world.people.secretary, 1).is_late
    clock.set(2026, 7, 16, 0, 1)
    late = factories_plan.sent(world.round, world.people.talas, 1)
    assert late.is_late
    assert AuditEvent.objects.filter(event=Event.PLAN_REPORT_SENT).latest("seq").detail == "late"


def test_an_empty_report_is_not_sent(world):
    found = factories_plan.report(world.round, world.people.talas)
    with pytest.raises(Forbidden):
        services.send(found.pk, actor=world.people.talas.actor)


def test_nobody_writes_or_reads_the_report_of_another(world):
    people = world.people
    found = factories_plan.report(world.round, people.talas)
    for stranger in (people.osh, people.donor, people.secretary):
        with pytest.raises(NotFound):
            selectors.get_report(found.pk, actor=stranger.actor)
        with pytest.raises(NotFound):
            services.save_entry(found.pk, "1.1", EntryFacts(), seen=None, actor=stranger.actor)


def test_the_keeper_reads_what_was_sent_and_returns_it_with_a_comment(world):
    people = world.people
    row = factories_plan.sent(world.round, people.talas, 3)
    with pytest.raises(DomainError):
        services.give_back(row.pk, " ", actor=people.secretary.actor)
    services.give_back(row.pk, "Which villages?", actor=people.secretary.actor)
    assert figures(world).whole[H1].tally.missing == 3
    assert [note.text for note in row.notes.all()] == ["Which villages?"]

    factories_plan.save(row, people.talas, figure=4)
    services.send(row.pk, actor=people.talas.actor)
    services.accept(row.pk, actor=people.secretary.actor)
    row.refresh_from_db()
    assert row.state == ReportState.ACCEPTED
    assert figures(world).regions[H1][TALAS].total == 4


def test_only_the_keeper_accepts(world):
    row = factories_plan.sent(world.round, world.people.talas, 3)
    for other in (world.people.osh, world.people.talas, world.people.donor):
        with pytest.raises((Forbidden, NotFound)):
            services.accept(row.pk, actor=other.actor)


def accepted(world, figure=3):
    row = factories_plan.sent(world.round, world.people.talas, figure, spent=10)
    return services.accept(row.pk, actor=world.people.secretary.actor)


def test_a_correction_is_a_new_version_and_counts_when_it_is_accepted(world):
    people, old = world.people, accepted(world)
    new = services.begin_correction(old.pk, "Counted twice", actor=people.talas.actor)
    assert (new.number, new.reason, new.state) == (2, "Counted twice", ReportState.DRAFT)
    assert selectors.get_entry(new, "1.1").values.get().value == 3
    assert selectors.get_entry(new, "1.1").spent.get().amount == 10

    factories_plan.save(new, people.talas, figure=2)
    services.send(new.pk, actor=people.talas.actor)
    assert figures(world).regions[H1][TALAS].total == 3
    services.accept(new.pk, actor=people.secretary.actor)
    assert figures(world).regions[H1][TALAS].total == 2
    assert selectors.get_entry(old, "1.1").values.get().value == 3


def test_a_correction_is_begun_once(world):
    old = accepted(world)
    services.begin_correction(old.pk, "Counted twice", actor=world.people.talas.actor)
    with pytest.raises(Forbidden):
        services.begin_correction(old.pk, "Again", actor=world.people.talas.actor)


def test_fixed_figures_stay_and_what_is_corrected_shows_as_a_difference(world):
    from korgoo.plan.presentation.fixed import fixed_page

    people, old = world.people, accepted(world)
    fixed = services.fix_report(CODE, H1, "For the council", actor=people.secretary.actor)
    assert AuditEvent.objects.get(event=Event.PLAN_FIGURES_FIXED).detail == fixed.digest
    assert fixed_page(fixed)["changes"] == []

    new = services.begin_correction(old.pk, "Counted twice", actor=people.talas.actor)
    factories_plan.save(new, people.talas, figure=2)
    services.send(new.pk, actor=people.talas.actor)
    services.accept(new.pk, actor=people.secretary.actor)
    page = fixed_page(fixed)
    assert page["is_whole"]
    assert any(
        before == "3" and after == "2" and "Talas" in place
        for place, before, after in page["changes"]
    )


def test_the_value_of_the_last_period_stands_beside_each_field(world, clock):
    people = world.people
    services.accept(
        factories_plan.sent(world.round, people.talas, 3).pk, actor=people.secretary.actor
    )
    clock.set(2027, 1, 5, 9)
    row = factories_plan.open_round(people, H2)
    before = selectors.values_before(factories_plan.report(row, people.talas))
    assert before["value", "1.1", "1"].value == 3
    assert before["spent", "1.1", "s"].answer == ""


def test_what_a_colleague_saved_meanwhile_is_not_overwritten(world):
    found = factories_plan.report(world.round, world.people.talas)
    factories_plan.save(found, world.people.talas, figure=7)
    with pytest.raises(DomainError, match="colleague"):
        services.save_entry(
            found.pk, "1.1", EntryFacts(), seen=None, actor=world.people.talas.actor
        )
    assert selectors.get_entry(found, "1.1").values.get().value == 7


def test_a_report_of_a_period_belongs_to_the_version_in_force_at_its_end(people, clock):
    plan = factories_plan.programme(people)
    services.begin_version(CODE, actor=people.secretary.actor)
    factories_plan.adopt(people, date(2026, 7, 1), "From the second half-year on")
    clock.set(2027, 1, 5, 9)
    first, second = (factories_plan.open_round(people, key) for key in (H1, H2))
    assert (first.version.number, second.version.number) == (1, 2)
    assert plan.versions.count() == 2


def test_a_measure_is_the_same_through_all_versions_by_its_code(people, clock):
    factories_plan.programme(people)
    row = factories_plan.open_round(people)
    factories_plan.sent(row, people.talas, 3)
    services.begin_version(CODE, actor=people.secretary.actor)
    factories_plan.adopt(people, date(2026, 7, 1), "No change of words")
    clock.set(2027, 1, 5, 9)
    second = factories_plan.open_round(people, H2)
    factories_plan.sent(second, people.talas, 4)
    made = adding.consolidate(selectors.gather([row, second])).indicators["1.1", "1"]
    assert [made.whole[key].total for key in (H1, H2)] == [3, 4]
    assert made.progress[H2].value == 7


def test_a_ministry_succeeded_by_another_in_mid_year_keeps_obligations_and_history(world, clock):
    people = world.people
    old = people.interior.organisation
    before = factories_plan.report(world.round, people.interior)
    factories_plan.save(before, people.interior, "1.2", 5)

    new = factories.organisation(name="Invented Safety Ministry")
    heir = factories.member(Role.SECRETARY, at=new)
    access.end_organisation(old.pk, new.pk, date(2026, 7, 10), actor=None)
    clock.set(2026, 7, 12, 9)
    people.by_house[new.pk] = heir

    # History keeps its name; the follower goes on with what was begun, and is the one that is woken.
    assert [one.pk for one in selectors.own_reports(actor=heir.actor)] == [before.pk]
    services.send(before.pk, actor=heir.actor)
    before.refresh_from_db()
    assert before.organisation_id == old.pk
    with pytest.raises(NotFound):
        services.comment(before.pk, "Ours?", actor=people.interior.actor)

    # The next round asks the follower under its own name, though the plan still names the old one.
    clock.set(2027, 1, 5, 9)
    row = factories_plan.open_round(people, H2)
    found = factories_plan.report(row, heir)
    assert found.organisation_id == new.pk
    assert selectors.values_before(found)["value", "1.2", "1"].value == 5
    due = {
        one.key: one.organisation_id
        for one in api.things_due(platform_clock.now() + timedelta(days=30))
    }
    assert due[str(found.pk)] == new.pk


def test_what_is_owed_wakes_until_it_is_sent(world, clock):
    def owed(days=30):
        return {one.key for one in api.things_due(platform_clock.now() + timedelta(days=days))}

    found = factories_plan.report(world.round, world.people.talas)
    assert str(found.pk) in owed()
    assert owed(days=1) == set()
    clock.set(2026, 8, 1, 9)
    assert str(found.pk) in owed(days=0)
    factories_plan.sent(world.round, world.people.talas, 3)
    assert str(found.pk) not in owed()


def test_rounds_open_by_themselves_when_a_period_is_over(people, clock):
    clock.set(2026, 2, 1, 9)
    plan = factories_plan.programme(people)
    clock.set(2026, 6, 30, 23)
    assert api.open_due_rounds() == 0
    clock.set(2026, 7, 1, 0, 5)
    assert api.open_due_rounds() == 1
    assert api.open_due_rounds() == 0
    assert plan.rounds.get().key == H1


def test_a_plan_entered_late_asks_nobody_for_old_periods(people, clock):
    clock.set(2026, 9, 1, 9)
    factories_plan.programme(people)
    assert api.open_due_rounds() == 0


def test_how_far_reports_are_is_told_to_the_day(world, clock):
    factories_plan.sent(world.round, world.people.secretary, 1)
    counts = adding.how_it_went(selectors.counting(world.round)).standings
    assert counts == {Standing.SENT: 1, Standing.WAITING: 4}
    clock.set(2026, 7, 16, 1)
    counts = adding.how_it_went(selectors.counting(world.round)).standings
    assert counts == {Standing.SENT: 1, Standing.MISSING: 4}


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_the_same_part_one_wins_and_one_is_told():
    world = factories_plan.world()
    found = factories_plan.report(world.round, world.people.talas)

    def save():
        return services.save_entry(
            found.pk, "1.1", EntryFacts("value", "Work"), seen=None, actor=world.people.talas.actor
        )

    outcomes = at_once(save, save)
    refused = [one for one in outcomes if isinstance(one, DomainError)]
    assert len(refused) == 1
    assert "colleague" in str(refused[0].message)
