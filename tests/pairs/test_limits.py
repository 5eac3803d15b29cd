"""The comparison cannot be used to fish for a known person: it is limited, slow, and seen."""

import pytest
from django.test import override_settings

from korgoo.access.enums import Event, Facet
from korgoo.access.models import AuditEvent
from korgoo.casework.services import closing
from korgoo.lib.errors import NotFound
from korgoo.matching.strengths import Strength
from korgoo.pairs import api, selectors, services
from korgoo.pairs.enums import AlarmKind
from korgoo.pairs.models import Check, FishingAlarm
from tests import factories
from tests import factories_casework as make
from tests.pairs.conftest import HERE, PHONE, THERE

FEW = {"member": 3, "organisation": 5, "case": 2}


@pytest.fixture
def fisher(people, clock):
    """A worker of the shelter who wrote nobody down yet, on a new day."""
    found = factories.member(at=people.shelter.organisation, name="Worker Eight")
    clock.forward(days=2)
    return found


def tries(member, number, **person):
    return [make.case(member, identity={**THERE, **person}, contact=PHONE) for _ in range(number)]


def learnt(cases, member):
    notices = [selectors.notice_of(case.pk, actor=member.actor) for case in cases]
    return sum(one.is_shown for one in notices)


@override_settings(PAIRS_A_DAY=FEW)
def test_a_fisher_with_many_tries_learns_no_more_than_the_limit_and_is_seen(people, fisher, clock):
    make.case(people.officer, identity=HERE, contact=PHONE)
    with override_settings(PAIRS_ALARM={"hour": 3, "gone": 2}):
        cases = tries(fisher, 8)
    assert AuditEvent.objects.filter(event=Event.COMPARISON_PUT_OFF).exists()
    clock.forward(hours=24)
    assert learnt(cases, fisher) == FEW["member"]
    alarm = FishingAlarm.objects.get()
    assert (alarm.kind, alarm.user_id) == (AlarmKind.MANY, fisher.user.pk)
    (shown,) = selectors.list_alarms(actor=people.shelter_minder.actor)
    assert shown.pk == alarm.pk
    assert selectors.list_alarms(actor=people.minder.actor) == []


@override_settings(PAIRS_A_DAY=FEW)
def test_what_is_put_off_is_compared_the_next_day_within_its_writers_limit(people, fisher, clock):
    cases = tries(fisher, 5)
    assert Check.objects.filter(case__in=cases, state="waiting").count() == 2
    services.compare_more(actor=people.shelter.actor, most=9)
    assert Check.objects.filter(case__in=cases, state="waiting").count() == 2
    clock.forward(days=1)
    tries(fisher, 2)  # her own save spends first, then one that waits
    services.compare_more(actor=people.shelter.actor, most=9)
    assert Check.objects.filter(written_by_id=fisher.user.pk, state="done").count() == 6


@override_settings(PAIRS_A_DAY={**FEW, "member": 9})
def test_an_organisation_has_a_limit_too(people, fisher, clock):
    cases = tries(fisher, 7)
    assert Check.objects.filter(case__in=cases, state="done").count() == FEW["organisation"]


@override_settings(PAIRS_A_DAY={"member": 9, "organisation": 9, "case": 2})
def test_one_case_is_compared_a_few_times_a_day(people, fisher, clock):
    (case,) = tries(fisher, 1)
    for name in ("Zhumagulov Misal A", "Zhumagulov Misal B", "Zhumagulov Misal C"):
        clock.forward(minutes=10)
        write(case, fisher, name)
    row = Check.objects.get(case=case)
    assert (row.times, row.state) == (2, "waiting")
    assert not selectors.notice_of(case.pk, actor=fisher.actor).is_shown


def write(case, member, name):
    from korgoo.casework import facets

    facets.write(case, Facet.IDENTITY, {**THERE, "name": name}, actor=member.actor)


def test_two_parts_written_in_one_deed_are_one_comparison(people, fisher):
    (case,) = tries(fisher, 1)
    assert Check.objects.get(case=case).times == 1


