import io
from types import SimpleNamespace

import pytest
from django.utils import translation
from openpyxl import Workbook

from korgoo.access.enums import Mandate, Role
from tests import factories, members


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def _house():
    """A secretary who publishes, an NGO and an international organisation with their people."""
    ministry = factories.organisation(Mandate.COORDINATE, name="Invented Ministry")
    shelter = factories.organisation(Mandate.SERVE, name="Invented Shelter", kind="ngo")
    donor = factories.organisation(Mandate.TAKE_PART, name="Invented Donor", kind="international")
    return SimpleNamespace(
        ministry=ministry,
        shelter=shelter,
        donor=donor,
        secretary=factories.member(Role.SECRETARY, at=ministry),
        head=factories.member(Role.HEAD, at=shelter),
        worker=factories.member(Role.CASE_WORKER, at=shelter),
        guest=factories.member(Role.SECRETARY, at=donor),
        administrator=factories.member(Role.ORGANISATION_ADMINISTRATOR, at=shelter),
    )


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(_house)


@pytest.fixture
def people(db, clock, _people):
    return _people()


class Browser(members.Browser):
    app = "library"


enter = members.enters(Browser)


def book(words="Invented"):
    """A small spreadsheet with a name in its properties."""
    made = Workbook()
    made.properties.creator = "Асан Үлгүев"
    made.worksheets[0].append([words])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
