"""Each page of access, once for every answer it gives."""

import json
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from korgoo.access import audit, chain, keyring, services
from korgoo.access.enums import Event, Mandate, Role
from korgoo.access.models import AuditEvent, EnrolmentCode, KeyRequest, Membership
from tests import factories

pytestmark = pytest.mark.django_db
NEW = "a new and longer pass phrase"


def send(client, address, **fields):
    return client.post(address, {"submission_key": str(uuid4())} | fields)


@pytest.fixture
def at_work(client, holder):
    factories.sign_in(client, holder)
    return holder


@pytest.fixture
def managing(client, administrator):
    factories.sign_in(client, administrator)
    return administrator


@pytest.fixture
def officer(client, organisation):
    """The data protection officer."""
    somebody = factories.member(
        Role.DATA_PROTECTION_OFFICER, at=organisation, name="Cholpon Watch"
    )
    factories.sign_in(client, somebody)
    return somebody


def code_in(page):
    return page.partition('aria-label="One-time code"')[2].partition("</p>")[0]


# -- account ----------------------------------------------------------------------------------


def test_the_account_page_says_who_one_is_and_what_the_key_opens(client, at_work):
    page = client.get("/account/").text
    assert at_work.user.name in page
    assert "Your key opens what is sealed to your organisation." in page
    assert at_work.key.fingerprint.split()[0] in page


def test_the_account_page_of_who_waits_shows_the_way(client, holder):
    waiting = factories.member(at=holder.organisation, is_approved=False)
    factories.sign_in(client, waiting)
    page = client.get("/account/").text
    assert "Your key waits for a colleague" in page
    assert reverse("access:printed_key") in page


def test_a_changed_password_keeps_this_session_and_ends_the_others(client, at_work):
    from django.test import Client

    elsewhere = Client()
    factories.sign_in(elsewhere, at_work)
    response = send(
        client,
        "/account/password/",
        old_password=at_work.password,
        password=NEW,
        password_again=NEW,
    )
    assert response.url == "/account/"
    assert client.get("/account/").status_code == 200
    assert elsewhere.get("/account/").url.startswith("/account/login/")
    assert services.open_member_key(at_work.user, NEW) == at_work.key


@pytest.mark.parametrize(
    ("old", "new", "again", "words"),
    [
        ("wrong", NEW, NEW, "The old password is not right"),
        (factories.PASSWORD, NEW, "other", "The two passwords differ"),
        (factories.PASSWORD, "short", "short", "too short"),
        (factories.PASSWORD, "password1234", "password1234", "too common"),
        (factories.PASSWORD, "Ayday First 1", "Ayday First 1", "too similar"),
    ],
)
def test_a_password_that_is_not_taken(client, at_work, old, new, again, words):
    page = send(client, "/account/password/", old_password=old, password=new, password_again=again)
    assert words in page.text
    assert services.open_member_key(at_work.user, factories.PASSWORD)


# -- enrolment --------------------------------------------------------------------------------


def enrol(client, code, password=NEW):
    return client.post(
        "/account/enrol/",
        {"one_time_code": code, "password": password, "password_again": password},
    )


def test_the_first_key_holder_sees_the_recovery_key_once(client, organisation):
    user = factories.add(Role.CASE_WORKER, at=organisation)
    code = services.issue_code(user, organisation=organisation, actor=None)
    response = enrol(client, code)
    assert "Print this page now" in response.text
    assert response.headers["Cache-Control"] == "no-store, private"
    assert "This code does not work" in enrol(client, code).text


def test_a_later_key_holder_sees_the_fingerprint_to_read_out(client, holder):
    user = factories.add(Role.OFFICER, at=holder.organisation)
    code = services.issue_code(user, organisation=holder.organisation, actor=None)
    page = enrol(client, code).text
    assert "A colleague must approve your key" in page
    assert factories.actor(user, NEW).key.fingerprint.split()[0] in page


def test_a_weak_password_leaves_the_code_unused(client, organisation):
    user = factories.add(Role.CASE_WORKER, at=organisation, name="Turdubek Careful")
    code = services.issue_code(user, organisation=organisation, actor=None)
    assert "too short" in enrol(client, code, "short").text
    assert "too similar" in enrol(client, code, "turdubek careful").text
    assert EnrolmentCode.objects.get().used_at is None


