"""How well people are matched, as the data protection officer and the co-ordinator read it."""

from decimal import Decimal

import pytest
from django.urls import reverse

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from tests import members


@pytest.fixture
def judged(judge):
    judge(32, Decimal("0.99"), is_same=True)
    judge(18, Decimal("0.95"), is_same=True, across=True)
    judge(2, Decimal("0.95"), is_same=False)
    judge(20, Decimal("0.93"), is_same=True, script="mixed")
    judge(12, Decimal("0.92"), is_same=False, script="mixed", citizenship="UZ")
    judge(3, Decimal("0.60"), is_same=False, citizenship="TJ")
    judge(8, Decimal("0.99"), is_same=True, citizenship="KZ")
    judge(5, None, is_same=True, citizenship="UZ")


def shown(browser, **query):
    page = browser.get("quality", **query)
    assert page.status_code == 200
    return members.words_of_main(page)


@pytest.mark.parametrize("who", ["analyst", "coordinator", "data_officer"])
def test_who_minds_the_quality_sees_it(enter, people, judged, who):
    words = shown(enter(getattr(people, who)))
    assert "Judged pairs 100" in words
    assert "Of these found by hand 5" in words
    # From .5: 78 of 95 are one person; of 83 known pairs of one person 78 were shown.
    assert "0.5 82.1 % (72.9 % to 89.2 %) 94 % (86.5 % to 98 %)" in words
    assert "0.99 100 % (91.2 % to 100 %)" in words


@pytest.mark.parametrize(
    "who",
    [
        "far_analyst",
        "far_coordinator",
        "far_data_officer",
        "investigating",
        "investigating_analyst",
        "officer",
        "police",
        "worker",
    ],
)
def test_for_others_there_is_no_such_page(enter, people, judged, who):
    assert enter(getattr(people, who)).get("quality").status_code == 404


def test_too_few_pairs_are_no_figures(enter, people, judge):
    judge(19, Decimal("0.99"), is_same=True)
    words = shown(enter(people.data_officer))
    assert "20 pairs that people judged are needed" in words
    assert "There are 19." in words
    assert "%" not in words


def test_whoever_is_matched_worse_is_named(enter, people, judged):
    words = shown(enter(people.data_officer))
    assert (
        "More wrong pairs than elsewhere, by more than chance: "
        "One in Cyrillic, one in Latin letters, or both in one name." in words
    )
    assert "More pairs missed than elsewhere, by more than chance: Uzbekistan." in words


def test_a_rare_citizenship_has_no_row_of_its_own(enter, people, judged):
    words = shown(enter(people.data_officer))
    assert "Uzbekistan" in words
    assert "Tajikistan" not in words
    assert "All others" in words


def test_another_threshold_is_tried_without_scripts(enter, people, judged):
    words = shown(enter(people.data_officer), threshold="0.95")
    assert "60 judged pairs would be shown." in words
    assert "2 of them are of two different people." in words
    assert "25 pairs of one person would not be shown." in words


@pytest.mark.parametrize("wrong", ["", "2", "x", "0.123", "nan"])
def test_a_threshold_that_is_none_shows_the_usual_one(enter, people, judged, wrong):
    assert "92 judged pairs would be shown." in shown(enter(people.data_officer), threshold=wrong)


def test_what_matching_says_too_much_is_said(enter, people, judged):
    words = shown(enter(people.data_officer))
    assert "Matching says too much at:" in words
    assert "0.9 to under 0.99" in words


def test_the_picture_says_where_its_numbers_are(enter, people, judged):
    page = enter(people.data_officer).get("quality")
    assert 'role="img"' in page.text
    assert page.text.count('class="korgoo-bars__bar korgoo-bars__bar--during"') == 3


def test_reading_writes_nothing(enter, people, judged):
    browser = enter(people.data_officer)
    before = AuditEvent.objects.count()
    shown(browser)
    assert AuditEvent.objects.count() == before
    assert browser.client.post(reverse("counting:quality")).status_code == 405
    assert not AuditEvent.objects.filter(event=Event.PERSONS_COUNTED).exists()


def test_the_home_page_leads_there(enter, people):
    browser = enter(people.coordinator)
    home = browser.get(reverse("web:home")).text
    assert reverse("counting:quality") in home
    assert reverse("counting:persons") in home


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_the_pages_stand_in_every_language(enter, people, judged, language):
    browser = enter(people.coordinator)
    browser.client.cookies["language"] = language
    for page in ("quality", "persons"):
        assert browser.get(page).status_code == 200
