from datetime import timedelta

import pytest

from korgoo.access.enums import Event, Facet
from korgoo.casework import services as cases
from korgoo.casework.enums import NoteKind, Scope
from korgoo.casework.models import Case, CaseClock, TimelineEntry
from korgoo.closing import services
from korgoo.closing.enums import Outcome, Reason
from korgoo.closing.models import Closure, FollowUp, KeptFor
from korgoo.countrypack import api as packs
from korgoo.lib.errors import Forbidden, NotFound
from korgoo.referral import services as referrals
from korgoo.referral.services import Request
from tests import factories_casework as make
from tests import members

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(people):
    return make.case(people.officer, is_told=True)


def ask(case, people):
    make.agree(case, people.shelter, Scope.IDENTITY, by=people.officer)
    asked = Request(people.shelter.organisation.pk, "shelter", "day")
    return referrals.draft(case.pk, asked, actor=people.officer.actor)


def running(case):
    return set(
        CaseClock.objects.filter(case=case, stopped_at__isnull=True).values_list("key", flat=True)
    )


def test_closing_stops_clocks_plans_follow_ups_and_begins_the_time_of_keeping(case, people, close):
    cases.start_clock(
        case, "programme_review", responsible_id=case.owner_id, actor=people.officer.actor
    )

    closure = close(case, people.officer, ground="wish")

    case.refresh_from_db()
    assert case.closed_at == closure.closed_at
    assert closure.left_open == ["running-clocks"]
    assert running(case) == {"followup_3", "followup_6", "followup_12"}
    days = [row.due_at - case.closed_at for row in closure.follow_ups.all()]
    assert days == [timedelta(days=n) for n in (91, 182, 365)]
    kept = KeptFor.objects.filter(case=case).values_list("purpose", flat=True)
    assert set(kept) == set(packs.current().retention)


@pytest.mark.parametrize("reason", [Reason.DIED, Reason.MISTAKE])
def test_nobody_is_asked_afterwards_where_there_is_nobody_to_ask(case, people, close, reason):
    assert not close(case, people.officer, reason=reason).follow_ups.exists()


def test_an_open_clock_asks_for_a_ground(case, people, close):
    cases.start_clock(
        case, "programme_review", responsible_id=case.owner_id, actor=people.officer.actor
    )
    with pytest.raises(Forbidden):
        close(case, people.officer)
    assert not Closure.objects.exists()


def test_an_unanswered_referral_blocks_whatever_the_ground(case, people, close):
    sent, _code = referrals.send(ask(case, people).pk, actor=people.officer.actor)
    with pytest.raises(Forbidden):
        close(case, people.officer, ground="wish")
    referrals.withdraw(sent.pk, actor=people.officer.actor)
    assert close(case, people.officer)


def test_help_under_way_goes_on_after_closing(case, people, close):
    sent, _code = referrals.send(ask(case, people).pk, actor=people.officer.actor)
    referrals.acknowledge(sent.pk, actor=people.shelter.actor)
    referrals.accept(sent.pk, actor=people.shelter.actor)

    closure = close(case, people.officer, ground="others")

    assert closure.left_open == ["running-referrals"]
    assert "referral_service" in running(case)
    referrals.start_service(sent.pk, actor=people.shelter.actor)
    referrals.report_service(sent.pk, actor=people.shelter.actor)


def test_a_closed_case_takes_nothing_new_and_can_be_read(case, people, close):
    draft = ask(case, people)
    close(case, people.officer, ground="wish")
    actor = people.officer.actor
    for deed in (
        lambda: cases.add_note(case.pk, "More.", kind=NoteKind.NOTE, actor=actor),
        lambda: cases.update_coded_facts(case.pk, {"sex": "male"}, actor=actor),
        lambda: cases.write_facet(case.pk, Facet.IDENTITY, {"name": "X"}, actor=actor),
        lambda: make.agree(case, people.shelter, Scope.STORY, by=people.officer),
        lambda: referrals.send(draft.pk, actor=actor),
        lambda: ask(case, people),
    ):
        with pytest.raises(Forbidden):
            deed()
    assert cases.open_facet(case.pk, Facet.STORY, actor=actor)
    assert cases.withdraw_consent(
        case.pk, {Scope.REFERRAL}, recipient_id=people.shelter.organisation.pk, actor=actor
    )


def test_reopening_goes_on_where_it_stood(case, people, close):
    closure = close(case, people.officer)

    services.reopen_case(case.pk, actor=people.officer.actor)

    case.refresh_from_db()
    closure.refresh_from_db()
    assert case.closed_at is None
    assert closure.reopened_at is not None
    assert not FollowUp.objects.open().exists()
    assert not running(case)
    assert not KeptFor.objects.exists()
    cases.add_note(case.pk, "On.", kind=NoteKind.NOTE, actor=people.officer.actor)
    close(case, people.officer)
    assert Closure.objects.filter(case=case).count() == 2


def test_a_follow_up_is_recorded_once(case, people, close):
    first = close(case, people.officer).follow_ups.first()
    actor = people.officer.actor
    services.record_follow_up(first.pk, Outcome.SAFE, actor=actor)
    assert running(case) == {"followup_6", "followup_12"}
    with pytest.raises(Forbidden):
        services.record_follow_up(first.pk, Outcome.REFUSED, actor=actor)
    first.refresh_from_db()
    assert first.outcome == Outcome.SAFE


def test_a_timeline_tells_the_end_in_codes_only(case, people, close):
    close(case, people.officer)
    services.reopen_case(case.pk, actor=people.officer.actor)
    told = TimelineEntry.objects.filter(case=case, event__startswith="closing:")
    assert set(told.values_list("event", "detail")) == {
        (Event.CASE_CLOSED, "goal"),
        (Event.CASE_REOPENED, ""),
    }


def test_nobody_else_closes_reopens_or_follows_up(case, people, house, close):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)
    others = (
        people.shelter,
        people.stranger,
        people.coordinator,
        house.minder,
        house.administrator,
    )
    for other in others:
        with pytest.raises(NotFound):
            close(case, other)
    first = close(case, people.officer).follow_ups.first()
    for other in others:
        with pytest.raises(NotFound):
            services.reopen_case(case.pk, actor=other.actor)
        with pytest.raises(NotFound):
            services.record_follow_up(first.pk, Outcome.SAFE, actor=other.actor)


@pytest.mark.django_db(transaction=True)
def test_two_close_at_once_and_one_is_told(people, close, house):
    case = make.case(people.officer)
    outcomes = members.at_once(
        lambda: close(case, people.officer), lambda: close(case, house.colleague)
    )
    assert sorted(type(one).__name__ for one in outcomes) == ["Closure", "Forbidden"]
    assert Closure.objects.count() == 1
    assert Case.objects.get().closed_at
