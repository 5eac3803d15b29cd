"""The pages in a real browser: readable by machine, narrow enough, without an error."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDTHS = [360, 1280]


@pytest.fixture
def visit(page, live_server, settings, pack):
    """Open an address; anything the browser complains about fails the test."""
    settings.DEMO = True
    complaints = []
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("response", lambda r: complaints.append(r.url) if r.status >= 400 else None)

    def opened(path, width=360):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{live_server.url}{path}")
        return page

    yield opened
    assert complaints == []


def faults(page):
    found = Axe().run(page).response["violations"]
    return [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["/", "/components/"])
def test_a_page_has_no_barrier_and_fits_its_window(visit, path, width):
    page = visit(path, width)
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_form_with_errors_has_no_barrier_and_leads_to_the_field(visit):
    page = visit("/components/")
    page.fill("[name=when_day]", "soon"[:2])
    page.click("form[action='/components/'] button:not([name])")
    page.wait_for_selector(".govuk-error-summary")
    assert faults(page) == []
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    page.click(".govuk-error-summary a >> nth=0")
    assert page.evaluate("document.activeElement.id") == "id_name"


def test_the_way_out_leaves_no_way_back(visit, live_server):
    page = visit("/components/")
    page.goto(f"{live_server.url}/")
    way_out = page.locator("[data-korgoo-exit]")
    way_out.evaluate("link => { link.href = '/components/?neutral' }")
    way_out.click()
    page.wait_for_url("**/components/?neutral")
    page.go_back()
    assert page.url.endswith("/components/")


@pytest.mark.parametrize(
    ("path", "choice", "there"),
    [("/", "a[hreflang=ru]", "/ru/"), ("/components/", "button[lang=ru]", "/components/")],
)
def test_the_language_is_switched_by_keyboard_alone(visit, path, choice, there):
    page = visit(path)
    page.locator(choice).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("html[lang=ru]")
    assert page.url.endswith(there)
