"""The desk in a real browser: looking something up changes one place and loses nothing; no barriers."""

import pytest

from korgoo.desk.models import Contact
from korgoo.rights import api as rights
from tests import factories_rights as made
from tests.browser.cast import enter as sign_in
from tests.browser.walker import SEEN, Eye, Walker
from tests.desk.conftest import NOTE, record, trusting, wrote

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def walker(live_server, new_context, house):
    """An operator at a narrow telephone, with scripts or without; none may meet a fault."""
    walkers = []

    def make(*, scripts):
        page = new_context(java_script_enabled=scripts).new_page()
        sign_in(page, house.operator, live_server.url, language="en")
        eye = None if scripts else Eye(new_context().new_page())
        walkers.append(Walker(page, live_server.url, eye=eye, seen=SEEN))
        return walkers[-1]

    yield make
    assert [fault for one in walkers for fault in one.faults] == []


@pytest.fixture
def cards(house):
    return rights.load(made.information(made.item(), numbers=[made.number()]))


@pytest.mark.parametrize("scripts", [True, False])
def test_cards_and_danger_are_looked_up_inside_the_form(walker, cards, scripts):
    operator = walker(scripts=scripts)
    operator.go("/desk/new/")
    page = operator.page
    page.select_option("select[name=language]", "ky")
    page.locator("summary").last.click()
    page.fill("textarea[name=note]", NOTE)
    page.fill("input[name=look_words]", "Title of ru-passport")
    page.press("input[name=look_words]", "Enter")
    page.wait_for_selector("#cards input[name=cards]")
    page.check("#cards input[name=cards]", force=True)
    page.check("input[name=danger][value=yes]", force=True)
    if scripts:
        page.wait_for_selector("#danger-now .korgoo-notice--urgent")
    page.click("button[name=look]")
    page.wait_for_selector("#cards input[name=cards]:checked")
    page.wait_for_selector("#danger-now .korgoo-notice--urgent")

    assert page.input_value("textarea[name=note]") == NOTE
    assert page.is_checked("input[name=danger][value=yes]")
    assert not Contact.objects.exists()
    page.check("input[name=asked][value=documents]", force=True)
    page.check("input[name=has_agreed][value=yes]", force=True)
    page.click("button[name=save] >> nth=0")
    page.wait_for_url("**/desk/contact/**")
    row = Contact.objects.get()
    assert (row.danger, row.cards) == ("yes", ["ru-passport"])


def test_no_page_of_the_desk_is_a_barrier(walker, house):
    wrote()
    kept = record(house.operator, trusting())
    operator = walker(scripts=False)
    for step in ("", "open/", "call/", "outcome/", "pass-on/", "join/", "forget/", "case/"):
        operator.go(f"/desk/contact/{kept.pk}/{step}")
    for page in ("", "new/", "new/?danger=yes", "find/", "hand-over/"):
        operator.go(f"/desk/{page}")
