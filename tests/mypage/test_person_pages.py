"""The pages of the person, by client: what they show, keep and leave behind."""

import re
from uuid import uuid4

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.urls import reverse

from korgoo.access.models import Submission
from korgoo.casework.models import ConsentScope
from korgoo.lib.public_forms import SIZE
from korgoo.mypage import services
from korgoo.mypage.enums import Said
from korgoo.mypage.http import COOKIE
from korgoo.mypage.models import DataRequest, Message, Opinion, PageSession
from tests.mypage.conftest import OTHER, Person

pytestmark = pytest.mark.django_db
PAGES = ("page", "message", "opinion", "data", "code")
TEXT = "Please call my sister, not me."
BYTES, REQUESTS = 60_000, 5


@pytest.fixture
def forced(stage):
    """Somebody who was forced to come in, and used the other code."""
    somebody = Person()
    assert somebody.come(stage.page.number, OTHER).status_code == 302
    return somebody


def test_the_door_is_neutral_sets_no_cookie_and_leaves_no_copy(db):
    answer = Client().get(reverse("mypage:door"), headers={"accept-language": "en"})

    assert "<title>Information</title>" in answer.text
    assert not answer.cookies
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
    assert 'content="no-referrer"' in answer.text
    assert "data-korgoo-exit" in answer.text
    for word in ("Korgoo", "traffick", "csrfmiddlewaretoken"):
        assert word not in answer.text.replace("data-korgoo", "").replace("korgoo/korgoo", "")


def test_a_wrong_code_is_refused_with_what_was_typed_and_no_cookie(stage, words_of):
    person = Person()

    answer = person.come(stage.page.number, "000 000 000 000")

    assert answer.status_code == 422
    assert "This did not open" in words_of(answer)
    assert stage.page.number in answer.text
    assert not person.has_cookie


def test_a_form_from_another_site_opens_nothing(stage):
    person = Person(Client(headers={"sec-fetch-site": "cross-site"}))

    assert person.come(stage.page.number, stage.code).status_code == 200
    assert not PageSession.objects.exists()


def test_the_cookie_goes_nowhere_else_and_lives_ten_minutes(person):
    morsel = person.client.cookies[COOKIE]

    assert (morsel["path"], morsel["samesite"], morsel["max-age"]) == ("/my/", "Strict", 600)
    assert morsel["httponly"]


def test_the_page_says_where_things_stand(person, stage, words_of, clock):
    services.answer(stage.case.pk, "Tomorrow at ten.", actor=stage.owner.actor)

    said = words_of(person.get("page"))

    for words in (
        "Invented Shelter",
        "They say that they helped. Is it so?",
        "Did help come?",
        "Tomorrow at ten.",
        "You can ask for help on any day.",
        "Show them your name",
        "2 March 2026",
    ):
        assert words in said
    assert stage.case.code not in said


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_neutral_uncopied_and_of_one_size_class(name, person, forced):
    real, harmless = person.get(name), forced.get(name)

    for answer in (real, harmless):
        assert "<title>Information</title>" in answer.text
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "no-store" in answer["Cache-Control"]
        assert len(answer.content) % SIZE == 0
    assert len(real.content) in {len(harmless.content), len(harmless.content) + SIZE}


def test_behind_the_other_code_every_page_is_the_harmless_one(forced, stage, words_of):
    for name in PAGES:
        said = words_of(forced.get(name))
        assert "Good to know before you travel to work" in said
        assert "Invented" not in said
    for name in ("helped", "take_back", "message", "opinion", "data", "close"):
        answer = forced.client.post(reverse(f"mypage:{name}"), {"submission_key": uuid4()})
        assert answer.url == reverse("mypage:page")
    assert not Message.objects.exists()
    assert not Opinion.objects.exists()


def test_both_codes_get_the_same_answer_at_the_door(stage):
    answers = [Person().come(stage.page.number, code) for code in (stage.code, OTHER)]

    shapes = [
        (a.status_code, a.url, len(a.content), {k: len(m.value) for k, m in a.cookies.items()})
        for a in answers
    ]
    assert shapes[0] == shapes[1]
    assert [sorted(a.headers) for a in answers[:1]] == [sorted(a.headers) for a in answers[1:]]


def test_whoever_has_no_visit_is_led_to_the_door(stage):
    for name in PAGES:
        assert Person().get(name).url == reverse("mypage:door")
    answer = Client().post(reverse("mypage:close"), {"submission_key": uuid4()})
    assert answer.url == reverse("mypage:door")


def test_ten_idle_minutes_end_the_visit(person, monkeypatch):
    monkeypatch.setattr("django.core.signing.time.time", lambda: 2_000_000_000)

    assert person.get("page").url == reverse("mypage:door")


def test_leaving_takes_the_cookie_and_leads_away(person, settings):
    answer = person.get("leave")

    assert answer.url == settings.EXIT_ADDRESS
    assert not person.has_cookie
    assert person.get("page").url == reverse("mypage:door")


def test_looking_writes_nothing(person):
    def contents():
        with connection.cursor() as cursor:
            found = {}
            for table in connection.introspection.table_names(cursor):
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names from the engine
                found[table] = sorted(map(repr, cursor.fetchall()))
        return found

    before = contents()
    for name in (*PAGES, "leave"):
        person.get(name)
    assert contents() == before


