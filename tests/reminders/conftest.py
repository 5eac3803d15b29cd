from types import SimpleNamespace

import pytest
from django.utils import translation

from korgoo.access.enums import Role
from korgoo.casework import services as casework
from tests import factories, members
from tests import factories_casework as make


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def staffed():
    """An owner with a worker, a colleague and a head; a stranger; the centre."""
    people = make.mechanism()
    house = people.officer.organisation
    return SimpleNamespace(
        worker=people.officer,
        colleague=factories.member(Role.CASE_WORKER, at=house, name="Worker Five"),
        head=factories.member(Role.HEAD, at=house, name="Head Six"),
        shelter=people.shelter,
        stranger=people.stranger,
        coordinator=people.coordinator,
        house=house,
    )


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(staffed)


@pytest.fixture
def people(db, clock, _people):
    return _people()


def begin(case, member, *, key="shelter_first_stay", responsible=None, urgency=""):
    """Start a clock of ten days, or of an hour with urgency."""
    place = responsible.pk if responsible else case.owner_id
    return casework.start_clock(
        case, key, responsible_id=place, actor=member.actor, urgency=urgency
    )


class Browser(members.Browser):
    app = "reminders"


enter = members.enters(Browser)
