"""The disk is full: an honest page, nothing half written, and the form counts when there is room."""

import re
from contextlib import contextmanager
from html import unescape
from uuid import uuid4

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.urls import reverse

from korgoo.access import audit
from korgoo.access.enums import Event, Facet
from korgoo.access.models import Submission
from korgoo.casework.models import Case
from korgoo.web import views
from tests import members
from tests.faults.forms import FORMS, first_contact
from tests.faults.killing import WRITES, picture

pytestmark = pytest.mark.django_db(transaction=True)
NO_LIMIT = 2**30


@contextmanager
def full_disk():
    """Leave the database no room: SQLite really has none, PostgreSQL is made to say so."""
    if connection.vendor == "postgresql":
        with refused_from(1):
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # no free page is left inside
        cursor.execute("PRAGMA page_count")
        [pages] = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count={pages}")
        try:
            _use_up()
            yield
        finally:
            cursor.execute(f"PRAGMA max_page_count={NO_LIMIT}")


def _use_up():
    """Fill the last page of the audit trail with short rows: no deed finds room for its own."""
    reasons = []
    while len(reasons) < 20:  # another place in the indexes each time
        try:
            audit.record(Event.CASE_VIEWED, actor=None, target=uuid4().hex[:8])
        except OperationalError as error:
            reasons.append(str(error))
    assert set(reasons) == {"database or disk is full"}


@contextmanager
def refused_from(number):
    """Refuse this write of the block, the first being 1, and all that follow; gives the refused."""
    passed, refused = [], []

    def refuse(execute, sql, params, many, context):
        if str(sql).lstrip().upper().startswith(WRITES):
            passed.append(sql)
            if len(passed) >= number:
                refused.append(sql)
                raise OperationalError("disk full") from psycopg.errors.DiskFull("disk full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield refused


def again(page):
    """Press the button of the page: what is sent is what the page holds."""
    form = re.search(r'<form action="([^"]+)" method="post">(.*?)</form>', page, re.DOTALL)
    pairs = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form[2])
    return unescape(form[1]), {name: unescape(value) for name, value in pairs}


@pytest.mark.parametrize("make", FORMS, ids=lambda form: form.__name__)
def test_a_full_disk_takes_nothing_and_keeps_what_was_typed_in_the_page(make, client, clock):
    form = make(client)

    with full_disk():
        before = picture()
        answer = form.send()

    assert answer.status_code == 500
    words = members.words_of_main(answer)
    assert "Something failed on our side" in words
    assert "Take what you sent as not stored." in words
    assert "no-store" in answer.headers["Cache-Control"]
    assert picture() == before

    address, fields = again(answer.text)
    assert (address, fields) == (form.address, form.fields)
    answers = [client.post(address, fields) for _time in range(2)]
    assert {(a.status_code, a.url) for a in answers} == {(302, Submission.objects.get().location)}


def test_wherever_the_room_ends_nothing_is_half_written(client, clock):
    form, before, number = first_contact(client), picture(), 0
    refused = [True]
    while refused:
        number += 1
        with refused_from(number) as refused:
            answer = form.send()
        assert answer.status_code == (500 if refused else 302)
        assert (picture() == before) is bool(refused)
    assert number > 5


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "Invented", "submission_key": "1", "password": "x"},
        {"text": "Invented", "submission_key": "1", "file": SimpleUploadedFile("a.txt", b"x")},
        {"text": "Invented"},
    ],
    ids=["a password", "a file", "no number: it might count twice"],
)
def test_some_forms_do_not_come_back_with_the_page(rf, fields):
    page = views.server_error(rf.post("/", fields)).text
    assert 'name="text"' not in page
    assert "Invented" not in page


def test_a_page_that_is_read_says_so_too_when_its_trace_cannot_be_kept(client, clock):
    """Who opens a sealed part leaves a row: without the row it stays closed."""
    form = first_contact(client)
    assert form.send().status_code == 302
    part = reverse("casework:facet", args=[Case.objects.get().pk, Facet.STORY])
    assert "An invented story." in client.get(part).text
    with refused_from(1):
        answer = client.get(part)
    assert answer.status_code == 500
    assert "An invented story." not in answer.text
    assert "Send it once more" not in answer.text
