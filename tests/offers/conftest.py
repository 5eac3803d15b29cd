import io
import re
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import translation
from PIL import Image

from korgoo.access.enums import Mandate, Role
from korgoo.countrypack import api as packs
from korgoo.lib import drawn
from tests import factories, members

RECEIVER = "ministry-labour"
ORDER = ("fee", "tourist", "hurry", "address", "bond", "language", "alone")
GRAVE = ("tourist", "bond")
PROVENANCE = {"source": "invented", "as_of": "unknown", "trust": "proposal", "status": "in_use"}


def text(words):
    return {code: f"{words} ({code})" for code in ("ky", "ru", "en")}


def sign(key):
    parts = {part: text(f"{part} of {key}") for part in ("question", "sign", "why", "ask", "act")}
    return packs.OfferSign(key=key, is_grave=key in GRAVE, provenance=PROVENANCE, **parts)


@pytest.fixture(autouse=True)
def pack(monkeypatch):
    """The country's pack with seven invented signs, two of them grave."""
    drawn._drawn.clear()
    made = packs.current().model_copy(update={"offer_signs": tuple(map(sign, ORDER))})
    monkeypatch.setattr(packs, "current", lambda: made)
    with translation.override("en"):
        yield made
    drawn._drawn.clear()


def _houses():
    ministry = factories.organisation(
        Mandate.COORDINATE, code=RECEIVER, name="Invented Ministry of Work"
    )
    return SimpleNamespace(
        ministry=ministry,
        officer=factories.member(Role.OFFICER, at=ministry),
        colleague=factories.member(Role.COORDINATOR, at=ministry),
        case_worker=factories.member(Role.CASE_WORKER, at=ministry),
        stranger=factories.member(
            Role.OFFICER, at=factories.organisation(Mandate.COORDINATE, code="elsewhere")
        ),
    )


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(_houses)


@pytest.fixture
def people(db, clock, _people):
    """The body that receives reports, with members, and an officer of another one."""
    return _people()


class Street(members.Browser):
    """Somebody with a telephone and without a name."""

    app = "offers_public"

    def __init__(self):
        self.client = Client()

    def address(self, name, /, *args):
        with translation.override("en"):
            return super().address(name, *args)

    def post(self, page, /, **data):
        return self.client.post(self.address(page), data)


@pytest.fixture
def street():
    return Street()


class Worker(members.Browser):
    app = "offers"


enter = members.enters(Worker)


@pytest.fixture
def words_of():
    return members.words_of_main


def photo(colour="red", *, exif=b""):
    """A small photograph that knows where it was taken, when told so."""
    out = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "JPEG", exif=exif)
    out.seek(0)
    out.name = "where-i-live.jpg"
    return out


def ticket_of(answer):
    """The number of the form on a page that is looked through."""
    return re.search(r'name="ticket" value="([^"]+)"', answer.text)[1]
