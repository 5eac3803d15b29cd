"""A member in front of the pages: a browser without scripts, what its pages say, two at once."""

import re
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse

from tests import factories


class Browser:
    """A browser that reads English, without scripts; without a member, somebody from the street.

    Pages are opened by their name in ``app`` or by their address.
    """

    app = ""

    def __init__(self, client, member=None):
        self.client, self.member = client, member
        client.cookies["language"] = "en"
        if member:
            factories.sign_in(client, member)

    def get(self, page, /, *args, **query):
        """Open a page."""
        return self.client.get(self.address(page, *args), query)

    def post(self, page, /, *args, **data):
        """Send a form with a number of its own, or with the one given as ``submission_key``."""
        sent = {"submission_key": str(uuid4()), **data}
        return self.client.post(self.address(page, *args), sent)

    def address(self, name, /, *args):
        """Give the address of a page; an address stays as it is."""
        return name if name.startswith("/") else reverse(f"{self.app}:{name}", args=args)


def enters(browser):
    """Make the fixture ``enter(member)``. One browser: the last one signed in counts."""

    @pytest.fixture
    def enter(client):
        return lambda member=None: browser(client, member)

    return enter


def words(response):
    """Read a page as a person does: without markup, spaces folded."""
    return _words(response.text)


def words_of_main(response):
    """Read what the page is about: the words between menu and footer."""
    return _words(response.text.partition("<main")[2].partition("</main>")[0])


def _words(markup):
    text = re.sub(r"<(script|style|svg).*?</\1>", " ", markup, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def at_once(*calls):
    """Run the calls at the same moment, each with a connection of its own.

    Gives for each what it gave or the exception that it raised. Only in a test that commits
    (``django_db(transaction=True)``).
    """
    start, outcomes = Barrier(len(calls)), [None] * len(calls)

    def run(place, call):
        start.wait(20)
        try:
            outcomes[place] = call()
        except Exception as error:  # noqa: BLE001 - the test says which one it awaits
            outcomes[place] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive(), "a call still waits for the other"
    return outcomes
