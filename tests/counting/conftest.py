from types import SimpleNamespace

import pytest
from django.utils import translation

from korgoo.access.enums import Mandate, Role
from korgoo.lookup.models import Judgement
from korgoo.pairs import api as pairs
from tests import factories, members
from tests import factories_casework as make


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def _everybody():
    migration = factories.organisation(Mandate.PRESUME, name="Invented Migration Service")
    shelter = factories.organisation(Mandate.SERVE, name="Invented Shelter")
    police = factories.organisation(Mandate.INVESTIGATE, Mandate.PRESUME, name="Invented Police")
    centre = factories.organisation(Mandate.COORDINATE, name="Invented Centre")
    council = factories.organisation(
        Mandate.COORDINATE, Mandate.INVESTIGATE, name="Invented Centre that Investigates"
    )
    return SimpleNamespace(
        officer=factories.member(Role.OFFICER, at=migration, name="Officer One"),
        worker=factories.member(Role.CASE_WORKER, at=shelter, name="Worker Two"),
        police=factories.member(Role.OFFICER, at=police, name="Officer Three"),
        coordinator=factories.member(Role.COORDINATOR, at=centre, name="Coordinator Four"),
        data_officer=factories.member(
            Role.DATA_PROTECTION_OFFICER, at=centre, name="Officer Five"
        ),
        analyst=factories.member(Role.ANALYST, at=centre, name="Analyst Nine"),
        far_analyst=factories.member(Role.ANALYST, at=shelter, name="Analyst Ten"),
        investigating_analyst=factories.member(Role.ANALYST, at=council, name="Analyst Eleven"),
        far_data_officer=factories.member(
            Role.DATA_PROTECTION_OFFICER, at=shelter, name="Officer Six"
        ),
        far_coordinator=factories.member(Role.COORDINATOR, at=shelter, name="Coordinator Seven"),
        investigating=factories.member(Role.COORDINATOR, at=council, name="Coordinator Eight"),
    )


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(_everybody)


@pytest.fixture
def people(db, clock, _people):
    """An officer, a shelter, the police, the centre and its data officer; some who may not."""
    return _people()


class Browser(members.Browser):
    app = "counting"


enter = members.enters(Browser)


@pytest.fixture
def said(monkeypatch):
    """Say which pairs a co-ordinator would open: between organisations, as the mission of pairs gives them."""

    def say(*rows):
        found = [
            pairs.OpenPair(a.pk, a.owner_id, b.pk, b.owner_id, posterior, is_same)
            for a, b, posterior, is_same in rows
        ]
        monkeypatch.setattr(pairs, "open_pairs", lambda *, actor: found)
        return found

    return say


@pytest.fixture
def cases():
    """Open some cases of a member."""
    return lambda member, number, **told: [make.case(member, **told) for _ in range(number)]


@pytest.fixture
def judge(db, clock):
    """Write down pairs that people judged."""

    def write(number, posterior, *, is_same, **more):
        facts = {"across": False, "script": "cyrillic", "citizenship": "KG", **more}
        month = clock.now.date().replace(day=1)
        for _ in range(number):
            Judgement.objects.create(posterior=posterior, is_same=is_same, month=month, **facts)

    return write
