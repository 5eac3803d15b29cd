from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import translation

from korgoo.access.enums import Mandate, Role
from korgoo.rights import api
from tests import factories, members
from tests import factories_rights as made


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def _everybody():
    ministry = factories.organisation(Mandate.ADVISE, name="Invented Ministry")
    shelter = factories.organisation(Mandate.SERVE, name="Invented Shelter")
    return SimpleNamespace(
        editor=factories.member(Role.CONTENT_EDITOR, at=ministry, name="Editor One"),
        second=factories.member(Role.CONTENT_EDITOR, at=ministry, name="Editor Two"),
        worker=factories.member(Role.CASE_WORKER, at=shelter, name="Worker Three"),
        elsewhere=factories.member(Role.CONTENT_EDITOR, at=shelter, name="Editor Four"),
        administrator=factories.member(Role.ORGANISATION_ADMINISTRATOR, at=shelter),
    )


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(_everybody)


@pytest.fixture
def people(db, clock, _people):
    """Two editors of a ministry; a case worker, an editor and an administrator of a shelter."""
    return _people()


@pytest.fixture
def told(db, clock):
    """One statement of each standing about Russia, and two numbers."""
    return api.load(
        made.information(
            made.item(numbers=["embassy-ru"]),
            made.advice(),
            made.stale(numbers=["embassy-ru"]),
            made.item("ru-press", source_type="press", questions=["not-paid"]),
            made.item("ru-unverified", provenance=made.BACKGROUND),
            made.item("ru-over", valid_from="2024-01-01", valid_to="2025-11-10"),
            made.item(
                "ru-now", valid_from="2025-11-11", supersedes=["ru-over"], questions=["banned"]
            ),
            made.item("ru-coming", valid_from="2026-09-01", questions=["school"], steps=["entry"]),
            made.item("kz-days", destination="kazakhstan", questions=[], steps=[]),
            numbers=[
                made.number(),
                made.number("police-ru", kind="police", number="102"),
                made.number("unsure-ru", number="+7 000 000 99 99", provenance=made.BACKGROUND),
            ],
        )
    )


@pytest.fixture
def street():
    """Somebody from the street: no cookie, no session."""
    return Client()


class Browser(members.Browser):
    app = "rights"


enter = members.enters(Browser)


@pytest.fixture
def words_of():
    return members.words_of_main
