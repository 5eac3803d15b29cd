"""By keyboard alone: one always sees where one is, and every form can be filled and sent."""

import pytest

from korgoo.casework.models import Case
from korgoo.identification.models import Screening
from tests import factories_casework
from tests.browser import steps
from tests.browser.keys import MOST_STOPS, Keys, assert_focus_shows

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def keys(walkers, people):
    return Keys(walkers(people.inspector))


def test_the_first_contact_is_made_without_a_mouse(keys):
    keys.walker.go("/cases/new/")
    for name, value in (("danger", "no"), ("matter", "wages"), ("channel", "phone")):
        keys.choose(name, value)
    keys.reach("main select[name=language]")
    while keys.page.input_value("main select[name=language]") != "ru":
        keys.page.keyboard.press("ArrowDown")
    keys.press("main form[action='/cases/new/'] button", key="Space")
    assert keys.walker.path.endswith("/help/")
    row = Case.objects.get()
    assert (row.danger, row.matter, row.channel, row.language) == ("no", "wages", "phone", "ru")


def test_a_card_is_filled_without_a_mouse(keys, people):
    case = factories_casework.case(people.inspector)
    keys.walker.go(f"/cases/{case.pk}/screen/")
    keys.choose("talk", "alone")
    keys.choose("view", "labour-inspector")
    keys.press("main form button")
    while "/opinion/" not in keys.walker.path:
        for key, option in steps.BUILDING_SITE.items():
            if keys.walker.has(f"[name='q-{key}']"):
                keys.choose(f"q-{key}", option)
        keys.press("main form button[type=submit]")
    keys.choose("opinion", "presumed")
    keys.press("main form button")
    assert keys.walker.path.endswith("/reading/")
    row = Screening.objects.get()
    assert row.reading["outcome"] == "strong"
    assert dict(row.choices.values_list("question", "option")) == steps.BUILDING_SITE


def test_the_skip_link_comes_first_and_leads_to_the_content(keys):
    keys.walker.go("/home/")
    keys.page.keyboard.press("Tab")
    assert keys.at(".govuk-skip-link")
    box = keys.page.locator(".govuk-skip-link").bounding_box()
    assert box["width"] > 50
    assert box["y"] >= 0
    keys.page.keyboard.press("Enter")
    assert keys.at("#main")
    keys.page.keyboard.press("Tab")
    assert keys.at("#main *")


@pytest.mark.parametrize("path", ["/home/", "/cases/", "/cases/new/", "/referrals/help-came/"])
def test_every_stop_of_the_focus_can_be_seen(keys, path):
    keys.walker.go(path)
    stops = 0
    while stops < MOST_STOPS:
        keys.page.keyboard.press("Tab")
        if keys.at("body"):
            break
        stops += 1
        assert_focus_shows(keys.page)
    assert stops > 5


def test_a_page_that_hides_its_focus_would_be_found(keys):
    keys.walker.go("/home/")
    keys.page.evaluate(
        """() => { const sheet = new CSSStyleSheet();
          sheet.replaceSync("*, *::before { outline: none !important; box-shadow: none !important;"
            + "background: none !important; border: none !important; }");
          document.adoptedStyleSheets = [sheet]; }"""
    )
    keys.page.keyboard.press("Tab")
    with pytest.raises(AssertionError, match="nothing shows the focus"):
        assert_focus_shows(keys.page)
