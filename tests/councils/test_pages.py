"""Pages of councils: who may, who may not finds nothing, and bad input keeps what was typed."""

import pytest

from korgoo.councils import services
from korgoo.councils.models import Body, Contact, Seat, Succession
from korgoo.councils.services import ContactFacts

DAY = {"valid_from_year": "2026", "valid_from_month": "3", "valid_from_day": "1"}


@pytest.mark.parametrize("who", ["secretary", "officer", "head", "observer", "stranger"])
def test_everybody_in_the_platform_sees_the_councils(people, enter, words_of, who):
    browser = enter(getattr(people, who))
    assert "Invented council" in words_of(browser.get("list"))
    page = words_of(browser.get("body", people.council.pk))
    assert "Composition on 2 March 2026" in page
    assert "Invented Police" in page


def test_a_past_day_shows_who_sat_then(people, enter, words_of):
    page = enter(people.head).get(
        "body", people.council.pk, day_year="2020", day_month="5", day_day="1"
    )
    assert "Nobody is known to sit there on this day." in words_of(page)


def test_an_impossible_day_is_said_and_today_is_shown(people, enter, words_of):
    page = enter(people.head).get(
        "body", people.council.pk, day_year="2026", day_month="2", day_day="31"
    )
    words = words_of(page)
    assert "There is no such day." in words
    assert "Composition on 2 March 2026" in words


def test_the_keeper_gives_a_seat(people, enter):
    browser = enter(people.secretary)
    data = {"organisation": people.other.pk, "kind": "member", **DAY}
    response = browser.post("add_seat", people.council.pk, **data)
    assert response.url == browser.address("body", people.council.pk)
    assert Seat.objects.filter(organisation=people.other).exists()


def test_a_second_chair_is_refused_on_the_page_with_what_was_typed(people, enter, words_of):
    data = {"organisation": people.other.pk, "kind": "chair", "position": "Head of Osh", **DAY}
    page = enter(people.secretary).post("add_seat", people.council.pk, **data)
    assert page.status_code == 422
    assert "There would be two chairs at once: Invented Police" in words_of(page)
    assert 'value="Head of Osh"' in page.text


@pytest.mark.parametrize("page", ["add_seat", "change", "end", "bring"])
def test_who_does_not_keep_it_finds_no_form(people, enter, page):
    assert enter(people.stranger).get(page, people.council.pk).status_code == 404
    assert enter(people.officer).get(page, people.council.pk).status_code == 404


def test_the_same_form_sent_twice_gives_one_seat(people, enter):
    browser = enter(people.secretary)
    data = {"organisation": people.other.pk, "kind": "member", **DAY}
    data["submission_key"] = "7c0ff0f0-0000-4000-8000-000000000001"
    first, second = (browser.post("add_seat", people.council.pk, **data) for _ in range(2))
    assert first.url == second.url
    assert Seat.objects.filter(organisation=people.other).count() == 1


def test_a_seat_ends_and_its_office_changes(people, enter, words_of):
    browser = enter(people.secretary)
    seat = Seat.objects.get(organisation=people.shelter)
    browser.post("office", seat.pk, position="Director", phone="+996 312 1")
    assert "Director" in words_of(browser.get("body", people.council.pk))
    last = {"last_day_year": "2026", "last_day_month": "2", "last_day_day": "28"}
    browser.post("end_seat", seat.pk, **last)
    seat.refresh_from_db()
    assert str(seat.valid_to) == "2026-02-28"
    assert "Seats that had ended" in words_of(browser.get("body", people.council.pk))


def test_who_co_ordinates_adds_a_council(people, enter):
    browser = enter(people.central)
    data = {"kind": "working_group", "name_ky": "а", "name_ru": "б", "name_en": "Group c"}
    browser.post("found", **data, keeper=people.region.pk)
    assert Body.objects.get(name_en="Group c").keeper == people.region
    assert enter(people.secretary).get("found").status_code == 404


def test_facts_of_a_council_are_changed_and_it_ends(people, enter, words_of):
    browser = enter(people.central)
    data = {"kind": "regional", "name_ky": "а", "name_ru": "б", "name_en": "Renamed"}
    browser.post("change", people.council.pk, **data)
    last = {"last_day_year": "2026", "last_day_month": "3", "last_day_day": "1"}
    browser.post("end", people.council.pk, **last)
    words = words_of(browser.get("list"))
    assert "Not there today" in words
    assert "Renamed" in words


def test_whom_to_call_is_written_searched_checked_and_taken_off(people, enter, words_of, clock):
    browser = enter(people.secretary)
    data = {
        "organisation": people.region.pk,
        "matter": "shelter",
        "position": "Duty officer",
        "phone": "+996 312 000",
    }
    browser.post("add_contact", **data)
    row = Contact.objects.get()
    clock.forward(days=200)
    browser = enter(people.secretary)
    assert "Long ago" in words_of(browser.get("contacts"))
    browser.post("check_contact", row.pk)
    assert "Long ago" not in words_of(browser.get("contacts"))
    assert "Nobody is written down for this." in words_of(browser.get("contacts", matter="labour"))
    browser.post("end_contact", row.pk)
    assert "Nobody is written down yet." in words_of(browser.get("contacts"))


def test_another_organisations_contact_is_not_changed(people, enter):
    facts = ContactFacts(people.police.pk, "safety", "Duty officer", "+996 000")
    row = services.add_contact(facts, actor=people.chair.actor)
    assert enter(people.secretary).post("check_contact", row.pk).status_code == 404


def test_a_succession_shows_what_passes_before_it_is_recorded(people, enter, words_of):
    browser = enter(people.central)
    data = {
        "ended": people.police.pk,
        "successor": people.other.pk,
        "day_year": "2026",
        "day_month": "3",
        "day_day": "2",
        "basis": "Decree 1",
    }
    page = browser.post("succeed", **data)
    assert page.status_code == 200
    assert "Seat: Invented council" in words_of(page)
    assert not Succession.objects.exists()
    browser.post("succeed", **data, confirmed="1")
    assert Succession.objects.get().successor == people.other
    words = words_of(browser.get("body", people.council.pk))
    assert "until 1 March 2026 as Invented Police" in words
    assert enter(people.secretary).get("succeed").status_code == 404


def test_an_impossible_succession_keeps_what_was_typed(people, enter, words_of):
    data = {"ended": people.police.pk, "successor": people.police.pk, "basis": "Decree 7"}
    day = {"day_year": "2026", "day_month": "2", "day_day": "30"}
    page = enter(people.central).post("succeed", **data, **day)
    assert page.status_code == 422
    assert "There is no such day." in words_of(page)
    assert 'value="Decree 7"' in page.text
