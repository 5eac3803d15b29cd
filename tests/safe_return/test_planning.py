"""Plans in the database: the wish, moves with their grounds, two at once, a fault in the middle."""

import pytest

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.casework.models import TimelineEntry
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.safe_return import api, services
from korgoo.safe_return.enums import Deed, Ground, How, PlanState
from korgoo.safe_return.models import PlanMove, ReturnPlan, WishTalk
from korgoo.safe_return.services import moving
from tests import factories_return as make
from tests.members import at_once

pytestmark = pytest.mark.django_db
S = PlanState


def go(plan, deed, by, *, ground=Ground.AS_PLANNED, how=How.HERE):
    return services.move(plan.pk, deed, ground=ground, how=how, actor=by.actor)


def test_a_refusal_is_kept_moves_nothing_and_does_not_erase_the_earlier_word(team):
    plan = make.started(team, wish="yes")
    services.record_wish(plan.pk, wish="no", freely="yes", actor=team.worker.actor)
    with pytest.raises(Forbidden, match="all other help goes on"):
        go(plan, Deed.AGREE, team.worker, ground=Ground.PERSON)
    assert [row.wish for row in WishTalk.objects.filter(plan=plan)] == ["no", "yes"]
    assert ReturnPlan.objects.get().state == S.DRAFTED
    assert go(plan, Deed.STOP, team.worker, ground=Ground.PERSON).state == S.STOPPED


def test_a_change_of_mind_holds_a_ready_return(team):
    plan = make.onwards(team, make.prepared(team), S.READY)
    services.record_wish(plan.pk, wish="undecided", freely="yes", actor=team.worker.actor)
    with pytest.raises(Forbidden):
        go(plan, Deed.DEPART, team.worker)


def test_what_is_missing_never_blocks_but_needs_a_ground_and_is_kept(team):
    plan = make.started(team)
    with pytest.raises(Forbidden, match="Something is missing"):
        go(plan, Deed.AGREE, team.worker)
    go(plan, Deed.AGREE, team.worker, ground=Ground.DANGER_HERE)
    go(plan, Deed.PREPARE, team.worker, ground=Ground.DEADLINE)
    last, first = PlanMove.objects.filter(plan=plan)
    assert (first.ground, first.missing) == ("danger_here", ["risk"])
    assert {"risk", "papers", "meets", "night"} <= set(last.missing)
    assert (first.by_id, first.before, first.after) == (team.worker.user.pk, "drafted", "agreed")


def test_the_whole_way_with_who_meets_confirming_it(team):
    found = make.case(team)
    make.share(found, team.shelter, by=team.worker)
    plan = make.onwards(team, make.prepared(team, found=found), S.UNDER_WAY)
    with pytest.raises(Forbidden, match="Say how you were told"):
        go(plan, Deed.ARRIVE, team.worker)
    go(plan, Deed.ARRIVE, team.shelter)
    go(plan, Deed.NIGHT, team.shelter)
    go(plan, Deed.CLOSE, team.worker)
    hows = [row.how for row in PlanMove.objects.filter(plan=plan)]
    assert hows == ["here"] * 6
    with pytest.raises(Forbidden, match="over"):
        services.save_travel(plan.pk, {"ticket": "asked"}, actor=team.worker.actor)


def test_the_person_confirms_the_first_night_once(team):
    found = make.case(team)
    plan = make.prepared(team, found=found)
    assert not api.person_says_first_night(found.pk)
    make.onwards(team, plan, S.ARRIVED)
    assert api.of_person(found.pk).state == S.ARRIVED
    assert api.person_says_first_night(found.pk)
    assert not api.person_says_first_night(found.pk)
    move = PlanMove.objects.filter(plan=plan).first()
    assert (move.by_id, move.how, move.after) == (None, "person", "first_night")


def test_one_return_at_a_time_and_a_stopped_one_can_be_taken_up_again(team):
    found = make.case(team)
    first = make.started(team, found=found)
    with pytest.raises(DomainError, match="planned already"):
        make.started(team, found=found)
    go(first, Deed.STOP, team.worker, ground=Ground.PAPERS)
    second = make.started(team, found=found)
    with pytest.raises(DomainError, match="planned already"):
        go(first, Deed.RESUME, team.worker)
    assert PlanMove.objects.filter(plan=first).count() == 1
    go(second, Deed.STOP, team.worker, ground=Ground.PERSON)
    assert go(first, Deed.RESUME, team.worker).state == S.DRAFTED


@pytest.mark.parametrize("who", ["stranger", "police", "coordinator", "shelter"])
def test_who_has_no_part_finds_nothing_to_write_or_move(who, team):
    found = make.case(team)
    make.share(found, team.police, by=team.worker)
    make.share(found, team.shelter, by=team.worker)
    plan = make.prepared(team, found=found)
    actor = getattr(team, who).actor
    with pytest.raises(NotFound):
        services.record_wish(plan.pk, wish="no", freely="yes", actor=actor)
    with pytest.raises(NotFound):
        services.move(plan.pk, Deed.STOP, ground=Ground.PERSON, actor=actor)
    with pytest.raises(NotFound):
        services.start(found.pk, country="KG", wish="yes", freely="yes", actor=actor)


def test_a_consul_who_takes_part_prepares_the_journey_and_knows_no_place(team):
    found = make.case(team)
    plan = make.prepared(team, found=found)
    make.share(found, team.consul, by=team.worker)
    consul = team.consul.actor
    services.save_travel(plan.pk, {"papers": "applied"}, actor=consul)
    services.add_stop(
        plan.pk, country="TR", kind="airport", risks=["alone"], measures=["calls"], actor=consul
    )
    with pytest.raises(NotFound):
        services.open_places(plan.pk, actor=consul)
    services.save_reception(
        plan.pk, services.Reception(team.shelter.organisation.pk), actor=consul
    )
    assert len(services.open_places(plan.pk, actor=team.worker.actor)) == 2


def test_police_see_no_step_of_the_journey_on_the_timeline(team, client):
    from korgoo.casework import selectors

    found = make.case(team)
    make.share(found, team.police, by=team.worker)
    make.onwards(team, make.prepared(team, found=found), S.UNDER_WAY)
    seen = selectors.list_timeline(found, actor=team.police.actor)
    assert not [row for row in seen if row.event.startswith("safe_return:")]
    own = selectors.list_timeline(found, actor=team.worker.actor)
    assert [row for row in own if row.event == Event.RETURN_MOVED]


def test_a_fault_in_the_middle_leaves_nothing_half(team, monkeypatch):
    plan = make.prepared(team)
    before = TimelineEntry.objects.count(), AuditEvent.objects.count()
    monkeypatch.setattr(moving.traces, "leave", lambda *a, **k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        go(plan, Deed.AGREE, team.worker)
    assert ReturnPlan.objects.get(pk=plan.pk).state == S.DRAFTED
    assert not PlanMove.objects.exists()
    assert (TimelineEntry.objects.count(), AuditEvent.objects.count()) == before


@pytest.mark.django_db(transaction=True)
def test_two_move_a_return_at_once_and_one_is_told(team):
    plan = make.onwards(team, make.prepared(team), S.AGREED)
    outcomes = at_once(
        lambda: go(plan, Deed.PREPARE, team.worker),
        lambda: go(plan, Deed.PREPARE, team.colleague),
    )
    refused = [one for one in outcomes if isinstance(one, Forbidden)]
    assert len(refused) == 1
    assert "moved on meanwhile" in str(refused[0].message)
    assert PlanMove.objects.filter(plan=plan, after=S.READY).count() == 1
