"""Notices on the home page: several are read in one go, an alarm by itself."""

from uuid import uuid4

import pytest
from django.urls import reverse

from korgoo.access.enums import Event, Facet, Role
from korgoo.access.models import AuditEvent
from korgoo.casework import api, services
from korgoo.casework.enums import Scope
from korgoo.casework.grounds import ConflictGround, GlassReason, NoticeKind
from korgoo.casework.models import CaseNotice, ConflictMark
from korgoo.casework.services import Emergency
from korgoo.lib import clock as platform_clock
from tests import factories
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
ALONE = Emergency(frozenset({Facet.CONTACT}), GlassReason.REACH, "Invented words.", is_alone=True)


@pytest.fixture
def head(people):
    return factories.member(Role.HEAD, at=people.shelter.organisation, name="Head Five")


@pytest.fixture
def notices(people, head):
    """Three cases that the head's organisation lost, after an emergency opening of the first."""
    at = people.shelter.organisation
    line = factories.member(Role.HOTLINE_OPERATOR, at=at, name="Line Six")
    cases = [make.case(people.officer, is_told=True) for _time in range(3)]
    for case in cases:
        make.share(case, people.shelter, Scope.CONTACT, by=people.officer)
    services.break_glass(cases[0].pk, ALONE, actor=line.actor)
    for case in cases:
        api.withdraw_by_person(case.pk, recipient_id=at.pk)
    return list(CaseNotice.objects.filter(kind=NoticeKind.TAKEN_BACK).order_by("pk"))


@pytest.fixture
def alarm(notices, head):
    rows = CaseNotice.objects.for_actor(head.actor)
    return rows.get(kind=NoticeKind.GLASS_BROKEN)


def unread():
    return set(CaseNotice.objects.unread().values_list("pk", flat=True))


def test_the_chosen_ones_are_read_in_one_go_each_with_its_trace(notices, head, enter):
    browser, key, before = enter(head), str(uuid4()), unread()

    for _time in range(2):
        answer = browser.post(
            "notices_read", read=[row.pk for row in notices[:2]], submission_key=key
        )
        assert answer.url == reverse("web:home")

    assert before - unread() == {row.pk for row in notices[:2]}
    traces = AuditEvent.objects.filter(event=Event.CASE_NOTICE_READ)
    assert sorted(traces.values_list("target", flat=True)) == sorted(
        f"casework.Case:{row.case_id}" for row in notices[:2]
    )


def test_plain_notices_have_a_box_and_an_alarm_its_own_button(notices, alarm, head, enter):
    page = enter(head).get("/home/").text

    assert page.count('name="read"') == 3
    assert reverse("casework:notice_read", args=[alarm.pk]) in page
    assert reverse("casework:notice_read", args=[notices[0].pk]) not in page


def test_one_notice_needs_no_box(notices, head, enter):
    browser = enter(head)
    browser.post("notices_read", read=[row.pk for row in notices[:2]])

    page = browser.get("/home/").text

    assert 'name="read"' not in page
    assert reverse("casework:notice_read", args=[notices[2].pk]) in page


def test_an_alarm_is_not_read_together_with_others(notices, alarm, head, enter):
    enter(head).post("notices_read", read=[notices[0].pk, alarm.pk])

    assert notices[0].pk not in unread()
    assert alarm.pk in unread()


def test_who_chooses_none_is_told_so(notices, head, enter, words_of):
    before, browser = unread(), enter(head)

    browser.post("notices_read", read="x")

    said = words_of(browser.get("/home/"))
    assert "Choose at least one notice that you have read." in said
    assert unread() == before


@pytest.mark.parametrize("who", ["officer", "stranger"])
def test_nobody_reads_the_notices_of_others(who, notices, people, enter):
    before = unread()

    enter(getattr(people, who)).post("notices_read", read=[row.pk for row in notices])

    assert unread() == before


def test_a_notice_of_a_case_that_is_closed_to_the_member_stays(notices, head, enter):
    ConflictMark.objects.create(
        case_id=notices[0].case_id,
        organisation=head.organisation,
        user_id=head.user.pk,
        ground=ConflictGround.RELATIVE,
        marked_at=platform_clock.now(),
        marked_by_id=head.user.pk,
    )

    enter(head).post("notices_read", read=[row.pk for row in notices[:2]])

    assert notices[0].pk in unread()
    assert notices[1].pk not in unread()
