"""The small script that keeps a half-typed form, in a real browser under the real policy."""

import time

import pytest
from django.test import Client

from korgoo.access import kept
from korgoo.access.models import KeptForm
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HEAD = (
    '<meta name="korgoo-keep" content="/account/keep/">'
    '<script src="/static/korgoo/keep.js" defer></script></head>'
)


@pytest.fixture
def somebody():
    return factories.member("organisation_administrator", "case_worker")


@pytest.fixture
def page(context, live_server, somebody):
    """A page with a form, with the script in its head."""
    inside = Client()
    factories.sign_in(inside, somebody)
    cookies = [
        {"name": name, "value": morsel.value, "url": live_server.url}
        for name, morsel in inside.cookies.items()
    ]
    context.add_cookies(cookies)
    opened = context.new_page()

    def with_script(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</head>", HEAD, 1))

    opened.route("**/members/add/", with_script)
    opened.goto(f"{live_server.url}/members/add/")
    return opened


def leave(page, live_server):
    page.goto(f"{live_server.url}/account/")


def arrived():
    """Wait for the form: the browser sends it after the page is gone."""
    end = time.monotonic() + 10
    while time.monotonic() < end and not KeptForm.objects.exists():
        time.sleep(0.05)
    return KeptForm.objects.get()


def test_what_was_half_typed_is_kept_when_the_page_is_left(page, live_server, somebody):
    page.fill("[name=name]", "Зарина Жаңыбекова")
    leave(page, live_server)
    row = arrived()
    assert row.path == "/members/add/"
    _row, fields = kept.open_kept(row.pk, actor=somebody.actor)
    assert fields["name"] == ["Зарина Жаңыбекова"]


def test_a_form_nobody_touched_is_not_kept(page, live_server):
    leave(page, live_server)
    page.wait_for_load_state("networkidle")
    assert not KeptForm.objects.exists()


def test_a_form_that_was_sent_is_not_kept(page, live_server):
    page.fill("[name=name]", "Зарина Жаңыбекова")
    page.fill("[name=email]", "zarina@example.org")
    page.check("[name=role][value=officer]")
    page.click("main form button")
    page.wait_for_url("**/members/*/")
    page.wait_for_load_state("networkidle")
    assert not KeptForm.objects.exists()
