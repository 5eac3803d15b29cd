import pytest
from django.utils import translation

from tests import factories_commitments as make
from tests import members


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(make.house)


@pytest.fixture
def people(db, clock, _people):
    return _people()


class Browser(members.Browser):
    app = "commitments"


enter = members.enters(Browser)
