from uuid import uuid4

import pytest
from django.urls import reverse

from korgoo.referral.enums import ReferralState
from tests import factories_referral as make

pytestmark = pytest.mark.django_db
S = ReferralState
ONE_ANSWER = "Number and code do not fit, or nothing waits for your answer."


@pytest.fixture
def client(client):
    client.cookies["language"] = "en"
    return client


@pytest.fixture
def waiting(people):
    """A referral whose help was reported, and the person's code."""
    row, code = make.sent(people)
    return make.onwards(people, row, S.COMPLETED), code


def say(client, number, code, helped="yes", key=None):
    sent = {"number": number, "code": code, "helped": helped, "submission_key": key or uuid4()}
    return client.post(reverse("referral:confirm"), sent)


def test_the_page_opens_for_everybody_with_a_way_out(client, db, words_of):
    answer = client.get(reverse("referral:confirm"))

    assert answer.status_code == 200
    assert "<title>Your answer</title>" in answer.text
    assert "data-korgoo-exit" in answer.text
    assert "korgoo_key" not in answer.cookies
    assert set(answer.cookies) <= {"csrftoken"}


@pytest.mark.parametrize(
    ("helped", "state", "words"),
    [
        ("yes", S.CONFIRMED, "We are glad that help came"),
        ("partly", S.IN_SERVICE, "are told that it is still needed"),
        ("no", S.IN_SERVICE, "are told that it is still needed"),
    ],
)
def test_each_answer_is_taken_and_thanked_for(helped, state, words, client, waiting, words_of):
    row, code = waiting

    answer = say(client, row.spoken_number, code, helped)

    assert answer.url == reverse("referral:thanks", args=[helped])
    assert words in words_of(client.get(answer.url))
    row.refresh_from_db()
    assert (row.state, row.helped, row.confirmed_how) == (state, helped, "self")


def test_the_same_form_sent_twice_counts_once(client, waiting):
    row, code = waiting
    key = str(uuid4())

    answers = [say(client, row.number, code, "no", key).url for _time in range(2)]

    assert answers[0] == answers[1]
    row.refresh_from_db()
    assert row.wrong_codes == 0


def test_a_wrong_code_is_counted_and_what_was_typed_stays(client, waiting, words_of):
    row, _code = waiting

    answer = say(client, row.number, "111 111 113", "partly")

    assert answer.status_code == 422
    assert ONE_ANSWER in words_of(answer)
    assert row.number in answer.text
    row.refresh_from_db()
    assert (row.state, row.wrong_codes) == (S.COMPLETED, 1)


def test_after_ten_wrong_codes_the_right_one_opens_nothing(client, waiting, words_of):
    row, code = waiting
    for _time in range(10):
        say(client, row.number, "111 111 113")

    answer = say(client, row.number, code)

    assert ONE_ANSWER in words_of(answer)
    row.refresh_from_db()
    assert row.state == S.COMPLETED


@pytest.mark.parametrize("state", [S.SENT, S.IN_SERVICE, S.DECLINED])
def test_what_does_not_wait_is_answered_like_a_wrong_code(state, client, people, words_of):
    row, code = make.sent(people)
    make.onwards(people, row, state)

    answer = say(client, row.number, code)

    assert answer.status_code == 422
    assert ONE_ANSWER in words_of(answer)


@pytest.mark.parametrize("number", ["", "abc", "123 456 789", "9" * 30])
def test_no_number_breaks_the_page(number, client, db):
    assert say(client, number, "111111113").status_code == 422


def test_an_unfinished_form_is_no_try(client, waiting):
    row, code = waiting

    assert say(client, row.number, code, helped="").status_code == 422

    row.refresh_from_db()
    assert row.wrong_codes == 0


def test_no_session_is_made(client, waiting):
    row, code = waiting

    answer = say(client, row.number, code)

    assert "sessionid" not in answer.cookies
    assert "sessionid" not in client.get(answer.url).cookies


def test_thanks_for_what_nobody_can_say_is_not_found(client, db):
    assert client.get("/referrals/help-came/perhaps/").status_code == 404
