"""Nobody is asked twice: what earlier cards of a case say is taken over, with its day."""

from datetime import date

import pytest
from django.urls import reverse

from korgoo.identification import services
from korgoo.identification.earlier import known_before
from korgoo.identification.enums import Opinion
from korgoo.identification.guidelines import Choice
from korgoo.identification.models import Screening
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
PAPERS = "D5.01"
KEPT, MINE, UNKNOWN = ("documents", "kept"), ("documents", "mine"), ("documents", "unknown")


@pytest.fixture(autouse=True)
def _today(clock):
    """It is 2 March 2026."""


@pytest.fixture
def case(people):
    return make.case(people.officer)


def read(case, member, *choices, **more):
    return Screening.objects.get(pk=make.read_card(case, member, *choices, **more).id)


def page_of(card, number=1):
    return reverse("identification:page", args=[card.pk, number])


def test_an_answer_is_taken_over_with_its_day_and_its_source(case, people, clock):
    read(case, people.officer, KEPT)
    clock.set(2026, 3, 9, 10, 0)

    card = read(case, people.officer, ("hours", "no-rest"))

    assert card.answers[PAPERS] == {"value": "present", "source": "told", "on": "2026-03-02"}
    assert card.answers["D4.01"] == {"value": "present", "source": "told"}
    [coercion] = [d for d in card.reading["dimensions"] if d["dimension"] == "D5"]
    assert coercion["present"] == [PAPERS]


def test_the_newer_of_two_earlier_answers_holds(case, people, clock):
    read(case, people.officer, KEPT)
    clock.forward(days=1)
    read(case, people.officer, MINE)
    clock.forward(days=1)

    card = read(case, people.officer)

    assert card.answers[PAPERS] == {"value": "absent", "source": "told", "on": "2026-03-03"}


def test_an_answer_of_its_own_stands_before_an_earlier_one(case, people, clock):
    read(case, people.officer, KEPT)
    clock.forward(days=1)

    card = read(case, people.officer, MINE)

    assert card.answers[PAPERS] == {"value": "absent", "source": "told"}
    # In the list on sexual exploitation, which states the same fact, as well.
    assert card.answers["S5.01"] == {"value": "absent", "source": "told"}


def test_not_knowing_now_does_not_erase_what_was_known(case, people, clock):
    read(case, people.officer, KEPT)
    clock.forward(days=1)

    card = read(case, people.officer, UNKNOWN)

    assert card.answers[PAPERS]["value"] == "present"
    assert card.answers[PAPERS]["on"] == "2026-03-02"


def test_not_knowing_before_is_nothing_known(case, people, clock):
    read(case, people.officer, UNKNOWN)
    clock.forward(days=1)

    assert known_before(Screening(subject=case.pk, organisation=people.officer.organisation)) == {}
    assert PAPERS not in read(case, people.officer).answers


def test_what_was_taken_over_keeps_the_day_on_which_it_was_told(case, people, clock):
    read(case, people.officer, KEPT)
    clock.forward(days=1)
    read(case, people.officer, ("hours", "no-rest"))
    clock.forward(days=1)

    card = read(case, people.officer, ("promise", "different"))

    days = {code: card.answers[code].get("on") for code in (PAPERS, "S5.01", "D4.01", "D1.01")}
    assert days == {
        PAPERS: "2026-03-02",
        "S5.01": "2026-03-02",
        "D4.01": "2026-03-03",
        "D1.01": None,
    }


def test_an_answer_that_was_put_right_stays_right_on_the_cards_after(case, people, clock):
    read(case, people.officer, KEPT)
    clock.forward(days=1)
    read(case, people.officer, MINE)
    clock.forward(days=1)

    card = read(case, people.officer, view="ngo-intake")

    assert {card.answers[code]["value"] for code in (PAPERS, "S5.01")} == {"absent"}


def test_a_card_that_was_read_before_knows_nothing_of_later_ones(case, people, clock):
    first = read(case, people.officer, UNKNOWN)
    clock.forward(days=1)
    read(case, people.officer, KEPT)

    first.refresh_from_db()
    assert known_before(first) == {}
    assert first.answers[PAPERS] == {"value": "unknown", "source": "told"}


def test_cards_of_another_organisation_do_not_count(case, people, clock):
    read(case, people.stranger, KEPT)
    clock.forward(days=1)

    assert PAPERS not in read(case, people.officer).answers


def test_cards_of_another_case_do_not_count(case, people, clock):
    read(make.case(people.officer), people.officer, KEPT)
    clock.forward(days=1)

    assert PAPERS not in read(case, people.officer).answers


def test_cards_that_were_not_read_do_not_count(case, people, clock):
    begun = make.card(case, people.officer)
    services.save_answers(
        begun.id,
        [Choice(*KEPT, "told")],
        asked=["documents"],
        actor=people.officer.actor,
    )
    clock.forward(days=1)

    assert PAPERS not in read(case, people.officer).answers


def test_the_day_is_that_of_the_reading_in_the_country(case, people, clock):
    clock.set(2026, 3, 3, 1, 0)  # still 2 March in UTC
    read(case, people.officer, KEPT)
    clock.forward(days=1)

    known = known_before(Screening(subject=case.pk, organisation=people.officer.organisation))
    assert known[PAPERS].on == date(2026, 3, 3)


# On the pages


def test_the_page_says_what_was_asked_already_and_may_be_asked_again(
    case, people, clock, enter, words_of
):
    read(case, people.officer, KEPT, ("pay", "in-full"))
    clock.forward(days=1)
    card = Screening.objects.get(pk=make.card(case, people.officer).id)

    page = words_of(enter(people.officer).get(page_of(card)))

    assert page.count("Already asked. Do not make the person tell it again.") == 2
    assert "Papers taken away: present (The person told, 2 March 2026)" in page
    assert "Ask again: something has changed" in page
    assert page.count(": not present (The person told, 2 March 2026)") == 2


def test_asked_again_the_new_answer_counts(case, people, clock, enter, words_of):
    read(case, people.officer, KEPT)
    clock.forward(days=1)
    card = Screening.objects.get(pk=make.card(case, people.officer).id)
    officer = enter(people.officer)

    officer.post(page_of(card), **{"q-documents": "mine", "s-documents": "document"})

    assert "Already asked" not in words_of(officer.get(page_of(card)))
    services.give_opinion(card.pk, Opinion.NOT_ENOUGH, actor=people.officer.actor)
    card.refresh_from_db()
    assert card.answers[PAPERS] == {"value": "absent", "source": "document"}


def test_nothing_is_called_already_asked_on_a_first_card(case, people, enter, words_of):
    card = Screening.objects.get(pk=make.card(case, people.officer).id)

    assert "Already asked" not in words_of(enter(people.officer).get(page_of(card)))


def test_the_reading_says_what_comes_from_an_earlier_card(case, people, clock, enter, words_of):
    first = read(case, people.officer, KEPT)
    clock.forward(days=1)
    second = read(case, people.officer, ("hours", "no-rest"))
    officer = enter(people.officer)

    def reading(card):
        return words_of(officer.get(reverse("identification:reading", args=[card.pk])))

    assert "Papers taken away The person told from an earlier card" in reading(second)
    assert "from an earlier card" not in reading(first)
