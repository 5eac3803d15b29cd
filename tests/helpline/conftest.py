import io
import re
from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation
from PIL import Image

from korgoo.access.enums import Mandate, Role
from korgoo.helpline import services
from korgoo.helpline.enums import AnswerWay, Danger
from korgoo.helpline.models import Conversation
from korgoo.helpline.services import Note
from korgoo.lib.word_codes import derivation, new_code
from tests import factories, members

TEXT = "кожоюн паспортту сейфке салып койду"
PLACE_TAKEN = b"GPS 42.87 74.59"


@pytest.fixture(autouse=True)
def _quick_words(monkeypatch):
    """Words are stretched a little only; tests/lib/test_word_codes.py takes the full time."""
    monkeypatch.setattr(derivation, "ITERATIONS", 1_000)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@dataclass
class House:
    """Who answers, a colleague, their head; and an operator of another house."""

    operator: factories.Member
    colleague: factories.Member
    head: factories.Member
    stranger: factories.Member
    editor: factories.Member


def _house():
    at = factories.organisation(Mandate.ADVISE, code="centre-employment-abroad")
    return House(
        factories.member(Role.HOTLINE_OPERATOR, at=at, name="Operator One"),
        factories.member(Role.OFFICER, at=at, name="Operator Two"),
        factories.member(Role.HEAD, at=at, name="Head Three"),
        factories.member(Role.HOTLINE_OPERATOR, at=factories.organisation(Mandate.ADVISE)),
        factories.member(Role.CONTENT_EDITOR, at=at, name="Editor Four"),
    )


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(_house)


@pytest.fixture
def house(db, clock, _people):
    return _people()


def note(text=TEXT, danger=Danger.NO, **more):
    given = {"language": "ky", "country": "RU", "way": AnswerWay.HERE} | more
    return Note(given.pop("form", uuid4()), text, danger, **given)


def told(code="", **more):
    """Let somebody without a name write; gives their conversation and their words."""
    code = code or new_code("ky").canonical
    return services.send(note(**more), code), code


@pytest.fixture
def conversation(house):
    return told()[0]


def fresh(conversation):
    return Conversation.objects.get(pk=conversation.pk)


class Somebody:
    """A person at a telephone, reading English, without scripts and cookies."""

    def __init__(self):
        self.client = Client()

    def get(self, name):
        return self.client.get(self.address(name))

    def post(self, name, **data):
        return self.client.post(self.address(name), data)

    def address(self, name):
        with translation.override("en"):
            return reverse(f"helpline_public:{name}")

    def form(self, page, **data):
        """Fill in the form of a message on a page as it stands."""
        return {name: hidden(page, name) for name in ("words", "form", "shown")} | data

    def writes(self, clock, **data):
        """Open the page, take half a minute, send."""
        page = self.get("write").text
        clock.forward(seconds=30)
        given = {"text": TEXT, "danger": "no", "way": "here", "language": "ky", "country": "RU"}
        sent = self.form(page, **(given | data))
        return sent, self.post("write", **sent)


def hidden(page, name):
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return found[1] if found else ""


@pytest.fixture
def somebody():
    return Somebody()


def picture():
    """Make a photograph that knows where it was taken."""
    drawn, exif = Image.new("RGB", (40, 30), "teal"), Image.Exif()
    exif[0x010E] = PLACE_TAKEN.decode()
    raw = io.BytesIO()
    drawn.save(raw, "JPEG", exif=exif)
    assert PLACE_TAKEN in raw.getvalue()
    return raw.getvalue()


def upload(content=None, name="IMG_0001.jpg"):
    return SimpleUploadedFile(name, picture() if content is None else content, "image/jpeg")


class Browser(members.Browser):
    app = "helpline"


enter = members.enters(Browser)
words_of = pytest.fixture(lambda: members.words_of_main)