def test_writing_again_draws_a_new_delay_and_hides_what_was_shown(people, pair, clock):
    second, _first = pair
    assert selectors.notice_of(second.pk, actor=people.shelter.actor).is_shown
    write(second, people.shelter, "Somebody Else")
    assert not selectors.notice_of(second.pk, actor=people.shelter.actor).is_shown


def test_cases_that_end_soon_after_are_seen(people, fisher):
    cases = tries(fisher, 3)
    with override_settings(PAIRS_ALARM={"hour": 99, "gone": 2}):
        closing.erase(cases[0], frozenset({Facet.IDENTITY, Facet.CONTACT}))
        assert not FishingAlarm.objects.exists()
        closing.set_closed(cases[1], is_closed=True)
        services.sweep()
        alarm = FishingAlarm.objects.get()
        assert (alarm.kind, alarm.times) == (AlarmKind.GONE, 1)
        closing.erase(cases[2], frozenset({Facet.IDENTITY}))
    alarm.refresh_from_db()
    assert alarm.times == 2


def test_cases_that_end_later_are_not(people, fisher, clock):
    cases = tries(fisher, 3)
    clock.forward(days=8)
    with override_settings(PAIRS_ALARM={"hour": 99, "gone": 1}):
        for case in cases:
            closing.erase(case, frozenset({Facet.IDENTITY}))
    assert not FishingAlarm.objects.exists()


def test_bait_is_never_shown_or_counted_and_names_who_takes_it(people, fisher, clock):
    bait = make.case(people.officer, identity=HERE, contact=PHONE)
    services.lay(bait.spoken_code, actor=people.minder.actor)
    services.lay(bait.code, actor=people.minder.actor)
    (case,) = tries(fisher, 1)
    clock.forward(hours=25)
    notice = selectors.notice_of(case.pk, actor=fisher.actor)
    assert notice == selectors.Notice(is_shown=True, strength=Strength.NONE)
    assert api.open_pairs(actor=people.coordinator.actor) == []
    rows = FishingAlarm.objects.filter(kind=AlarmKind.BAIT)
    assert {row.told_id for row in rows} == {
        people.officer.organisation.pk,
        people.shelter.organisation.pk,
    }
    assert {row.user_id for row in rows} == {fisher.user.pk}
    for minder in (people.minder, people.shelter_minder):
        (shown,) = selectors.list_alarms(actor=minder.actor)
        services.look_into(shown.pk, actor=minder.actor)
        assert selectors.list_alarms(actor=minder.actor) == []


def test_a_case_that_becomes_bait_later_disappears(people, pair):
    services.lay(pair[1].code, actor=people.minder.actor)
    assert api.open_pairs(actor=people.coordinator.actor) == []
    services.take_up(pair[1].pk, actor=people.minder.actor)
    assert len(api.open_pairs(actor=people.coordinator.actor)) == 1
    with pytest.raises(NotFound):
        services.take_up(pair[1].pk, actor=people.minder.actor)


@pytest.mark.parametrize("who", ["officer", "shelter", "coordinator", "shelter_minder"])
def test_only_who_minds_data_of_the_house_lays_bait_and_sees_alarms(people, pair, who):
    actor = getattr(people, who).actor
    with pytest.raises(NotFound):
        services.lay(pair[1].code, actor=actor)
    FishingAlarm.objects.create(
        organisation=people.officer.organisation,
        told=people.officer.organisation,
        user_id=1,
        kind=AlarmKind.MANY,
        day="2026-03-02",
        raised_at="2026-03-02T00:00:00Z",
    )
    assert selectors.list_alarms(actor=actor) == []
    with pytest.raises(NotFound):
        services.look_into(FishingAlarm.objects.get().pk, actor=actor)


def test_the_usual_limits_are_sober(settings):
    assert settings.PAIRS_A_DAY["member"] < settings.PAIRS_A_DAY["organisation"]
    assert settings.PAIRS_ALARM["hour"] < settings.PAIRS_A_DAY["member"]
