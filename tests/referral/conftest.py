import pytest
from django.utils import translation

from tests import factories_referral, members


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(factories_referral.net)


@pytest.fixture
def people(db, clock, _people):
    """Sender, receivers and co-ordinator, on a morning that stands still."""
    return _people()


class Browser(members.Browser):
    app = "referral"


enter = members.enters(Browser)


@pytest.fixture
def words_of():
    return members.words
