"""The log holds no way to a person: obvious numbers are refused, ordinary ones are not."""

import pytest

from korgoo.activities.plain_words import Trace, trace_of

PLAIN = [
    "Сколько стоит патент? 5 000 рублей в месяц",
    "Чалса болобу 189 же 0800 0000?",
    "В 2025 году уехали 120 человек из 3 сёл",
    "Кайсы документ керек, 30.07.2026дан кийин?",
    "2026-07-30 до 2026-08-02, 45-50 человек",
    "Постановление 227 от 15.04.2022",
    "",
]
TRACES = [
    ("позвонить 0555 12-34-56", Trace.PHONE),
    ("+996 (700) 123456", Trace.PHONE),
    ("номери 0700123456 экен", Trace.PHONE),
    ("ПИН 21504199012345", Trace.NUMBER),
    ("паспорт ID1234567", Trace.NUMBER),
    ("AN 3456789", Trace.NUMBER),
    ("жазыңыз: aida@example.org", Trace.MAIL),
]


@pytest.mark.parametrize("words", PLAIN)
def test_ordinary_words_are_let_through(words):
    assert trace_of(words) is None


@pytest.mark.parametrize(("words", "kind"), TRACES)
def test_what_leads_to_a_person_is_found(words, kind):
    assert trace_of(words) is kind


def test_the_numbers_of_helplines_may_stand_anywhere():
    words = "Звоните 0 800 0000 189"

    assert trace_of(words) is Trace.PHONE
    assert trace_of(words, helplines=frozenset({"08000000189"})) is None
