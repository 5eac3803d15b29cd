"""The way through a card whose pages depend on answers, as an officer meets it."""

import re

import pytest
from django.urls import reverse

from korgoo.identification import services
from korgoo.identification.enums import AgeCheck, Opinion
from korgoo.identification.models import Screening
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
FIRST = {"q-safe": "yes", "q-age": "adult"}
MORE = {"q-needed": "yes"}
# Pages of the intake: 1 safe talk, 2 signs seen, 3 whether more is needed; then by the answers
# 4 kind, 5 before leaving, 6 the way there, 7 work, 8 freedom, 9 being able to leave,
# 10 made to break the law, 11 sexual exploitation, 12 a child.


@pytest.fixture
def card(people):
    return make.card(make.case(people.officer), people.officer, view="ngo-intake")


@pytest.fixture
def officer(people, enter):
    return enter(people.officer)


def place(card, number):
    return reverse("identification:page", args=[card.id, number])


def opinion_of(card):
    return reverse("identification:opinion", args=[card.id])


def walk(officer, card, **answers):
    """Go on from page to page as the platform leads; give the numbers of the pages."""
    address, pages = place(card, 1), []
    while "/opinion/" not in address:
        number = int(re.search(r"/(\d+)/$", address).group(1))
        pages.append(number)
        text = officer.get(address).text
        given = {name: value for name, value in answers.items() if f'name="{name}"' in text}
        address = officer.post(address, **given).url
    return pages


def answered(card):
    return Screening.objects.get(pk=card.id).answers


def read(card, people):
    services.give_opinion(card.id, Opinion.NOT_ENOUGH, actor=people.officer.actor)


@pytest.mark.parametrize(
    ("answers", "pages"),
    [
        ({}, [1, 2, 3]),
        ({"q-safe": "not-now", "q-needed": "yes"}, [1, 2, 3]),
        (FIRST | {"q-needed": "no"}, [1, 2, 3]),
        (FIRST | MORE | {"q-kind": "work"}, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (FIRST | MORE | {"q-kind": "sexual"}, [1, 2, 3, 4, 5, 6, 8, 9, 11]),
        (FIRST | MORE | {"q-kind": "both"}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 11]),
        (FIRST | MORE | {"q-kind": "illicit"}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
        (FIRST | MORE | {"q-kind": "work", "q-age": "doubt"}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 12]),
    ],
)
def test_the_answers_lead_through_the_pages(answers, pages, card, officer):
    assert walk(officer, card, **answers) == pages


def test_a_page_that_is_passed_over_is_not_there(card, officer):
    walk(officer, card, **FIRST, **MORE, **{"q-kind": "work"})

    assert officer.get(place(card, 9)).status_code == 200
    for number in (10, 11, 12, 13):
        assert officer.get(place(card, number)).status_code == 404
        assert officer.post(place(card, number)).status_code == 404


def test_the_steps_count_the_pages_that_are_asked(card, officer, words_of):
    assert "Step 3 of 3" in words_of(officer.get(place(card, 3)))

    walk(officer, card, **FIRST, **MORE, **{"q-kind": "sexual"})

    assert "Step 3 of 9" in words_of(officer.get(place(card, 3)))
    assert "Step 7 of 9" in words_of(officer.get(place(card, 8)))
    assert "Step 9 of 9" in words_of(officer.get(place(card, 11)))


def test_back_leads_to_the_page_that_was_asked_before(card, officer):
    walk(officer, card, **FIRST, **MORE, **{"q-kind": "sexual"})

    def back(address):
        return re.search(r'govuk-back-link" href="([^"]+)"', officer.get(address).text).group(1)

    assert back(place(card, 8)) == place(card, 6)
    assert back(place(card, 11)) == place(card, 9)
    assert back(opinion_of(card)) == place(card, 11)
    assert back(place(card, 1)) == reverse("casework:case", args=[card.subject])


def test_answers_on_a_page_that_was_passed_over_later_do_not_count(card, officer, people):
    shown = {"q-S4.04": "yes", "q-D4.01": "yes", "q-U1.05": "yes"}
    walk(officer, card, **FIRST, **MORE, **{"q-kind": "both"}, **shown)
    officer.post(place(card, 4), **{"q-kind": "work"})

    read(card, people)

    assert set(answered(card)) == {"D4.01", "U1.05"}


def test_what_was_passed_over_comes_back_when_the_answer_does(card, officer, people):
    walk(officer, card, **FIRST, **MORE, **{"q-kind": "both", "q-S4.04": "yes"})
    officer.post(place(card, 4), **{"q-kind": "work"})
    officer.post(place(card, 4), **{"q-kind": "both"})

    read(card, people)

    assert "S4.04" in answered(card)


def test_only_answers_that_count_are_counted_before_the_opinion(card, officer, words_of):
    given = {**FIRST, **MORE, "q-kind": "sexual", "q-S4.04": "yes", "q-U1.05": "no"}
    walk(officer, card, **given)
    assert "6 questions have an answer." in words_of(officer.get(opinion_of(card)))

    officer.post(place(card, 3), **{"q-needed": "no"})

    assert "4 questions have an answer." in words_of(officer.get(opinion_of(card)))


