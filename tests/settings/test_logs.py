"""What a log line may hold of an address: the page, never what opens it."""

from importlib import import_module

import pytest

logs = import_module(
    "korgoo.settings.logs"
)  # its settings are Django's to read, its rules ours to test
hide, shorten_addresses = logs.hide, logs.shorten_addresses


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (
            "Internal Server Error: /meetings/calendar/ThisOpensTheCalendarOfSomebody.ics",
            "Internal Server Error: /meetings/calendar/…",
        ),
        (
            "Internal Server Error: /cases/1e4bc306-05c3-d443-5bb5-562317a5c7f8/tell/",
            "Internal Server Error: /cases/…/tell/",
        ),
        ("Internal Server Error: /plan/reports/", "Internal Server Error: /plan/reports/"),
    ],
)
def test_an_error_names_the_page_and_not_what_opens_it(said, kept):
    assert shorten_addresses(None, "error", {"event": said}) == {"event": kept}


def test_a_line_without_words_stays_as_it_is():
    assert shorten_addresses(None, "error", {"event": 7}) == {"event": 7}


def test_what_could_carry_a_person_is_left_out():
    assert hide(None, "error", {"email": "x", "request": "y", "code": 1}) == {"code": 1}
