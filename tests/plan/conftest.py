import pytest
from django.utils import translation

from tests import factories_plan, members


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def clock(clock):
    """Monday, 6 July 2026, 9:00: the first half-year is over, reports are due on the 15th."""
    clock.set(2026, 7, 6, 9)
    return clock


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(factories_plan.cast)


@pytest.fixture
def people(db, clock, _people):
    return _people()


@pytest.fixture
def world(people):
    return factories_plan.world(people)


class Browser(members.Browser):
    app = "plan"


enter = members.enters(Browser)
words_of = pytest.fixture(lambda: members.words_of_main)
