import pytest
from django.core.cache import cache
from django.utils import translation

from korgoo.lib import drawn
from tests.browser.cast import cast, enter
from tests.browser.walker import SEEN, Eye, Walker


@pytest.fixture(autouse=True)
def _no_tries_counted_before():
    cache.clear()


@pytest.fixture(autouse=True)
def _no_pages_drawn_before():
    drawn._drawn.clear()


@pytest.fixture(autouse=True)
def _kyrgyz():
    """Names are compared in the language of the pages, whatever a test before left in force."""
    with translation.override("ky"):
        yield


@pytest.fixture
def people(transactional_db, clock):
    """The four who act, on a working day in March."""
    return cast()


@pytest.fixture
def walkers(live_server, new_context):
    """Make walkers; at the end none of them may have met a fault."""
    made = []

    def make(member=None, *, language="ky", scripts=True, eye=False, **context):
        # No page is kept between two visits: that is looked at by itself.
        context = {"service_workers": "block"} | context
        page = new_context(java_script_enabled=scripts, **context).new_page()
        if member:
            enter(page, member, live_server.url, language=language)
        second = Eye(new_context(**context).new_page()) if eye else None
        made.append(Walker(page, live_server.url, eye=second, seen=SEEN))
        return made[-1]

    yield make
    assert [fault for walker in made for fault in walker.faults] == []
