import pytest
from django.utils import translation

from tests import factories_return, members


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def team(db, clock):
    """A worker and a colleague, a consul, a shelter, police, a stranger, a co-ordinator."""
    return factories_return.People()


class Browser(members.Browser):
    app = "safe_return"


enter = members.enters(Browser)
