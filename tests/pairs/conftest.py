from dataclasses import dataclass

import pytest
from django.utils import translation

from korgoo.access.enums import Mandate, Role
from korgoo.lookup import index
from korgoo.lookup.services import encoding
from korgoo.pairs import services
from tests import factories, factories_casework, members


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _nothing_open():
    index._open.clear()
    yield
    index._open.clear()


# One invented person, as three houses write the name.
HERE = {"name": "Жумагулов Мисал Примерович", "birth": "27.03.1998"}
THERE = {"name": "Zhumagulov Misal", "birth": "27.03.1998"}
POLICE = {"name": "Джумагулов Мисал", "birth": "27.03.1998"}
PHONE = {"phone": "0555 000 111"}
SOMEBODY_ELSE = {"name": "Сынакова Бегимай", "birth": "01.02.1980"}


@dataclass(frozen=True)
class Stage:
    """Who acts: two houses that help, a third one, the police, the centre, and who minds data in two houses."""

    officer: factories.Member
    shelter: factories.Member
    stranger: factories.Member
    coordinator: factories.Member
    police: factories.Member
    minder: factories.Member
    shelter_minder: factories.Member


def stage():
    made = factories_casework.mechanism()
    house = factories.organisation(
        Mandate.INVESTIGATE, Mandate.PRESUME, name="Invented Police Station"
    )
    dpo = Role.DATA_PROTECTION_OFFICER
    found = Stage(
        made.officer,
        made.shelter,
        made.stranger,
        made.coordinator,
        factories.member(Role.OFFICER, at=house, name="Officer Five"),
        factories.member(dpo, at=made.officer.organisation, name="Minder Six"),
        factories.member(dpo, at=made.shelter.organisation, name="Minder Seven"),
    )
    give_keys(found)
    return found


def give_keys(found):
    """Let every house write somebody down, so that all of them hold both keys."""
    for _round in range(2):
        for who in (found.officer, found.shelter, found.stranger, found.police):
            factories_casework.case(who, identity={"name": f"Баштыкова {who.user.name} {_round}"})
            encoding.encode_more(actor=who.actor)
            services.compare_more(actor=who.actor, most=9)


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(stage)


@pytest.fixture
def people(db, _people):
    """Two houses that help, a third, the police, the centre, who minds data."""
    return _people()


@pytest.fixture
def pair(people, clock):
    """One person in two houses: the officer's case is older, the shelter's case found it; it is shown by now."""
    first = factories_casework.case(people.officer, identity=HERE, contact=PHONE)
    second = factories_casework.case(people.shelter, identity=THERE, contact=PHONE)
    clock.forward(hours=25)
    return second, first


class Browser(members.Browser):
    app = "pairs"


enter = members.enters(Browser)
