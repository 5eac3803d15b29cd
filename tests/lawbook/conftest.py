from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import translation

from korgoo.access.enums import Mandate, Role
from korgoo.consultation import services as consultation
from korgoo.lawbook import services
from korgoo.lawbook.enums import KIND
from korgoo.lawbook.services import Place, Wording
from tests import factories, members

SHELTER = Place("law-55-2005", "21-4")
LAST_DAY = date(2026, 3, 20)
FIRST_DAY = date(2026, 4, 1)
BASIS = "Law No. 1 of an invented parliament"


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def _everybody():
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


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(_everybody)


@pytest.fixture
def people(db, clock, _people):
    """Two who write and decide at the centre, and others, on a morning that stands still."""
    return _people()


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


class Browser(members.Browser):
    app = "lawbook"


enter = members.enters(Browser)


@pytest.fixture
def words_of():
    return members.words
