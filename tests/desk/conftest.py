import re
from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.utils import translation

from korgoo.access.enums import Mandate, Role
from korgoo.desk import services
from korgoo.desk.models import Contact
from korgoo.desk.services import Ending, Told
from korgoo.helpline import services as helpline
from korgoo.helpline.enums import AnswerWay, Danger
from korgoo.helpline.services import Note
from korgoo.lib.word_codes import derivation, new_code
from tests import factories, members

PHONE, NICKNAME, NOTE = "+996 000 000 511", "Ak-Kalpak", "keeps the key under a blue stone"
HOURS, WORD = "Sunday morning", "It is about a parcel"
WORDS = {"phone": PHONE, "nickname": NICKNAME, "note": NOTE, "hours": HOURS, "word": WORD}
TEXT = "кожоюн паспортту алып койду"


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _quick_words(monkeypatch):
    """Words are stretched a little only; tests/lib/test_word_codes.py takes the full time."""
    monkeypatch.setattr(derivation, "ITERATIONS", 1_000)


@dataclass
class House:
    """Who takes calls, and who of the same house and of others must see nothing of it."""

    operator: factories.Member
    colleague: factories.Member
    head: factories.Member
    worker: factories.Member
    administrator: factories.Member
    coordinator: factories.Member
    stranger: factories.Member


def _house():
    mandates = (Mandate.ADVISE, Mandate.PRESUME, Mandate.COORDINATE)
    at = factories.organisation(*mandates, code="centre-employment-abroad")
    return House(
        factories.member(Role.HOTLINE_OPERATOR, at=at, name="Operator One"),
        factories.member(Role.OFFICER, at=at, name="Operator Two"),
        factories.member(Role.HEAD, at=at, name="Head Three"),
        factories.member(Role.CASE_WORKER, at=at, name="Worker Four"),
        factories.member(Role.ORGANISATION_ADMINISTRATOR, at=at, name="Administrator Five"),
        factories.member(Role.COORDINATOR, at=at, name="Coordinator Six"),
        factories.member(Role.HOTLINE_OPERATOR, at=factories.organisation(Mandate.ADVISE)),
    )


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(_house)


@pytest.fixture
def house(db, clock, _people):
    return _people()


OUTSIDERS = ("worker", "administrator", "coordinator", "stranger")


def told(**more):
    """What a caller said: four answers, and whatever else a test gives."""
    given = {"channel": "phone", "language": "ky", "danger": "no", "asked": "wages"} | more
    given["ending"] = Ending(*given.pop("ending", ()))
    return Told(**given)


def trusting(**more):
    """A caller who lets us keep their words, and call back in three hours."""
    given = {"words": WORDS, "has_agreed": True, "may_call": "yes", "call_when": "hours"}
    return told(**(given | more))


def record(member, first=None, **more):
    return services.record_contact(first or told(**more), actor=member.actor)


def fresh(row):
    return Contact.objects.get(pk=row.pk)


@pytest.fixture
def contact(house):
    return record(house.operator)


@pytest.fixture
def kept(house):
    """A contact with words, to be called back."""
    return record(house.operator, trusting())


def wrote(code="", **more):
    """Let somebody without a name write; gives their conversation."""
    given = {"language": "ky", "country": "RU", "way": AnswerWay.HERE}
    note = Note(uuid4(), TEXT, more.pop("danger", Danger.NO), **(given | more))
    return helpline.send(note, code or new_code("ky").canonical)


@pytest.fixture
def conversation(house):
    return wrote()


FILLED = {"danger": "no", "asked": "wages", "channel": "phone", "language": "ky"}


class Browser(members.Browser):
    app = "desk"


enter = members.enters(Browser)
words_of = pytest.fixture(lambda: members.words_of_main)


@pytest.fixture
def operator(enter, house):
    return enter(house.operator)


def typed_in(page, name):
    """Read what stands in a field of a page."""
    found = re.search(rf'name="{name}"[^>]*value="([^"]*)"', page)
    return found[1] if found else ""
