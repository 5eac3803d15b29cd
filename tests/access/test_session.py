"""The open key between two requests, its lock, and the door of every page."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from korgoo.access import services, session
from korgoo.access.enums import Event, Role
from korgoo.access.models import AuditEvent
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.access.urls")]
UNLOCK = "/account/unlock/"


@pytest.fixture
def member(client, holder):
    factories.sign_in(client, holder)
    return holder


def events(kind):
    return AuditEvent.objects.filter(event=kind)


def test_an_open_session_enters(client, member):
    assert client.get("/note/").content == b"empty"


@pytest.mark.parametrize(("minutes", "status"), [(14, 200), (15.1, 302), (600, 302)])
def test_an_idle_quarter_of_an_hour_locks(client, watch, member, minutes, status):
    client.get("/note/")
    watch.forward(minutes=minutes)
    response = client.get("/note/?page=2")
    assert response.status_code == status
    if status == 302:
        assert response.url == f"{UNLOCK}?next=/note/%3Fpage%3D2"


def test_work_keeps_the_session_open(client, watch, member):
    for _ in range(5):
        watch.forward(minutes=10)
        assert client.get("/note/").status_code == 200


def test_the_password_unlocks_and_leads_back(client, member):
    del client.cookies[session.COOKIE]
    door = client.get("/note/").url
    response = client.post(door, {"password": member.password, "next": "/note/"})
    assert response.url == "/note/"
    assert client.get("/note/").status_code == 200
    assert events(Event.SESSION_UNLOCKED).get().user_id == member.user.pk


@pytest.mark.parametrize("place", ["https://example.org/", "//example.org", "javascript:x", "x"])
def test_unlock_leads_to_no_foreign_place(client, member, place):
    response = client.post(UNLOCK, {"password": member.password, "next": place})
    assert response.url == reverse("web:home")


def test_five_wrong_passwords_end_the_session(client, member):
    client.post("/account/lock/")
    for left in (4, 3, 2, 1):
        response = client.post(UNLOCK, {"password": "wrong"})
        tries = "1 try is" if left == 1 else f"{left} tries are"
        assert f"{tries} left, then you are signed out." in response.text
    assert client.post(UNLOCK, {"password": "wrong"}).url == reverse("account_login")
    assert "_auth_user_id" not in client.session
    assert client.post(UNLOCK, {"password": member.password}).url.startswith("/account/login/")
    assert not events(Event.SESSION_UNLOCKED).exists()


def test_a_right_password_forgives_the_wrong_ones(client, member):
    for _ in range(3):
        client.post(UNLOCK, {"password": "wrong"})
        client.post(UNLOCK, {"password": member.password})
    assert client.get("/note/").status_code == 200


def test_many_browsers_share_a_limit_of_ten_tries_a_minute(client, member):
    for _ in range(3):
        browser = Client()
        factories.sign_in(browser, member)
        for _ in range(4):
            browser.post(UNLOCK, {"password": "wrong"})
    response = client.post(UNLOCK, {"password": member.password})
    assert "The password is not right." in response.text


def test_lock_now_locks(client, member):
    assert client.post("/account/lock/").status_code == 302
    assert client.cookies[session.COOKIE].value == ""
    assert client.get("/note/").url.startswith(UNLOCK)


def test_the_session_row_does_not_open_the_key(client, member):
    client.get("/note/")
    stored = Session.objects.get().get_decoded()
    assert member.key.raw not in str(stored).encode()
    cookie = client.cookies[session.COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie.value.split(":")[0] not in str(stored)


def test_the_cookie_of_one_member_is_nothing_to_another(client, member):
    other = factories.member(at=member.organisation)
    theirs = client.cookies[session.COOKIE].value
    factories.sign_in(client, other)
    client.cookies[session.COOKIE] = theirs
    assert client.get("/note/").url.startswith(UNLOCK)


def test_sign_out_forgets_the_key(client, member):
    client.get("/note/")
    client.post("/account/logout/")
    assert client.cookies[session.COOKIE].value == ""
    assert not Session.objects.filter(pk=client.session.session_key or "").exists()
    assert client.get("/note/").url.startswith("/account/login/")


def test_a_visitor_is_led_to_the_sign_in_page(client):
    assert client.get("/note/").url == "/account/login/?next=/note/"


def test_what_a_role_may_not_enter_does_not_exist(client, administrator):
    factories.sign_in(client, administrator)
    assert client.get("/note/").status_code == 404


def test_a_member_whose_role_ended_is_told_and_enters_nothing(client, clock, member):
    boss = factories.member(Role.ORGANISATION_ADMINISTRATOR, at=member.organisation)
    row = member.user.memberships.get()
    clock.forward(days=1)
    services.end_membership(row.pk, last_day=row.valid_from, actor=boss.actor)
    assert client.get("/note/").status_code == 403
    assert client.get("/home/").status_code == 403


def test_a_fragment_asked_for_behind_a_locked_door_loads_the_whole_page(client, member):
    del client.cookies[session.COOKIE]
    response = client.get("/note/", headers={"HX-Request": "true"})
    assert response.headers["HX-Redirect"].startswith(UNLOCK)


def test_pages_of_members_stay_in_no_cache(client, member):
    assert client.get("/note/").headers["Cache-Control"] == "no-store, private"


def test_without_a_second_factor_every_page_leads_to_setting_one_up(client, organisation):
    somebody = factories.member(at=organisation, has_second_factor=False)
    factories.sign_in(client, somebody, is_second_factored=False)
    assert client.get("/note/").url.startswith(reverse("mfa_activate_totp"))


def test_a_session_from_before_the_second_factor_must_prove_it(client, holder):
    factories.sign_in(client, holder, is_second_factored=False)
    assert client.get("/note/").url.startswith(reverse("mfa_reauthenticate"))


@pytest.mark.parametrize(("demo", "is_demo", "status"), [(1, 1, 200), (1, 0, 302), (0, 1, 403)])
def test_only_demo_accounts_in_demo_mode_need_no_second_factor(
    client, settings, organisation, demo, is_demo, status
):
    settings.DEMO = bool(demo)
    somebody = factories.member(at=organisation, has_second_factor=False)
    somebody.user.is_demo = bool(is_demo)
    somebody.user.save()
    factories.sign_in(client, somebody, is_second_factored=False)
    assert client.get("/note/").status_code == status


def test_the_second_factor_costs_no_query_once_it_is_proved(
    client, member, django_assert_max_num_queries
):
    client.get("/note/")
    # Session, member, memberships, mandates, key.
    with django_assert_max_num_queries(5):
        client.get("/note/")
