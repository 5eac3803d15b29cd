"""The calendar feed: RFC 5545, read back by a parser, and what it must not tell."""

import re
from datetime import UTC, timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from korgoo.access.models import Membership
from korgoo.meetings import services
from korgoo.meetings.models import CalendarFeed
from tests import factories_councils as made

LONG_PLACE = (
    "Ош шаары, Ленин көчөсү 221, экинчи кабат, чоң жыйындар залы; кире бериш арткы короодон, 5"
)


def fetch(token):
    return Client().get(f"/meetings/calendar/{token}.ics")


def events(response):
    return Calendar.from_ical(response.content).walk("VEVENT")


@pytest.fixture
def token(people):
    return services.renew_feed(actor=people.head.actor)


def test_a_member_fetches_the_meetings_to_which_they_are_invited(people, token):
    row = made.invited(people, title="Raid on the market", place=LONG_PLACE)
    made.planned(people)
    (event,) = events(fetch(token))
    assert event["UID"] == f"{row.pk}@korgoo"
    assert event.decoded("DTSTART") == row.starts_at.astimezone(UTC)
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(minutes=120)
    assert event.decoded("DTSTAMP").tzinfo is not None
    assert str(event["LOCATION"]) == LONG_PLACE
    assert event["STATUS"] == "CONFIRMED"


def test_the_feed_keeps_the_rules_of_rfc_5545(people, token):
    made.invited(people, place=LONG_PLACE)
    response = fetch(token)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    data = response.content
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines), max(lines, key=len)
    for line in lines:
        line.decode()  # folded between letters, never inside one
    unfolded = data.replace(b"\r\n ", b"").decode()
    for name in ("VERSION:2.0", "PRODID:", "METHOD:PUBLISH"):
        assert name in unfolded
    event = unfolded.partition("BEGIN:VEVENT")[2]
    for name in ("UID:", "DTSTAMP:", "DTSTART", "DTEND", "SUMMARY:", "SEQUENCE:"):
        assert len(re.findall(rf"^{name}", event, re.MULTILINE)) == 1
    assert re.search(r"^DTSTAMP:\d{8}T\d{6}Z", event, re.MULTILINE)


def test_the_feed_tells_no_title_no_agenda_no_link_and_nobody(people, token):
    row = made.invited(people, title="Raid on the market", link="https://video.example/secret")
    services.add_item(row.pk, "A child from the south", actor=people.secretary.actor)
    words = fetch(token).content.replace(b"\r\n ", b"").decode()
    for secret in (
        "Raid",
        "market",
        "child",
        "video.example",
        "ATTENDEE",
        "ORGANIZER",
        "Invented",
    ):
        assert secret not in words
    assert "CLASS:PRIVATE" in words


def test_a_change_raises_the_sequence_and_a_cancelled_meeting_stays_as_cancelled(people, token):
    row = made.invited(people)
    before = int(events(fetch(token))[0]["SEQUENCE"])
    services.cancel(row.pk, "Snow", actor=people.secretary.actor)
    (event,) = events(fetch(token))
    assert event["STATUS"] == "CANCELLED"
    assert int(event["SEQUENCE"]) > before
    assert "Snow" not in fetch(token).text


def test_only_a_hash_is_kept_and_a_new_address_ends_the_old_one(people, token):
    row = CalendarFeed.objects.get()
    assert token not in (row.digest, str(row.pk))
    fresh = services.renew_feed(actor=people.head.actor)
    assert fetch(token).status_code == 404
    assert fetch(fresh).status_code == 200
    services.drop_feed(actor=people.head.actor)
    assert fetch(fresh).status_code == 404


@pytest.mark.parametrize("wrong", ["x", "0" * 43, "%00"])
def test_a_guessed_address_finds_nothing(people, wrong):
    assert fetch(wrong).status_code == 404


def test_who_left_the_organisation_fetches_nothing(people, token, clock):
    made.invited(people)
    Membership.objects.filter(user=people.head.user).update(valid_to="2026-03-02")
    assert fetch(token).status_code == 200
    clock.forward(days=1)
    assert fetch(token).status_code == 404


def test_who_reads_of_no_meetings_any_more_fetches_nothing(people, token):
    made.invited(people)
    Membership.objects.filter(user=people.head.user).update(role="organisation_administrator")
    assert fetch(token).status_code == 404


def test_an_organisation_outside_has_an_empty_calendar(people):
    made.invited(people)
    token = services.renew_feed(actor=people.stranger.actor)
    assert events(fetch(token)) == []


def test_the_address_is_shown_once(people, enter, words_of):
    browser = enter(people.head)
    assert "Make my address" in words_of(browser.get("calendar"))
    page = browser.post("renew")
    address = re.search(r"http://testserver/meetings/calendar/(\S+)\.ics", page.text)
    assert page["Cache-Control"] == "no-store, private"
    assert fetch(address[1]).status_code == 200
    again = browser.get("calendar")
    assert ".ics" not in again.text
    assert "Make a new address" in words_of(again)
    browser.post("switch_off")
    assert fetch(address[1]).status_code == 404