def test_codes_are_not_guessed_by_the_thousand(client, db):
    for _ in range(20):
        enrol(client, "0000 0000 0000 0000 0000")
    response = enrol(client, "0000 0000 0000 0000 0000")
    assert response.status_code == 429
    assert "Too many tries" in response.text


# -- members ----------------------------------------------------------------------------------


def test_the_list_shows_who_works_here_and_nobody_else(client, managing):
    factories.member(name="Elsewhere Person")
    page = client.get("/members/").text
    assert "Bolot Manager" in page
    assert "Organisation administrator" in page
    assert "Elsewhere Person" not in page


def test_a_member_is_added_and_gets_a_code(client, managing):
    response = send(
        client, "/members/add/", email="new@example.org", name="Zarina New", role="officer"
    )
    added = Membership.objects.get(user__email="new@example.org")
    assert response.url == f"/members/{added.user_id}/"
    assert "Zarina New" in client.get(response.url).text
    page = send(client, f"{response.url}code/").text
    assert len(code_in(page)) > 20
    row = EnrolmentCode.objects.get(user=added.user)
    assert not row.phone_is_lost
    assert row.issued_by_id == managing.user.pk


def test_a_lost_phone_is_said_with_the_code(client, managing):
    page = send(client, f"/members/{managing.user.pk}/code/", phone_is_lost="on").text
    assert "the second factor is taken away" in page
    assert EnrolmentCode.objects.get(used_at=None).phone_is_lost


def test_a_member_of_another_organisation_is_not_added(client, managing):
    stranger = factories.member()
    page = send(client, "/members/add/", email=stranger.user.email, name="X", role="officer").text
    assert "another organisation" in page
    assert not Membership.objects.filter(user=stranger.user, role="officer").exists()


@pytest.mark.parametrize("place", ["", "code/"])
def test_a_stranger_is_not_found(client, managing, place):
    stranger = factories.member()
    address = f"/members/{stranger.user.pk}/{place}"
    answer = send(client, address) if place else client.get(address)
    assert answer.status_code == 404


def test_a_role_is_ended_after_a_question(client, managing, holder):
    row = Membership.objects.get(user=holder.user)
    address = f"/members/roles/{row.pk}/end/"
    assert holder.user.name in client.get(address).text
    assert Membership.objects.filter(pk=row.pk).exists()
    assert send(client, address).url == "/members/"
    assert not keyring.holds_key(holder.actor)
    assert client.get(address).status_code == 404


def test_a_case_worker_manages_nobody(client, at_work):
    for page in ("", "add/", f"{at_work.user.pk}/"):
        assert client.get(f"/members/{page}").status_code == 404


# -- keys -------------------------------------------------------------------------------------


@pytest.fixture
def waiting(holder):
    return factories.member(at=holder.organisation, name="Chynara Second", is_approved=False)


def test_a_waiting_key_is_compared_and_approved(client, at_work, waiting):
    asked = KeyRequest.objects.get(decided_at=None)
    assert "Chynara Second" in client.get("/keys/").text
    page = client.get(f"/keys/{asked.pk}/").text
    assert all(group in page for group in waiting.key.fingerprint.split())
    assert send(client, f"/keys/{asked.pk}/", approve="yes").url == "/keys/"
    assert keyring.holds_key(waiting.actor)
    assert "Nobody waits" in client.get("/keys/").text


def test_a_waiting_key_is_refused(client, at_work, waiting):
    asked = KeyRequest.objects.get(decided_at=None)
    send(client, f"/keys/{asked.pk}/", refuse="yes")
    assert not keyring.holds_key(waiting.actor)
    assert client.get(f"/keys/{asked.pk}/").status_code == 404


def test_a_key_holder_elsewhere_finds_no_request(client, waiting):
    factories.sign_in(client, factories.member())
    asked = KeyRequest.objects.get(decided_at=None)
    assert client.get(f"/keys/{asked.pk}/").status_code == 404


def test_the_printed_key_is_typed_by_who_waits(client, holder, waiting):
    factories.sign_in(client, waiting)
    wrong = send(client, "/keys/printed/", printed_key="ABCD")
    assert "not the printed key of your organisation" in wrong.text
    assert send(client, "/keys/printed/", printed_key=holder.printed_key).url == "/account/"
    assert keyring.holds_key(waiting.actor)


def test_the_printed_key_is_renewed_by_who_holds_the_key(client, at_work):
    assert "Make a new recovery key" in client.get("/keys/printed/").text
    page = send(client, "/keys/printed/renew/").text
    assert "Print this page now" in page
    assert at_work.printed_key.split()[3] not in page


