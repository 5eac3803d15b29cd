import re
from datetime import date
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import translation

from korgoo.access.enums import Mandate, Role
from korgoo.consultation import services as consultation
from korgoo.lawbook import services
from korgoo.lawbook.enums import KIND
from korgoo.lawbook.services import Place, Wording
from tests import factories

SHELTER = Place("law-55-2005", "21-4")
LAST_DAY = date(2026, 3, 20)
FIRST_DAY = date(2026, 4, 1)
BASIS = "Law No. 1 of an invented parliament"


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def people(db, clock):
    """Two who write and decide at the centre, and others, on a morning that stands still."""
    centre = factories.organisation(Mandate.COORDINATE, code="centre", name="Invented Centre")
    police = factories.organisation(Mandate.INVESTIGATE, code="police", name="Invented Police")
    make = factories.member
    return SimpleNamespace(
        centre=centre,
        editor=make(Role.CONTENT_EDITOR, at=centre, name="Erkin Invented"),
        colleague=make(Role.CONTENT_EDITOR, at=centre, name="Meerim Invented"),
        coordinator=make(Role.COORDINATOR, at=centre, name="Second Invented"),
        officer=make(Role.OFFICER, at=police),
        foreign_editor=make(Role.CONTENT_EDITOR, at=police),
        administrator=make(Role.ORGANISATION_ADMINISTRATOR, at=centre),
    )


def in_all(words):
    """The same words in each language, each marked, as a translator would leave none out."""
    return {code: f"{words} ({code})" for code in ("ky", "ru", "en")}


def wording(text="A person may stay for thirty days.", **more):
    """A whole wording of an article."""
    return Wording(
        **{
            "number": "21-4",
            "title": in_all("How long"),
            "text": in_all(text),
            "note": "Ten days are too short.",
            **more,
        }
    )


@pytest.fixture
def package(people):
    """A package without articles."""
    return services.start_package(
        in_all("Longer stay"), "Ten days are too short.", actor=people.editor.actor
    )


@pytest.fixture
def ready(package, people):
    """A package with one article in every language."""
    put(package, people)
    return package


def put(package, people, place=SHELTER, *, seen=0, by=None, **more):
    """Put an article into a package."""
    actor = (by or people.editor).actor
    return services.put_article(package.pk, place, wording(**more), seen=seen, actor=actor)


def propose(package, people, clock, takes_effect=FIRST_DAY):
    """Put a package to consultation, let the comments end, propose adoption."""
    row = consultation.open_consultation(
        KIND, package.pk, open_until=LAST_DAY, actor=people.editor.actor
    )
    clock.set(LAST_DAY.year, LAST_DAY.month, LAST_DAY.day + 1, 9)
    return consultation.propose(
        row.pk, legal_basis=BASIS, takes_effect=takes_effect, actor=people.editor.actor
    )


def adopt(package, people, clock, takes_effect=FIRST_DAY):
    """Let two persons adopt a package after its consultation."""
    adoption = propose(package, people, clock, takes_effect)
    return consultation.confirm(adoption.pk, actor=people.coordinator.actor)


class Browser:
    """A member's browser that reads English, without scripts."""

    def __init__(self, client, member=None):
        self.client = client
        client.cookies["language"] = "en"
        if member:
            factories.sign_in(client, member)

    def get(self, page, *args, **query):
        """Open a page of the lawbook by its name or address."""
        return self.client.get(address(page, *args), query)

    def post(self, page, *args, key=None, **data):
        """Send a form with a number of its own, or with the one given."""
        return self.client.post(
            address(page, *args), {**data, "submission_key": key or str(uuid4())}
        )


def address(name, *args):
    """Give the address of a page of the lawbook; an address stays as it is."""
    return name if name.startswith("/") else reverse(f"lawbook:{name}", args=args)


@pytest.fixture
def enter(client):
    """Sign members in: ``enter(member)``; without one, somebody from the street."""
    return lambda member=None: Browser(client, member)


@pytest.fixture
def words_of():
    """Read a page as a person does: without markup, spaces folded."""

    def read(response):
        text = re.sub(r"<(script|style|svg).*?</\1>", " ", response.text, flags=re.DOTALL)
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))

    return read
