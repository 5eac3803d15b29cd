"""Rows by the million: made by statements, and yet such as the services would have made."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Count
from harness.inside import beside, grow, kept, sweep_costs
from harness.inside.rows import one_of

from korgoo.access.enums import Facet, Permission
from korgoo.casework import grants, selectors, time_limits
from korgoo.casework.enums import Protection
from korgoo.casework.filters import CaseFilter
from korgoo.casework.models import Case, CaseClock, CaseParty, SealedFacet, StatusMove
from korgoo.closing.models import Closure, KeptFor
from korgoo.directory.models import Gap
from korgoo.lib import clock
from korgoo.referral.enums import LIVE
from korgoo.referral.models import Referral
from korgoo.reminders.models import Reminder
from tests import factories

pytestmark = pytest.mark.django_db
CASES = 240


@pytest.fixture
def owner(db):
    for code in beside.RECEIVERS:
        factories.organisation(code=code)
    return factories.member()


@pytest.fixture
def filled(owner):
    """Half of the cases are open, the others closed; a case a day."""
    day = timedelta(days=1)
    grow.write(0, CASES, owner.actor, between=day, is_open=f"n < {CASES // 2}")
    beside.fill(grow.codes_of(0, CASES))
    return owner


@pytest.mark.parametrize(("number", "value"), [(0, "a"), (1, "b"), (2, "c"), (3, "a")])
def test_a_value_is_chosen_by_a_number(number, value):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {one_of('abc', str(number))}")
        assert cursor.fetchone()[0] == value


def test_each_case_is_there_once_under_a_code_of_nine_digits(filled):
    assert Case.objects.count() == CASES
    assert all(len(case.code) == 9 for case in Case.objects.all())
    assert Case.objects.owned_by(filled.organisation.pk).count() == CASES // 2
    assert len({case.protection for case in Case.objects.all()}) == len(Protection)


def test_closed_cases_were_closed_after_they_were_opened_and_in_the_past(filled):
    rows = Case.objects.filter(closed_at__isnull=False)
    assert rows.count() == CASES // 2 == Closure.objects.count()
    assert all(case.opened_at < case.closed_at < clock.now() for case in rows)


def test_the_rows_beside_a_case_belong_together(filled):
    for referral in Referral.objects.select_related("case"):
        case = referral.case
        assert referral.sender_id == case.owner_id != referral.receiver_id
        assert (referral.state in LIVE) == (case.closed_at is None)
        agreed = grants.scopes_in_force(case, recipient_id=referral.receiver_id)
        assert bool(agreed) == (case.closed_at is None)
        party = CaseParty.objects.get(case=case)
        assert (party.organisation_id, party.until) == (referral.receiver_id, case.closed_at)
    assert Referral.objects.count() == CASES // 2


def test_most_open_cases_have_a_clock_and_some_are_late(filled):
    ticking = CaseClock.objects.ticking()
    assert ticking.count() == CASES // 2 - len(range(2, CASES // 2, beside.ASLEEP))
    assert ticking.late(clock.now()).count() == CASES // 2 // beside.LATE
    assert not CaseClock.objects.to_wake(clock.now()).exists()


def test_statuses_moved_and_gaps_stand_in_the_month_of_their_case(filled):
    assert StatusMove.objects.count() == Case.objects.exclude(protection="contact").count() > 0
    gaps = list(Gap.objects.all())
    assert len(gaps) == CASES // beside.LACKING
    assert all(gap.month == gap.at.date().replace(day=1) for gap in gaps)


def test_pages_read_what_was_filled(filled):
    case = selectors.list_own_cases(actor=filled.actor).cases[0]
    found = selectors.get_case(case.pk, actor=filled.actor, permission=Permission.CASE_VIEW)
    states = selectors.facet_states(found, actor=filled.actor)
    assert [state.kind for state in states if state.is_written] == [Facet.IDENTITY]
    assert len(time_limits.list_clocks(found, actor=filled.actor)) == 1
    assert SealedFacet.objects.count() == CASES


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads small tables whole")
def test_what_is_in_work_is_found_among_all_that_ever_was(filled):
    grow.refresh()
    few = CaseFilter(sex="other", exploitation="organ_removal")
    wishes = {
        "case_own_open": selectors.own_cases(actor=filled.actor, wanted=few).newest_first()[:25],
        "COVERING INDEX referral_live": Referral.objects.live()
        .values("receiver_id")
        .annotate(number=Count("receiver_id")),
        "clock_of_referral": CaseClock.objects.running().filter(
            referral_id__in=[Referral.objects.live()[0].pk]
        ),
    }
    for index, rows in wishes.items():
        assert index in rows.explain()


def test_what_is_kept_of_closed_cases_is_not_due_and_what_was_added_is(owner):
    kept._fill(CASES, owner.actor)
    rows = KeptFor.objects.filter(purpose="reach")
    assert rows.count() == CASES
    years = {"after": timedelta(days=1095), "by": clock.now()}
    assert not KeptFor.objects.running_out("reach", **years).exists()
    kept._due(3, owner.actor)
    assert KeptFor.objects.running_out("reach", **years).count() == 3


def test_a_sweep_finds_the_clocks_that_were_made_due_and_no_others(owner):
    now = clock.now()
    sweep_costs._fill(100, owner.actor, now)
    ours = CaseClock.objects.filter(key="shelter_first_stay").order_by("pk")
    assert ours.count() == 100
    _floor, idle = sweep_costs._in_turns(now)
    assert Reminder.objects.count() == idle["made"] == 0
    own = ours.filter(responsible=owner.organisation).values_list("pk", flat=True)
    sweep_costs._make_due(list(own[:2]), now)
    assert sweep_costs._sweep(1)["made"] == 2
    assert sweep_costs._sweep(1)["made"] == 0
