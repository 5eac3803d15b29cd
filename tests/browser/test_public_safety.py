"""Nobody who looks over the shoulder, into the history or at the line learns what was read."""

import pytest
from playwright.sync_api import expect

from korgoo.access.enums import Mandate, Role
from korgoo.rights import api as rights
from tests import factories
from tests import factories_rights as made
from tests.browser.keys import Keys, assert_focus_shows

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
PLACE, ANSWER = "/ky/rights/russia/", "/ky/rights/russia/q/passport-taken/"
AWAY = "/laws/"
NEUTRAL = "Маалымат"
RECEIVERS = {"centre-employment-abroad": Role.HOTLINE_OPERATOR, "ministry-labour": Role.OFFICER}
FORMS = ("ask/write/", "ask/read/", "offers/", "offers/report/", "agencies/", "agencies/watched/")


@pytest.fixture(autouse=True)
def _told(transactional_db, clock, settings, live_server):
    settings.EXIT_ADDRESS = f"{live_server.url}{AWAY}"
    for code, role in RECEIVERS.items():  # whose keys the forms seal to
        factories.member(role, at=factories.organisation(Mandate.ADVISE, code=code))
    rights.load(made.information(made.item(), made.advice(), numbers=[made.number()]))


@pytest.fixture
def reader(walkers, clock):
    """Make readers whose telephones show the day of the platform; they remember what they asked for."""

    def make(**more):
        walker = walkers(**more)
        walker.page.clock.set_fixed_time(clock.now)
        walker.asked = []
        walker.page.on("request", lambda request: walker.asked.append(request))
        return walker

    return make


def leave_by_click(person):
    person.follow("[data-korgoo-exit]")


def leave_by_keys(person):
    with person.page.expect_navigation():
        for _press in range(3):
            person.page.keyboard.press("Shift")


@pytest.mark.parametrize("leave", [leave_by_click, leave_by_keys])
def test_the_way_out_takes_the_place_of_the_page_in_the_history(reader, leave):
    person = reader()
    person.go("/ky/")
    person.follow("main a[href='/ky/rights/']")
    before = person.page.evaluate("history.length")
    leave(person)
    assert person.path == AWAY
    assert person.page.evaluate("history.length") == before
    person.page.go_back()
    assert person.path == "/ky/"


def test_shift_between_other_keys_is_only_writing(reader):
    person = reader()
    person.go("/ky/rights/search/")
    person.page.click("main [name=words]")
    for key in ("Shift", "Shift", "a", "Shift", "b", "Shift"):
        person.page.keyboard.press(key)
    person.page.wait_for_timeout(100)
    assert person.path == "/ky/rights/search/"


def test_on_wish_reading_leaves_one_neutral_place_in_the_history(reader):
    person = reader()
    person.go("/ky/")
    assert person.page.title() != NEUTRAL
    person.page.click("[data-korgoo-quiet] button")
    before = person.page.evaluate("history.length")
    for tap in ("/ky/rights/", PLACE, ANSWER):
        person.follow(f"main a[href='{tap}']")
        assert person.page.title() == NEUTRAL
        expect(person.page.locator("[data-korgoo-quiet]")).to_be_hidden()
    assert person.page.evaluate("history.length") == before
    person.page.go_back()
    assert person.page.url == "about:blank"


@SCRIPTS
def test_without_a_wish_nobody_is_told_what_was_read(reader, scripts):
    person = reader(scripts=scripts)
    person.go("/ky/")
    for tap in ("/ky/rights/", PLACE, ANSWER):
        person.follow(f"main a[href='{tap}']")
    for form in FORMS:
        person.go(f"/ky/{form}")
        assert person.has("main form")
        assert "csrfmiddlewaretoken" not in person.source
    person.follow("[data-korgoo-exit]")

    assert person.page.context.cookies() == []
    sent = [request.all_headers() for request in person.asked if request.is_navigation_request()]
    assert len(sent) > 10
    assert not [headers["referer"] for headers in sent if "referer" in headers]
    assert {
        request.url.split("/")[2] for request in person.asked if "data:" not in request.url
    } == {person.base.split("/")[2]}


def test_by_keyboard_alone_one_comes_from_the_first_page_to_a_number(reader):
    person = reader()
    keys = Keys(person)
    person.go("/ky/")
    for tap in ("/ky/rights/", PLACE, ANSWER):
        keys.press(f"main a[href='{tap}']")
    keys.reach("main a[href='tel:+70000000001']")
    assert_focus_shows(person.page)
    assert "Words of ru-passport." in person.words
