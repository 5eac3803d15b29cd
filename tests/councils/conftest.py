import pytest
from django.utils import translation

from tests import factories_councils, members


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(factories_councils.platform)


@pytest.fixture
def people(db, clock, _people):
    return _people()


class Browser(members.Browser):
    app = "councils"


enter = members.enters(Browser)
words_of = pytest.fixture(lambda: members.words_of_main)
