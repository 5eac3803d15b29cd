import pytest
from django.utils import translation

from tests import factories_return, members


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture(scope="module")
def _team(for_module):
    return for_module(factories_return.People)


@pytest.fixture
def team(db, clock, _team):
    """A worker and a colleague, a consul, a shelter, police, a stranger, a co-ordinator."""
    return _team()


class Browser(members.Browser):
    app = "safe_return"


enter = members.enters(Browser)
