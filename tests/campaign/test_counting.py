"""Counts of a day: one more at a time, two at once, and never a trace of who it was."""

from datetime import date

import pytest

from korgoo.access.models import AuditEvent
from korgoo.campaign import api, plan_sources, services
from korgoo.campaign.enums import Moment
from korgoo.campaign.models import AgencyCheckCount, AnswerCount
from korgoo.plan.api import Counted
from tests.campaign.conftest import _houses, launched
from tests.factories_campaign import make_code
from tests.members import at_once

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


def test_checks_are_counted_by_code_and_day_and_leave_no_trace(code, clock):
    before = AuditEvent.objects.count()
    services.count_check(code)
    services.count_check(code)
    clock.forward(days=1)
    services.count_check(code)
    assert AuditEvent.objects.count() == before
    found = api.effects(code.campaign_id, TODAY, date(2026, 3, 3))[0]
    assert found.key == "checks"
    assert found.by_code == {(code.code, TODAY): 2, (code.code, date(2026, 3, 3)): 1}


def test_answers_are_added_up_before_and_after(code):
    services.count_answers(
        code, Moment.BEFORE, {"passport": ("if-asked", False), "agreed": ("yes", True)}
    )
    services.count_answers(code, Moment.BEFORE, {"passport": ("mine", True)})
    services.count_answers(code, Moment.AFTER, {"passport": ("mine", True)})
    found = {one.question: one for one in api.answers(code.campaign_id, TODAY, TODAY)}
    passport = found["passport"]
    assert (passport.before, passport.before_right) == (2, 1)
    assert (passport.after, passport.after_right) == (1, 1)
    assert (found["agreed"].before, found["agreed"].after) == (1, 0)


def test_which_answers_go_together_is_not_kept(code):
    services.count_answers(code, Moment.BEFORE, {"a": ("x", True), "b": ("y", False)})
    names = {field.name for field in AnswerCount._meta.get_fields()}
    assert names == {"id", "code", "day", "moment", "question", "answer", "is_right", "count"}


def test_the_public_sees_no_small_count(code, people, running):
    other = services.make_code(running.key, label="Card", actor=people.officer.actor)
    for _each in range(3):
        services.count_check(code)
    for _each in range(8):
        services.count_check(other)
    shown = api.public_effects(running.pk, TODAY, TODAY)["checks"]
    assert shown == {code.code: None, other.code: None}


def test_who_looks_again_and_again_does_not_learn_that_somebody_came_just_now(
    code, running, clock
):
    def told():
        return [count for _words, count in api.public_sums(running.pk, TODAY, date(2026, 3, 9))]

    for _each in range(7):
        services.count_check(code)
    assert told() == []
    clock.forward(days=1)
    services.count_check(code)
    assert told()[0] == 5
    clock.forward(days=1)
    assert told()[0] == 5


def test_the_plan_draws_checks_by_region_and_no_small_count(running, code):
    osh, talas = (
        make_code(running, digits, region=region)
        for digits, region in (("11115", "41706"), ("22220", "41707"))
    )
    for one, count in ((code, 6), (osh, 9), (talas, 2)):
        for _each in range(count):
            services.count_check(one)
    told = plan_sources.checks_by_region(TODAY, TODAY)
    assert told[None].value == 17
    assert told["41707"] == Counted(None, is_hidden=True)
    assert told["41706"].value == 9
    assert plan_sources.checks(TODAY, TODAY, "41708").value == 0
    assert plan_sources.checks(date(2026, 3, 1), date(2026, 3, 1), None).value == 0


@pytest.mark.django_db(transaction=True)
def test_two_at_once_are_two(clock):
    people = _houses()
    row = launched(people.officer.actor)
    code = services.make_code(row.key, label="Bus station", actor=people.officer.actor)
    outcomes = at_once(*[lambda: services.count_check(code)] * 4)
    assert outcomes == [None] * 4
    assert AgencyCheckCount.objects.get().count == 4