def test_what_to_do_at_once_stands_above_the_next_questions(card, officer, words_of):
    wait = "Do not ask. Give a quiet place, food and sleep."
    assert wait not in words_of(officer.get(place(card, 1)))

    officer.post(place(card, 1), **{"q-safe": "not-now", "q-interpreter": "interpreter"})

    page = words_of(officer.get(place(card, 2)))
    assert page.index("Do this now") < page.index(wait) < page.index("Question 4")
    assert page.count("Do this now") == 2
    assert page.index(wait) < page.index("No companion, countryman or other resident")
    assert wait not in words_of(officer.get(place(card, 3)))


def test_what_to_do_at_once_after_the_last_page_stands_before_the_opinion(card, officer, words_of):
    officer.post(place(card, 3), **{"q-needed": "no"})

    page = words_of(officer.get(opinion_of(card)))

    assert page.index("Stop here and start helping.") < page.index("What do you think yourself?")


def test_nothing_is_urgent_where_no_answer_says_so(card, officer, words_of):
    officer.post(place(card, 1), **{"q-safe": "yes", "q-interpreter": "shared"})

    assert "Do this now" not in words_of(officer.get(place(card, 2)))
    assert "Do this now" not in words_of(officer.get(opinion_of(card)))


def test_what_a_page_passed_over_says_at_once_is_not_shown(card, officer, words_of):
    walk(officer, card, **FIRST, **MORE, **{"q-kind": "illicit"})
    assert "Offer a lawyer." in words_of(officer.get(place(card, 5)))

    officer.post(place(card, 3), **{"q-needed": "no"})

    assert officer.get(place(card, 5)).status_code == 404
    assert "Offer a lawyer." not in words_of(officer.get(opinion_of(card)))


def test_a_doubt_about_the_age_takes_the_lists_for_children(card, officer, people):
    walk(officer, card, **{"q-age": "doubt"})

    read(card, people)

    screening = Screening.objects.get(pk=card.id)
    assert screening.age_check == AgeCheck.DOUBT
    profiles = [row["profile"] for row in (screening.reading, *screening.others)]
    assert profiles == ["child_labour", "child", "child_sexual"]


def test_three_readings_stand_on_the_page_the_one_that_asks_for_most_first(
    card, officer, people, words_of
):
    given = {"q-S1.02": "yes", "q-S4.04": "yes", "q-U1.05": "yes", "q-kind": "sexual"}
    walk(officer, card, **FIRST, **MORE, **given)
    read(card, people)

    page = words_of(officer.get(reverse("identification:reading", args=[card.id])))

    heading = page.index("What the answers show Signs of all elements")
    labour = page.index("ILO indicators of trafficking for labour exploitation: Not enough")
    seen = page.index("Signs of trafficking that can be observed (UNODC): Signs worth")
    sexual = page.index("for sexual exploitation: Signs of all elements")
    assert heading < labour < seen < sexual
    assert "ask another organisation for what is needed" in page


def test_made_to_break_the_law_opens_the_way_without_punishment(card, officer, people, words_of):
    given = {"q-kind": "illicit", "q-D5.05": "yes"}
    walk(officer, card, **FIRST, **MORE, **given)
    read(card, people)

    page = words_of(officer.get(reverse("identification:reading", args=[card.id])))

    assert "The person may have been made to break the law." in page


def test_who_was_not_made_to_break_the_law_is_told_nothing_of_it(card, officer, people, words_of):
    walk(officer, card, **FIRST, **MORE, **{"q-kind": "illicit", "q-D5.05": "no"})
    read(card, people)

    page = words_of(officer.get(reverse("identification:reading", args=[card.id])))

    assert "made to break the law" not in page.split("How the reading came about")[0]


def test_a_child_is_led_to_child_protection(card, officer, people, words_of):
    walk(officer, card, **{"q-age": "child"})
    read(card, people)

    page = words_of(officer.get(reverse("identification:reading", args=[card.id])))

    assert "Tell child protection. A guardian decides with the child" in page


def test_work_at_home_is_read_a_second_time_and_said_so(people, enter, words_of):
    case = make.case(people.officer)
    officer = enter(people.officer)
    start = reverse("casework:screen", args=[case.pk])
    address = officer.post(start, talk="alone", moved="no", view="labour-inspector").url
    address = officer.post(address, **{"q-documents": "kept"}).url
    officer.post(address, **{"q-debt": "must-work"})
    screening = Screening.objects.get()
    services.give_opinion(screening.pk, Opinion.NOT_ENOUGH, actor=people.officer.actor)

    page = words_of(officer.get(reverse("identification:reading", args=[screening.pk])))

    assert "eleven indicators of forced labour: Signs of all elements" in page
    assert "Nobody asked these questions: they are read from the answers to the first" in page
    assert page.count("Nobody asked these questions") == 1