# -- audit ------------------------------------------------------------------------------------


def test_the_officer_reads_what_the_own_organisation_did(client, officer, holder):
    stranger = factories.member()
    audit.record(Event.FACET_OPENED, actor=holder.actor, target="casework.Case:7", detail="story")
    audit.record(Event.FACET_OPENED, actor=stranger.actor, target="casework.Case:8")
    page = client.get("/audit/").text
    assert "Sealed part read" in page
    assert "Ayday First" in page
    assert "casework.Case:7" in page
    assert "casework.Case:8" not in page


def test_events_are_looked_for_by_kind_and_day(client, clock, officer, holder):
    audit.record(Event.FACET_OPENED, actor=holder.actor, target="casework.Case:1")
    clock.forward(days=1)
    factories.sign_in(client, officer)
    audit.record(Event.FACET_OPENED, actor=holder.actor, target="casework.Case:2")
    audit.record(Event.CASE_VIEWED, actor=holder.actor, target="casework.Case:3")
    found = client.get(f"/audit/?event={Event.FACET_OPENED}&day=2026-03-03").text
    assert "casework.Case:2" in found
    assert "casework.Case:1" not in found
    assert "casework.Case:3" not in found
    assert "Nothing was recorded that fits" in client.get("/audit/?day=2020-01-01").text


@pytest.mark.parametrize("search", ["event=x", "day=x", "before=x", "before=-1", "after=9" * 30])
def test_a_search_that_makes_no_sense_is_no_failure(client, officer, search):
    assert client.get(f"/audit/?{search}").status_code == 200


def test_the_trail_is_leafed_through_both_ways(client, officer, holder):
    for number in range(120):
        audit.record(Event.CASE_VIEWED, actor=holder.actor, target=f"casework.Case:{number}x")
    address, seen = f"/audit/?event={Event.CASE_VIEWED}", []
    while address:
        page = client.get(address).text
        seen += [n for n in range(120) if f"casework.Case:{n}x" in page]
        address = _link(page, "before")
        back = _link(page, "after")
    assert sorted(seen) == list(range(120))
    assert "casework.Case:44x" in client.get(back).text


def _link(page, direction):
    links = [part.partition('"')[0].replace("&amp;", "&") for part in page.split('href="')]
    return next((link for link in links if f"{direction}=" in link), "")


def test_a_head_is_listed_and_taken_away_as_a_file(client, officer):
    head = chain.sign_head(date(2026, 3, 2))
    assert "/audit/heads/2026-03-02/" in client.get("/audit/heads/").text
    response = client.get("/audit/heads/2026-03-02/")
    assert 'filename="audit-head-2026-03-02.json"' in response.headers["Content-Disposition"]
    assert json.loads(response.content)["digest"] == head.digest
    assert chain.verify_chain(heads=(chain.head_from_text(response.text),)).first_bad is None


@pytest.mark.parametrize("day", ["2020-01-01", "2026-02-30"])
def test_a_day_without_a_head_is_not_found(client, officer, day):
    assert client.get(f"/audit/heads/{day}/").status_code == 404


def test_nobody_else_reads_the_trail(client, at_work):
    for page in ("", "heads/", "heads/2026-03-02/"):
        assert client.get(f"/audit/{page}").status_code == 404


def test_reading_the_trail_writes_nothing(client, officer):
    before = AuditEvent.objects.count()
    client.get("/audit/")
    assert AuditEvent.objects.count() == before


# -- every page -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
@pytest.mark.parametrize(
    "place",
    [
        "/account/",
        "/account/password/",
        "/account/unlock/",
        "/account/enrol/",
        "/account/logout/",
        "/account/password/again/",
        "/account/recovery-codes/new/",
        "/members/",
        "/members/add/",
        "/keys/",
        "/keys/printed/",
        "/audit/",
        "/audit/heads/",
    ],
)
def test_every_page_has_one_heading_and_its_language(client, organisation, place, language):
    somebody = factories.member(*Role, at=organisation)
    client.cookies["language"] = language
    factories.sign_in(client, somebody)
    response = client.get(place, follow=True)
    assert response.status_code == 200
    assert response.text.count("<h1") == 1
    assert f'<html lang="{language}"' in response.text


def test_organisations_without_mandates_are_not_made_by_tests(db):
    assert factories.organisation().mandates == {Mandate.PRESUME, Mandate.SERVE}
