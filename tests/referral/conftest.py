import re
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import translation

from tests import factories, factories_referral


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def people(db, clock):
    """Sender, receivers and co-ordinator, on a morning that stands still."""
    return factories_referral.net()


class Browser:
    """A member's browser that reads English, without scripts."""

    def __init__(self, client, member):
        self.client = client
        client.cookies["language"] = "en"
        factories.sign_in(client, member)

    def get(self, page, *args, **query):
        """Open a page of referrals by its name or address."""
        return self.client.get(address(page, *args), query)

    def post(self, page, *args, key=None, **data):
        """Send a form with a number of its own, or with the one given."""
        sent = {**data, "submission_key": key or str(uuid4())}
        return self.client.post(address(page, *args), sent)


def address(name, *args):
    """Give the address of a page of referrals; an address stays as it is."""
    return name if name.startswith("/") else reverse(f"referral:{name}", args=args)


@pytest.fixture
def enter(client):
    """Sign members in: ``enter(member)``. One browser: the last one signed in counts."""
    return lambda member: Browser(client, member)


@pytest.fixture
def words_of():
    """Read a page as a person does: without markup, spaces folded."""

    def read(response):
        text = re.sub(r"<(script|style|svg).*?</\1>", " ", response.text, flags=re.DOTALL)
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))

    return read
