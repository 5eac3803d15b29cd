import re
from uuid import uuid4

import pytest
from django.utils import translation

from tests import factories, factories_casework


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def people(db):
    """An officer who owns cases, a shelter, a stranger, a co-ordinator."""
    return factories_casework.mechanism()


class Browser:
    """A member's enter that reads English, without scripts."""

    def __init__(self, client, member):
        self.client, self.member = client, member
        client.cookies["language"] = "en"
        factories.sign_in(client, member)

    def get(self, address, **data):
        return self.client.get(address, data)

    def post(self, address, key=None, **data):
        """Send a form with a number of its own, or with the one given."""
        return self.client.post(address, {**data, "submission_key": key or str(uuid4())})


@pytest.fixture
def enter(client):
    """Sign members in: ``enter(member)``. One enter: the last one signed in counts."""
    return lambda member: Browser(client, member)


@pytest.fixture
def words_of():
    """Read a page as a person does: without markup, spaces folded."""

    def read(response):
        text = re.sub(r"<(script|style|svg).*?</\1>", " ", response.text, flags=re.DOTALL)
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))

    return read
