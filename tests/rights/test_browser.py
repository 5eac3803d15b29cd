"""The editors' pages in a real browser at 360 points, by their own links: no barriers, no faults."""

import pytest

from tests.browser.cast import enter as sign_in
from tests.browser.walker import SEEN, Eye, Walker

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def editor(live_server, new_context, people, told):
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, people.editor, live_server.url, language="en")
    walker = Walker(page, live_server.url, eye=Eye(new_context().new_page()), seen=SEEN)
    yield walker
    assert walker.faults == []


def test_no_page_of_the_editors_is_a_barrier(editor):
    of_one = ("", "write/", "1/", "1/end/", "1/confirm/")
    for page in (
        "",
        "log/",
        "write/",
        "write/russia/law/",
        *(f"i/ru-passport/{p}" for p in of_one),
    ):
        editor.go(f"/content/{page}")
    for page in ("", "check/", "new/", "n/embassy-ru/", "n/embassy-ru/correct/"):
        editor.go(f"/content/numbers/{page}")
    for page in ("files/", "history/", "history/ru-passport/"):
        editor.go(f"/content/{page}")
