"""Pages that a telephone keeps: all of a country after one visit, none of another, and none grown old."""

from datetime import UTC, datetime

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.utils.translation import gettext as _
from playwright.sync_api import expect

from korgoo.public import pages
from korgoo.rights import api as rights
from tests import factories_rights as made
from tests.browser.steps import wait_for

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PLACE, ANSWER = "/ky/rights/russia/", "/ky/rights/russia/q/passport-taken/"
LATER = datetime(2026, 6, 1, 9, tzinfo=UTC)  # 90 days after its source a rule is not believed
FONT = "one => getComputedStyle(one).fontFamily"
KEPT = """caches.open("korgoo-pages").then(pages => pages.match("/ky/kept/russia.json"))
  .then(list => !!list)"""


@pytest.fixture
def told(transactional_db, clock):
    return rights.load(
        made.information(
            made.item(numbers=["embassy-ru"]),
            made.advice(),
            made.item("kz-days", destination="kazakhstan", questions=[], steps=[]),
            numbers=[made.number()],
        )
    )


@pytest.fixture
def arrived(monkeypatch):
    """Keep the address of every request that reaches the server.

    But for the worker's own script: the browser looks for a newer one by itself, when it likes, and this
    look does not heed that a page is offline.
    """
    kept, answer = [], WSGIHandler.__call__

    def watched(handler, environ, start_response):
        if environ["PATH_INFO"] != "/sw.js":
            kept.append(environ["PATH_INFO"])
        return answer(handler, environ, start_response)

    monkeypatch.setattr(WSGIHandler, "__call__", watched)
    return kept


@pytest.fixture
def phone(walkers, told, clock):
    """A telephone that was once on the page of Russia, and has no network now."""
    walker = walkers(service_workers="allow")
    walker.page.clock.set_fixed_time(clock.now)
    walker.go(PLACE)
    wait_for(lambda: walker.page.evaluate(KEPT), "the list of kept pages")
    walker.page.context.set_offline(True)
    return walker


def test_after_one_visit_every_page_of_the_country_opens_without_a_network(phone, arrived):
    arrived.clear()
    listed = pages.kept("ky", "russia").pages
    assert {PLACE, ANSWER, f"{PLACE}i/ru-passport/", f"{PLACE}sms/", f"{PLACE}card/"} < set(listed)
    for path in listed:
        phone.go(path)
        assert phone.path == path
        assert phone.page.inner_text("main h1") != _("There is no network now"), path
    phone.go(ANSWER)
    assert "Words of ru-passport." in phone.words
    assert phone.page.locator("main p").first.evaluate(FONT).startswith('"Golos Text"')
    assert arrived == []


def test_a_country_that_was_not_visited_says_that_there_is_no_network(phone, arrived):
    arrived.clear()
    phone.go("/ky/rights/kazakhstan/")
    assert phone.page.inner_text("main h1") == _("There is no network now")
    assert phone.has("main a[href='tel:189']")
    phone.follow(f"main a[href='{PLACE}']")
    assert phone.path == PLACE
    phone.go("/en/rights/kazakhstan/")
    assert phone.page.get_attribute("html", "lang") == "en"
    assert arrived == []


def test_a_kept_page_that_grew_old_shows_a_number_instead_of_its_words(phone):
    phone.go(ANSWER)
    words, number = "Words of ru-passport.", "#ru-passport a[href='tel:+70000000001']:visible"
    assert words in phone.words

    phone.page.clock.set_fixed_time(LATER)
    phone.go(ANSWER)
    assert words not in phone.words
    assert "Words of ru-advice." in phone.words  # advice is believed for half a year
    assert phone.page.locator("#ru-passport [data-korgoo-stale]").is_visible()
    expect(phone.page.locator(number)).to_have_count(1)
    phone.go(f"{PLACE}sms/")
    assert "Short ru-passport." not in phone.words
    phone.go(f"{PLACE}card/")
    assert "Short ru-passport." not in phone.words
    assert "Short ru-advice." in phone.words


def test_what_changed_meanwhile_comes_with_the_network(phone, told):
    phone.page.context.set_offline(False)
    assert rights.load(made.information(made.item("ru-more"), numbers=[made.number()]))

    def is_told():
        phone.go(ANSWER)  # on a line slower than the worker's patience the kept page comes first
        return "Words of ru-more." in phone.words

    wait_for(is_told, "the new statement")
