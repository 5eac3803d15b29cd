"""Somebody abroad, on a small telephone and a slow line, finds what to do; and never finds old advice."""

import pytest
from django.utils.translation import gettext as _
from playwright.sync_api import expect

from korgoo.rights import api as rights
from tests.browser.line import Line
from tests.browser.walker import barriers

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
ANSWER = "/ky/rights/russia/q/passport-taken/"
ADVICE = "Паспорт – сиздики, аны кайтаруу үчүн акча төлөбөңүз"
EMBASSY = "tel:+79251155047"
BYTES, REQUESTS = 60_000, 5
STEP = "work"  # one of the steps of a journey
KINDS = (
    "/ky/",
    "/ky/rights/",
    "/ky/rights/q/passport-taken/",
    "/ky/rights/russia/",
    ANSWER,
    f"/ky/rights/russia/s/{STEP}/",
    "/ky/rights/russia/i/ru-passport-taken/",
    "/ky/rights/russia/all/",
    "/ky/rights/russia/card/",
    "/ky/rights/russia/sms/",
    "/ky/rights/search/",
    "/ky/agencies/",
    "/ky/offers/",
    "/ky/ask/",
)
FIRST_DAY = "2025-ж., 11-ноябрь"
OLD, NEW = "#uk-six-in-twelve", "#uk-six-in-ten"


@pytest.fixture
def told(transactional_db, clock):
    """Everything that the country pack tells, in the week in which it was written."""
    clock.set(2026, 12, 1, 9)
    rights.load_pack()


@pytest.fixture
def reader(walkers, clock):
    """Make readers whose telephones show the day that the platform's clock shows."""

    def make(**more):
        walker = walkers(**more)
        walker.page.clock.set_fixed_time(clock.now)
        return walker

    return make


@SCRIPTS
def test_on_a_slow_line_three_taps_lead_to_what_to_do_about_a_taken_passport(
    reader, told, scripts
):
    person = reader(scripts=scripts)
    line = Line(person.page)
    line.slow()
    person.go("/ky/")
    assert 0 < len(line.asked) <= REQUESTS
    assert 0 < line.weight <= BYTES

    for tap in ("/ky/rights/", "/ky/rights/russia/", ANSWER):
        person.follow(f"main a[href='{tap}']")

    assert ADVICE in person.words
    first = person.page.locator("main a").nth(1)  # after the way back
    assert first.get_attribute("href") == EMBASSY
    assert first.bounding_box()["y"] < person.page.viewport_size["height"]
    for number in person.page.locator("main .korgoo-call__number").all():
        spoken = number.inner_text().replace(" ", "")
        assert number.get_attribute("href") == f"tel:{spoken}"
    assert {request.split("/")[2] for request in line.asked} == {person.base.split("/")[2]}


def test_each_kind_of_page_is_light_fits_the_telephone_and_has_no_barrier(reader, told):
    person = reader()
    line, heavy = Line(person.page), []
    for path in KINDS:
        line.anew()
        person.go(path)
        if len(line.asked) > REQUESTS or line.weight > BYTES:
            heavy.append((path, len(line.asked), line.weight))
        person.faults += barriers(person.page)
    assert heavy == []


@SCRIPTS
def test_a_search_that_spells_poorly_finds_the_same(reader, told, scripts):
    """Without the letters ң, ө and ү, and with a slip."""
    person = reader(scripts=scripts)
    person.go("/ky/rights/russia/")
    person.fill(words="паспортту алып койушту")
    person.send("/rights/search/")
    assert person.path == "/ky/rights/search/"
    if scripts:
        person.faults += barriers(person.page)
    person.follow(f"main a[href='{ANSWER}']")
    assert ADVICE in person.words


def test_what_nobody_checked_in_time_gives_a_number_instead_of_old_advice(reader, told, clock):
    clock.forward(days=200)
    person = reader()
    person.go(ANSWER)
    statement = person.page.locator("#ru-passport-taken")
    expect(statement).to_contain_text(_("This is being checked."))
    expect(statement.locator(f"a[href='{EMBASSY}']")).to_be_visible()
    assert ADVICE not in person.source
    person.go("/ky/rights/russia/sms/")
    assert "Паспорт үчүн төлөбөңүз" not in person.source


def test_the_rule_for_british_farms_before_and_after_november_2025(reader, walkers, people, clock):
    clock.set(2025, 11, 5, 9)
    rights.load_pack()
    person, page = reader(), "/ky/rights/united-kingdom/s/entry/"
    person.go(page)
    assert "12 айдын ичинде 6 айга чейин гана" in person.page.locator(OLD).inner_text()
    assert FIRST_DAY in person.page.locator(f"{NEW} strong").first.inner_text()

    clock.set(2026, 4, 15, 9)
    person.page.clock.set_fixed_time(clock.now)
    person.go(page)
    rule = person.page.locator(NEW)
    assert "10 айдын ичинде 6 айга чейин" in rule.inner_text()
    rule.locator("summary").click()
    assert FIRST_DAY in rule.locator("details").inner_text()
    assert not person.has(OLD)
    assert "12 айдын ичинде 6 айга чейин гана" not in person.source

    worker = walkers(people.shelter, eye=True)
    worker.go("/content/history/")
    worker.select(destination="united-kingdom")
    worker.fill(on="5.11.2025")
    worker.send("/content/history/")
    row = worker.page.locator("tr", has=worker.page.locator("a[href$='/uk-six-in-twelve/']"))
    assert "10.11.2025" in row.inner_text()
    assert not worker.has("a[href$='/uk-six-in-ten/']")
    worker.follow("main a[href$='/uk-six-in-twelve/']")
    assert "12 айдын ичинде 6 айга чейин гана" in worker.words
