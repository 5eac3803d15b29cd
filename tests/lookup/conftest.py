import pytest
from django.utils import translation

from korgoo.lookup import index
from tests import factories_casework, members


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _nothing_open():
    index._open.clear()
    yield
    index._open.clear()


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(factories_casework.mechanism)


@pytest.fixture
def people(db, _people):
    """An officer who owns cases, a shelter, a stranger, a co-ordinator."""
    return _people()


class Browser(members.Browser):
    app = "lookup"


enter = members.enters(Browser)


@pytest.fixture
def words_of():
    return members.words
