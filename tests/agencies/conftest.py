"""A small register, made by the real services; the Ministry's editor, and people who may only read it."""

import csv
import io
from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import translation

from korgoo.access.enums import Mandate, Role
from korgoo.agencies import services
from korgoo.agencies.lists.checking import Source
from korgoo.agencies.rules import Kind
from korgoo.agencies.services import AgencyFacts, DecisionFacts, PermitFacts
from korgoo.agencies.services.lists import examine
from tests import factories, members

LIST = "Invented list"


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def decision(kind, day, **traits):
    """What a source says was decided."""
    told = {"document": LIST, "as_of": day} | traits
    return DecisionFacts(Kind(kind), day, **told)


def permit_facts(country="TR", number="17", starts=date(2026, 1, 1), ends=date(2026, 12, 31)):
    return PermitFacts(country, number, starts, ends)


def agency(*names, registration="", actor=None, **traits):
    """An agency of these names, each in the language its position says: Kyrgyz, Russian, English."""
    pairs = tuple(zip(("ky", "ru", "en"), names, strict=False))
    facts = AgencyFacts(pairs, registration=registration, **traits)
    return services.add_agency(facts, actor=actor)


def granted(row, actor, **traits):
    """A permit of an agency, granted on its first day."""
    facts = permit_facts(**traits)
    return services.add_permit(row.pk, facts, decision("granted", facts.starts), actor=actor)


def _ministry():
    """The editor of a body that informs, a case worker there, and an editor of a body that does not."""
    ministry = factories.organisation(Mandate.ADVISE, name="Invented Ministry")
    other = factories.organisation(Mandate.SERVE, name="Invented Shelter")
    editor = factories.member(Role.CONTENT_EDITOR, at=ministry)
    ala_too = agency(
        "Ала-Тоо Жоб", "Ала-Тоо Джоб", "Ala-Too Job", registration="1-1", place="Бишкек"
    )
    permit = granted(ala_too, editor.actor)
    quill = agency("Ак Калем", "Белое Перо", "White Quill", registration="2-2", place="Ош")
    granted(quill, editor.actor, country="DE", number="5", ends=date(2026, 2, 1))
    return SimpleNamespace(
        editor=editor,
        worker=factories.member(Role.CASE_WORKER, at=ministry),
        foreign_editor=factories.member(Role.CONTENT_EDITOR, at=other),
        administrator=factories.member(Role.ORGANISATION_ADMINISTRATOR, at=ministry),
        ala_too=ala_too,
        permit=permit,
        quill=quill,
    )


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(_ministry)


@pytest.fixture
def people(db, clock, _people):
    return _people()


def suspend(people, day=date(2026, 3, 2), **traits):
    """The permit for Türkiye is suspended, this morning unless another day is named."""
    facts = decision("suspended", day, **traits)
    return services.record_decision(people.permit.pk, facts, actor=people.editor.actor)


class Browser(members.Browser):
    app = "agencies"


enter = members.enters(Browser)
words_of = pytest.fixture(lambda: members.words_of_main)


class Visitor:
    """Somebody from the street on the English pages, without scripts and cookies."""

    def __init__(self, **headers):
        self.client = Client(headers=headers)

    def get(self, rest=""):
        return self.client.get(f"/en/agencies/{rest}")

    def post(self, rest="", **data):
        return self.client.post(f"/en/agencies/{rest}", data)

    def check(self, name, country="TR", **data):
        return self.post(name=name, country=country, **data)


@pytest.fixture
def visitor(db):
    return Visitor()


ROW = {
    "name_ru": "Жёлтая Пуговица",
    "registration": "7-7",
    "country": "Турция",
    "permit_number": "31",
    "valid_from": "01.02.2026",
    "valid_to": "31.01.2027",
}


def csv_of(*rows, delimiter=";", encoding="utf-8"):
    """A file of these rows; each names only what differs from ``ROW``."""
    whole = [ROW | row for row in rows]
    head = list(dict.fromkeys(key for row in whole for key in row))
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, head, delimiter=delimiter, restval="")
    writer.writeheader()
    writer.writerows(whole)
    return target.getvalue().encode(encoding)


SOURCE = Source(date(2026, 3, 1), LIST)


def bring(data, actor=None, source=SOURCE):
    """Bring a list and take it when it has no fault."""
    row = services.keep_list(examine(data, source), actor=actor)
    return services.take_list(row.pk, actor=actor) if row.is_waiting else row
