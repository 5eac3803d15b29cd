"""The walker itself: what fails on a page does not stay unseen."""

import pytest

from tests.browser.walker import Eye, Walker

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def walker(new_context, live_server, people):
    return Walker(new_context().new_page(), live_server.url)


def test_a_page_that_is_not_there_is_a_fault(walker):
    walker.go("/nowhere/")
    (fault,) = walker.faults
    assert fault.startswith("404")


def test_an_awaited_answer_is_forgiven_once(walker):
    for awaited in (422, None):
        walker.go("/referrals/help-came/")
        walker.send("/help-came/", forgive=awaited)
    (fault,) = walker.faults
    assert fault.startswith("422")


def test_an_error_on_the_console_is_a_fault(walker):
    walker.go("/")
    walker.page.evaluate("console.error('something broke')")
    assert walker.faults == ["something broke"]


def test_a_page_wider_than_the_telephone_is_a_fault(walker):
    walker.page.add_init_script(
        "addEventListener('DOMContentLoaded', () => document.body.style.minWidth = '999px')"
    )
    walker.go("/")
    assert walker.faults == ["/: 999 px wide"]


def test_a_barrier_is_a_fault(walker, new_context):
    walker.eye = Eye(new_context().new_page())
    walker.eye.page.add_init_script(
        "addEventListener('DOMContentLoaded', () => document.documentElement.removeAttribute('lang'))"
    )
    walker.go("/")
    (fault,) = walker.faults
    assert "html-has-lang" in fault
