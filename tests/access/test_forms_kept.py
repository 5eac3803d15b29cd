"""A form is taken once, and what was typed is never lost."""

import json
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from korgoo.access import api, kept, session
from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent, KeptForm, Submission
from korgoo.lib import clock as platform_clock
from korgoo.lib.errors import NotFound
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.access.urls")]
TEXT = "She rang at night; the boss keeps her passport. Ошто көрүштүк."


@pytest.fixture
def member(client, holder):
    factories.sign_in(client, holder)
    return holder


class Asked:
    """A request as far as the token of a form asks."""

    def __init__(self, user):
        self.user = user


def form(somebody, **fields):
    token = kept.kept_token(Asked(somebody.user))
    return {
        "note": TEXT,
        "kind": "call",
        "submission_key": str(uuid4()),
        "kept_for": token,
    } | fields


def taken():
    return AuditEvent.objects.filter(event=Event.CASE_OPENED).count()


def lock(client):
    client.cookies.pop(session.COOKIE, None)


def kept_id(response):
    return response.url.rpartition("/kept/")[2].strip("/")


# -- once -------------------------------------------------------------------------------------


def test_the_same_form_sent_again_gets_the_same_answer(client, member):
    sent = form(member)
    first, second = client.post("/note/", sent), client.post("/note/", sent)
    assert first.status_code == second.status_code == 302
    assert first.url == second.url
    assert taken() == 1


def test_a_new_form_is_a_new_deed(client, member):
    urls = {client.post("/note/", form(member)).url for _ in range(2)}
    assert len(urls) == 2
    assert taken() == 2


def test_a_form_with_errors_takes_nothing_and_may_be_sent_again(client, member):
    sent = form(member)
    assert client.post("/note/", sent | {"note": ""}).content == b"refused"
    assert not AuditEvent.objects.filter(event=Event.CASE_OPENED).exists()
    assert not Submission.objects.exists()
    assert client.post("/note/", sent).status_code == 302


def test_a_key_that_another_member_used_answers_nothing(client, member):
    sent = form(member)
    client.post("/note/", sent)
    other = factories.member(at=member.organisation)
    factories.sign_in(client, other)
    refused = client.post("/note/", sent)
    assert refused.status_code == 409
    assert "Another form was sent under this number" in refused.text
    assert taken() == 1


def test_the_number_of_a_form_counts_for_its_page_alone(client, member):
    sent = form(member)
    client.post("/note/", sent)
    assert client.post("/plain/", sent).status_code == 409


@pytest.mark.parametrize("key", ["", "x", "1"])
def test_a_form_without_its_number_is_refused(client, member, key):
    response = client.post("/note/", form(member, submission_key=key))
    assert response.status_code == 409
    assert taken() == 0


