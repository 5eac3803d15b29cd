from types import SimpleNamespace

import pytest
from django.utils import translation

from korgoo.access.enums import Mandate, Role
from tests import factories, factories_directory, members


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def _everybody():
    shelter = factories.organisation(Mandate.SERVE, name="Invented Shelter")
    other = factories.organisation(Mandate.SERVE, name="Invented Crisis Centre")
    police = factories.organisation(Mandate.INVESTIGATE, Mandate.PRESUME, name="Invented Police")
    line = factories.organisation(Mandate.ADVISE, name="Invented Line")
    centre = factories.organisation(Mandate.COORDINATE, name="Invented Centre")
    return SimpleNamespace(
        worker=factories.member(Role.CASE_WORKER, at=shelter, name="Worker One"),
        colleague=factories.member(Role.CASE_WORKER, at=shelter, name="Worker Two"),
        administrator=factories.member(Role.ORGANISATION_ADMINISTRATOR, at=shelter),
        other=factories.member(Role.CASE_WORKER, at=other, name="Worker Three"),
        police=factories.member(Role.OFFICER, at=police, name="Officer Four"),
        line=factories.member(Role.HOTLINE_OPERATOR, at=line, name="Operator Five"),
        coordinator=factories.member(Role.COORDINATOR, at=centre, name="Coordinator Six"),
    )


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(_everybody)


@pytest.fixture
def people(db, clock, _people):
    """A shelter with a colleague, another provider, the police, a line, the centre, an officer."""
    return _people()


@pytest.fixture
def service(people):
    """A shelter for women, two of six places free."""
    return factories_directory.service(people.worker)


class Browser(members.Browser):
    app = "directory"


enter = members.enters(Browser)


@pytest.fixture
def words_of():
    return members.words_of_main