def test_a_form_without_the_token_of_the_visit_does_nothing(person, stage):
    sent = {"submission_key": uuid4(), "text": TEXT, "may_call": "no", "token": "0" * 64}

    answer = person.client.post(reverse("mypage:message"), sent)

    assert answer.url == reverse("mypage:page")
    assert not Message.objects.exists()


def test_help_that_did_not_come_is_said_once(person, stage, words_of):
    answer = person.post("helped", referral=stage.referral.pk, helped="no")

    assert answer.url == reverse("mypage:page")
    said = words_of(person.get("page"))
    assert str(Said.NOT_HELPED.label) in said
    assert "You said that help did not come in full." in said
    person.post("helped", referral=stage.referral.pk, helped="yes")
    assert str(Said.TOO_LATE.label) in words_of(person.get("page"))
    stage.referral.refresh_from_db()
    assert stage.referral.helped == "no"


@pytest.mark.parametrize("bad", [{"helped": "maybe"}, {"referral": "x", "helped": "yes"}])
def test_an_answer_that_is_none_changes_nothing(person, stage, bad):
    person.post("helped", **{"referral": stage.referral.pk, **bad})

    stage.referral.refresh_from_db()
    assert stage.referral.helped == ""


def test_consent_is_taken_back_on_the_page(person, stage, words_of):
    shelter = stage.shelter.organisation.pk

    person.post("take_back", recipient=shelter, scopes=["identity", "nonsense"])

    said = words_of(person.get("page"))
    assert str(Said.TAKEN_BACK.label) in said
    assert "Show them your name" not in said
    assert ConsentScope.objects.get(scope="identity").withdrawn_at
    person.post("take_back", recipient="x", scopes=["contact"])
    assert ConsentScope.objects.get(scope="contact").withdrawn_at is None


def test_the_same_message_sent_twice_is_one(person):
    page = person.get("message").text
    sent = {
        name: re.search(f'name="{name}" value="([^"]+)"', page)[1]
        for name in ("token", "submission_key")
    } | {"text": TEXT, "may_call": "no"}

    for _time in range(2):
        assert person.client.post(reverse("mypage:message"), sent).url == reverse("mypage:page")
    assert Message.objects.count() == 1


def test_a_message_with_a_gap_keeps_what_was_typed(person, words_of):
    answer = person.post("message", text=TEXT)

    assert answer.status_code == 422
    assert TEXT in answer.text
    assert "Say whether you may be called." in words_of(answer)
    assert not Message.objects.exists()


def test_an_opinion_leaves_no_time_behind(person, words_of):
    before = Submission.objects.count()

    person.post("opinion", rating="good", text="")

    assert str(Said.OPINION.label) in words_of(person.get("page"))
    assert Opinion.objects.count() == 1
    assert Submission.objects.count() == before
    person.post("opinion", rating="bad", text="")
    assert Opinion.objects.count() == 1


def test_a_question_about_data_is_written_down(person, words_of):
    person.post("data", kind="see")

    assert str(Said.ASKED.label) in words_of(person.get("page"))
    assert DataRequest.objects.get().kind == "see"


def test_the_code_is_changed_with_the_present_one(person, stage, words_of):
    assert person.post("code", code="0" * 12).status_code == 422
    assert person.post("code", code=stage.code).url == reverse("mypage:code")

    shown = person.get("code").text
    new = re.sub(r"\s", "", re.search(r"korgoo-code--large[^>]*>([\d ]+)<", shown)[1])
    assert Person().come(stage.page.number, new).status_code == 302
    assert Person().come(stage.page.number, stage.code).status_code == 422


def test_the_page_is_closed_for_good(person, stage):
    assert person.post("close").url == reverse("mypage:door")

    assert not person.has_cookie
    assert Person().come(stage.page.number, stage.code).status_code == 422


@pytest.mark.parametrize(("chosen", "language"), [("", "ky"), ("ru", "ru")])
def test_the_page_speaks_the_language_of_the_person(stage, chosen, language):
    client = Client(headers={"accept-language": "en"})
    if chosen:
        client.cookies["language"] = chosen
    client.post(reverse("mypage:door"), {"number": stage.page.number, "code": stage.code})

    assert f'<html lang="{language}"' in client.get(reverse("mypage:page")).text


def test_no_address_of_the_person_carries_anything(person, stage):
    answers = [person.get(name) for name in PAGES]

    for answer in answers:
        addresses = re.findall(r'(?:href|action)="(/my/[^"]*)"', answer.text)
        assert addresses
        assert not [a for a in addresses if re.search(r"\d|\?", a)]


def test_the_page_fits_a_slow_line(person):
    page = person.get("page").text
    named = set(re.findall(r'(?:src|href)="/static/([^"]+)"', page))
    style = next(name for name in named if name.endswith(".css"))
    fonts = set(re.findall(r'url\("?([\w.-]+)"?\)', _read(style).decode()))
    named |= {f"korgoo/{font}" for font in fonts}

    total = len(brotli.compress(page.encode(), quality=5)) + sum(map(_sent, named))

    assert 1 + len(named) <= REQUESTS
    assert 20_000 < total < BYTES


def _read(name):
    with open(finders.find(name), "rb") as file:
        return file.read()


def _sent(name):
    content = _read(name)
    return len(content if name.endswith(".woff2") else brotli.compress(content, quality=11))
