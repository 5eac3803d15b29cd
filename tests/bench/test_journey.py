"""A journey is walked by addresses and names of fields, and every answer is added up."""

import journey
import pytest
from harness.client import Answer, Browser, forms
from journey import Cost, Ledger, Walker

PAGE = '<form action="/a/send/" method="post"><input type="hidden" name="kept" value="1"></form>'


class Server(Browser):
    """Answers what it was told to, and remembers what it was asked."""

    def __init__(self, **answers):
        super().__init__(1)
        self.answers, self.asked = answers, []

    def get(self, path):
        self.asked.append((path, None))
        return self.answers["get"].pop(0)

    def post(self, path, fields):
        self.asked.append((path, fields))
        return self.answers["post"].pop(0)


def answer(text="", status=200, location="", cost="3 1500"):
    return Answer(status, {"x-bench-cost": cost, "location": location}, text.encode())


def walker(**answers):
    return Walker(Server(**answers), Ledger(), step="first")


def test_a_form_is_sent_with_its_hidden_fields_and_the_redirect_is_followed():
    one = walker(get=[answer(PAGE), answer("done")], post=[answer("", 302, "/a/done/")])
    one.go("/a/")
    one.send("/send/", chosen="yes")
    asked = dict(one.browser.asked)["/a/send/"]
    assert (asked["kept"], asked["chosen"]) == ("1", "yes")
    assert asked["submission_key"]
    assert one.path == "/a/done/"
    assert one.ledger.steps["first"] == [Cost(3, 1.5)] * 3


def test_a_refused_form_ends_the_journey_and_says_why():
    one = walker(get=[answer(PAGE)], post=[answer('<p class="error-message">No</p>', 422)])
    one.go("/a/")
    with pytest.raises(RuntimeError, match=r"422.*No"):
        one.send("/send/")


def test_a_form_that_is_not_there_is_named():
    one = walker(get=[answer(PAGE)])
    one.go("/a/")
    with pytest.raises(LookupError, match="/other/"):
        one.send("/other/")


def test_the_whole_stands_beside_as_many_bare_requests():
    walks = [Ledger({"a": [Cost(1, 2.0)], "b": [Cost(2, 4.0), Cost(3, 6.0)]}) for _ in range(3)]
    *_steps, whole = journey.rows_of("SQLite", walks, bare=2.0)
    assert whole == ["whole journey", "SQLite", 3, 6, 12.0, 6.0, 2.0]


def test_the_forms_of_a_page_are_found_by_their_addresses():
    assert forms(PAGE) == {"/a/send/": {"kept": "1"}}