@pytest.mark.django_db(transaction=True)
def test_a_form_sent_many_times_at_once_is_taken_once():
    somebody = factories.member()
    sent, start, answers = form(somebody), Barrier(4), []

    def send():
        browser = Client()
        factories.sign_in(browser, somebody)
        start.wait(20)
        answers.append(browser.post("/note/", sent).url)
        connection.close()

    threads = [Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(answers) == 4
    assert len(set(answers)) == 1
    assert taken() == 1


# -- kept -------------------------------------------------------------------------------------


def test_a_form_sent_to_a_locked_session_is_kept_and_found_after_unlock(client, member):
    lock(client)
    door = client.post("/note/", form(member))
    place = door.url.partition("next=")[2]
    assert place.startswith("/account/kept/")
    unlocked = client.post(door.url, {"password": member.password, "next": place})
    page = client.get(unlocked.url).text
    assert "the boss keeps her passport. Ошто көрүштүк." in page
    assert "What happened" in page
    assert "A call" in page
    assert taken() == 0


def test_a_form_sent_after_the_session_ended_is_kept_for_its_writer(client, member):
    sent = form(member)
    client.logout()
    response = client.post("/note/", sent)
    assert response.url.startswith("/account/login/?next=/account/kept/")
    assert KeptForm.objects.get().user_id == member.user.pk


def test_a_kept_form_is_sent_again_and_forgotten(client, member):
    sent = form(member)
    lock(client)
    number = kept_id(client.post("/note/", sent))
    factories.sign_in(client, member)
    assert sent["submission_key"] in client.get(f"/account/kept/{number}/").text
    _row, fields = kept.open_kept(number, actor=member.actor)
    assert client.post("/note/", fields | {"kept_for": sent["kept_for"]}).status_code == 302
    assert taken() == 1
    assert not KeptForm.objects.exists()


def test_a_kept_form_that_is_refused_stays_until_it_is_right(client, member):
    sent = form(member, note="")
    lock(client)
    client.post("/note/", sent)
    factories.sign_in(client, member)
    client.post("/note/", sent)
    assert KeptForm.objects.count() == 1
    client.post("/note/", sent | {"note": "now"})
    assert not KeptForm.objects.exists()


def test_the_same_form_kept_twice_is_one(client, member):
    sent = form(member)
    lock(client)
    for text in ("first", "second"):
        client.post("/note/", sent | {"note": text})
    row = KeptForm.objects.get()
    assert kept.open_kept(row.pk, actor=member.actor)[1]["note"] == ["second"]


def test_the_raw_table_tells_nothing(client, member):
    lock(client)
    client.post("/note/", form(member))
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM access_keptform")
        raw = b"".join(
            bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode()
            for v in cursor.fetchone()
        )
    for word in ("passport", "Ошто", json.dumps("Ошто"), "call", 'note"'):
        assert word.encode() not in raw


def test_nobody_else_opens_a_kept_form(client, member):
    lock(client)
    number = kept_id(client.post("/note/", form(member)))
    other = factories.member(at=member.organisation)
    with pytest.raises(NotFound):
        kept.open_kept(number, actor=other.actor)
    factories.sign_in(client, other)
    assert client.get(f"/account/kept/{number}/").status_code == 404
    client.post(f"/account/kept/{number}/forget/", {"submission_key": str(uuid4())})
    assert KeptForm.objects.exists()


def test_a_kept_form_is_thrown_away(client, member):
    lock(client)
    number = kept_id(client.post("/note/", form(member)))
    factories.sign_in(client, member)
    client.post(f"/account/kept/{number}/forget/", {"submission_key": str(uuid4())})
    assert not KeptForm.objects.exists()


def test_a_stale_protection_token_keeps_the_form(member):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["language"] = "en"
    factories.sign_in(strict, member)
    response = strict.post("/note/", form(member) | {"csrfmiddlewaretoken": "x" * 64})
    assert response.status_code == 403
    row = KeptForm.objects.get()
    assert reverse("access:kept", args=[row.pk]) in response.text
    assert "csrfmiddlewaretoken" not in kept.open_kept(row.pk, actor=member.actor)[1]


@pytest.mark.parametrize(
    "change",
    [
        {"kept_for": ""},
        {"kept_for": "1:forged:token"},
        {"password": "secret"},
        {"old_password": "secret"},
        {"printed_key": "ABCD"},
        {"kept_path": "/nowhere/"},
        {"kept_path": "https://example.org/note/"},
        {"kept_path": "//example.org/note/"},
    ],
    ids=str,
)
def test_what_is_not_kept(client, member, change):
    lock(client)
    client.post("/note/", form(member) | change)
    assert not KeptForm.objects.exists()


def test_a_form_of_another_member_is_not_kept_in_this_session(client, member):
    other = factories.member(at=member.organisation)
    lock(client)
    client.post("/note/", form(other))
    assert not KeptForm.objects.exists()


def test_a_half_typed_form_is_kept_by_its_page(client, member):
    response = client.post("/account/keep/", form(member, kept_path="/note/"))
    assert response.status_code == 201
    row = KeptForm.objects.get()
    assert row.path == "/note/"
    assert "kept_path" not in kept.open_kept(row.pk, actor=member.actor)[1]


def test_a_form_that_was_taken_is_not_kept_by_its_page_afterwards(client, member):
    sent = form(member)
    client.post("/note/", sent)
    assert client.post("/account/keep/", sent | {"kept_path": "/note/"}).status_code == 204
    assert not KeptForm.objects.exists()


def test_twenty_forms_are_kept_and_the_oldest_make_room(client, clock, member):
    lock(client)
    for number in range(23):
        clock.forward(minutes=1)
        client.post("/note/", form(member, note=f"note number {number}"))
    rows = list(KeptForm.objects.order_by("kept_at"))
    assert len(rows) == 20
    assert kept.open_kept(rows[0].pk, actor=member.actor)[1]["note"] == ["note number 3"]


def test_kept_forms_are_listed_in_words(client, member):
    lock(client)
    client.post("/note/", form(member))
    client.post("/plain/", form(member))
    cards = api.list_kept(actor=member.actor)
    assert [card.title for card in cards] == ["A form about a case", "A note"]
    assert all(card.at <= platform_clock.now() for card in cards)


def test_without_labels_only_what_was_written_is_shown(client, member):
    lock(client)
    number = kept_id(client.post("/plain/", form(member, phone="0700123456", code="d1.01")))
    factories.sign_in(client, member)
    page = client.get(f"/account/kept/{number}/").text
    typed = page.partition('<form action="/plain/"')[0]
    assert "passport" in typed
    assert "0700123456" in typed
    assert "d1.01" not in typed


def test_a_page_that_is_gone_leaves_the_text_to_copy(client, member):
    lock(client)
    number = kept_id(client.post("/note/", form(member)))
    KeptForm.objects.update(path="/gone/")
    factories.sign_in(client, member)
    page = client.get(f"/account/kept/{number}/").text
    assert "passport" in page
    assert 'action="/gone/"' not in page
