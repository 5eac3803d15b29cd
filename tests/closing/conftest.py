from dataclasses import dataclass

import pytest
from django.utils import translation

from korgoo.access.enums import Role
from korgoo.closing import services
from korgoo.closing.enums import LastRisk, Reason
from tests import factories, factories_casework, members


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@dataclass(frozen=True)
class House:
    """An organisation at work: an officer, a colleague, the head, who minds data, the administrator."""

    officer: factories.Member
    colleague: factories.Member
    head: factories.Member
    minder: factories.Member
    administrator: factories.Member


@pytest.fixture
def house(people):
    at = people.officer.organisation
    return House(
        people.officer,
        factories.member(Role.CASE_WORKER, at=at, name="Colleague Five"),
        factories.member(Role.HEAD, at=at, name="Head Six"),
        factories.member(Role.DATA_PROTECTION_OFFICER, at=at, name="Minder Seven"),
        factories.member(Role.ORGANISATION_ADMINISTRATOR, at=at, name="Administrator Eight"),
    )


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(factories_casework.mechanism)


@pytest.fixture
def people(db, clock, _people):
    """An officer who owns cases, a shelter, a stranger, a co-ordinator; time stands still."""
    return _people()


@pytest.fixture
def close():
    def close(case, by, reason=Reason.GOAL, **more):
        told = {"last_risk": LastRisk.SAFE, **more}
        return services.close_case(case.pk, reason, **told, actor=by.actor)

    return close


class Browser(members.Browser):
    app = "closing"


enter = members.enters(Browser)
