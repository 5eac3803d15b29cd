import pytest
from django.utils import translation

from tests import factories_referral, members


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def people(db, clock):
    """Sender, receivers and co-ordinator, on a morning that stands still."""
    return factories_referral.net()


class Browser(members.Browser):
    app = "referral"


enter = members.enters(Browser)


@pytest.fixture
def words_of():
    return members.words
