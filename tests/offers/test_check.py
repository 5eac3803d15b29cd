"""An offer is checked without keeping a word, and never called safe."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from korgoo.lib.public_forms import SIZE
from korgoo.offers.models import OfferReport
from tests.offers.conftest import ORDER
from tests.secrecy.thief import every_value

pytestmark = pytest.mark.django_db
ALL_NO = {f"sign-{key}": "no" for key in ORDER}


def test_the_questions_stand_in_groups_with_three_answers_each(street, words_of):
    answer = street.get("check")

    said = words_of(answer)
    assert "Questions 1 to 5 of 7" in said
    assert "Questions 6 to 7 of 7" in said
    assert "4. question of address (en)" in said
    assert len(re.findall(r'type="radio"', answer.text)) == 3 * len(ORDER)
    assert "(optional)" not in said
    assert not answer.cookies
    assert "csrfmiddlewaretoken" not in answer.text


@pytest.mark.parametrize(("language", "word"), [("ky", "(ky)"), ("ru", "(ru)"), ("en", "(en)")])
def test_the_page_speaks_the_language_of_its_address(language, word):
    assert word in Client().get(f"/{language}/offers/").text


def test_grave_signs_come_first_with_what_to_do(street, words_of):
    data = {"sign-fee": "yes", "sign-bond": "yes", "sign-language": "unknown"}

    answer = street.post("check", **data)

    said = words_of(answer)
    order = [
        "Stop. Do not pay",
        "sign of bond",
        "why of bond",
        "ask of bond",
        "act of bond",
        "Be careful here",
        "sign of fee",
        "Find this out before you decide",
        "question of language",
        "ask of language",
    ]
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert "sign of hurry" not in said
    assert "no sign" not in said


def test_no_sign_does_not_mean_that_the_offer_is_honest(street, words_of):
    said = words_of(street.post("check", **ALL_NO))

    assert "We found no sign in your answers. That does not mean that the offer is honest." in said
    assert "Ask for the contract" in said
    assert "Stop." not in said


def test_no_answer_says_nothing(street, words_of):
    assert "You answered no question" in words_of(street.post("check"))


@pytest.mark.parametrize("answers", [{}, ALL_NO, {f"sign-{key}": "yes" for key in ORDER}])
def test_no_result_gives_a_score_or_calls_an_offer_safe(street, words_of, answers):
    said = words_of(street.post("check", **answers)).lower()

    assert not re.search(
        r"(is|looks|seems) safe|\brisk\b|\bscore\b|%|\d+ (of|out of) \d+|\d+ signs?\b", said
    )


def test_checking_keeps_nothing_and_leaves_no_copy(street, people):
    before = sorted(every_value())

    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = street.post("check", agency="Ойдон Чыккан Карьера", country="TR", **ALL_NO)

    assert not [q for q in asked if not q["sql"].lstrip("( ").upper().startswith("SELECT")]
    assert sorted(every_value()) == before
    assert not answer.cookies
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert len(answer.content) % SIZE == 0


def test_a_mistake_loses_no_answer(street, words_of):
    answer = street.post("check", agency="x" * 301, **{"sign-fee": "yes", "sign-hurry": "never"})

    assert answer.status_code == 422
    assert "too long" in words_of(answer)
    assert "x" * 301 in answer.text
    assert re.search(r'name="sign-fee" type="radio" value="yes" checked', answer.text)


def test_answers_can_be_changed_and_the_offer_reported_without_typing_again(street, words_of):
    result = street.post("check", agency="Үлгү Карьера", country="TR", **{"sign-fee": "yes"})
    carried = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', result.text))
    assert carried == {"agency": "Үлгү Карьера", "country": "TR", "sign-fee": "yes"}

    again = street.post("check", step="edit", **carried)

    assert again.status_code == 200
    assert "Үлгү Карьера" in again.text
    assert re.search(r'name="sign-fee" type="radio" value="yes" checked', again.text)


def test_a_copy_of_the_page_on_another_site_is_answered_and_keeps_nothing(street, words_of):
    answer = street.client.post(
        street.address("check"), {"sign-bond": "yes"}, headers={"sec-fetch-site": "cross-site"}
    )

    assert "Stop." in words_of(answer)
    assert "no-store" in answer.headers["Cache-Control"]
    assert not answer.cookies
    assert not OfferReport.objects.exists()


def test_a_country_without_signs_says_so(street, pack, monkeypatch, words_of):
    empty = pack.model_copy(update={"offer_signs": ()})
    monkeypatch.setattr("korgoo.countrypack.api.current", lambda: empty)

    said = words_of(street.get("check"))

    assert "not ready yet" in said
    assert "189" in said


def test_the_page_is_the_same_for_everybody_and_drawn_once(street):
    first = street.get("check")
    with CaptureQueriesContext(connection) as asked:
        second = Client().get(street.address("check"))

    assert second.content == first.content
    assert len(asked) <= 1
