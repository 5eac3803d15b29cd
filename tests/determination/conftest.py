import pytest
from django.utils import translation

from tests import factories_determination, members


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def people(db, clock):
    """Owner, deciding body, helper, strangers and the centre, on a morning that stands still."""
    return factories_determination.Court()


class Browser(members.Browser):
    app = "determination"


enter = members.enters(Browser)
