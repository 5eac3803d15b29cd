"""What the register says is put into plain words; nothing is guessed, and nobody is called safe."""

from types import SimpleNamespace

import pytest

from korgoo.offers import agency_words
from tests.offers.conftest import ORDER, ticket_of


def register(*, agency=None, choices=(), is_allowed=False, says="The register's own sentence."):
    """A register that gives one answer to every question."""
    answer = SimpleNamespace(agency=agency, choices=choices, is_allowed=is_allowed)
    return SimpleNamespace(answer=lambda *_asked: answer, standing_words=lambda *_asked: says)


@pytest.fixture
def answers(monkeypatch, clock):
    def put(made):
        monkeypatch.setattr(agency_words, "_register", lambda: made)

    return put


CARD = SimpleNamespace(name="Үлгү Карьера")


@pytest.mark.parametrize(
    ("made", "is_warning", "words"),
    [
        (register(agency=CARD, is_allowed=True), False, "no promise"),
        (register(agency=CARD), True, "Only an agency with a valid permit"),
        (register(), True, "Only an agency with a valid permit"),
        (register(choices=(CARD, CARD)), True, "Find out which of them it is"),
    ],
)
def test_each_answer_says_what_it_means(answers, made, is_warning, words):
    answers(made)

    found = agency_words.about("ulgu karera", "TR")

    assert found.is_warning is is_warning
    assert words in found.meaning
    assert found.to_do


def test_agencies_of_a_like_name_are_named_and_none_is_chosen(answers):
    answers(register(choices=(CARD, SimpleNamespace(name="Үлгү Карьер"))))

    assert "Үлгү Карьера; Үлгү Карьер" in agency_words.about("ulgu", "TR").answer


@pytest.mark.parametrize(("name", "country"), [("", "TR"), ("  ", "TR"), ("a", ""), ("a", "ZZ")])
def test_too_little_is_no_question(answers, name, country):
    answers(register(agency=CARD, is_allowed=True))

    assert agency_words.about(name, country) is None


def test_without_a_register_there_is_advice_instead(answers, street, words_of, db):
    answers(None)

    said = words_of(street.post("check", agency="Үлгү", country="TR", **{"sign-fee": "no"}))

    assert "An honest agency shows its permit" in said or "Look it up" in said


@pytest.mark.parametrize("page", ["check", "report"])
def test_the_answer_stands_on_the_page(answers, street, people, clock, words_of, page):
    answers(register(agency=CARD, says="Үлгү Карьера, Türkiye: not allowed."))
    data = {"agency": "ulgu", "country": "TR"}
    if page == "check":
        answer = street.post("check", **data, **{f"sign-{key}": "no" for key in ORDER})
    else:
        ticket = ticket_of(street.post("report", **data))
        clock.forward(seconds=5)
        answer = street.post("report", **data, step="send", ticket=ticket)

    assert "Үлгү Карьера, Türkiye: not allowed." in words_of(answer)
    assert "Do not pay. Do not give your passport away." in words_of(answer)
