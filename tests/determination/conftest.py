import pytest
from django.utils import translation

from tests import factories_determination, members


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(factories_determination.Court)


@pytest.fixture
def people(db, clock, _people):
    """Owner, deciding body, helper, strangers and the centre, on a morning that stands still."""
    return _people()


class Browser(members.Browser):
    app = "determination"


enter = members.enters(Browser)
