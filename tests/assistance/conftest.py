from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import translation

from korgoo.access.enums import Mandate, Role
from korgoo.assistance import services
from korgoo.assistance.enums import Need
from korgoo.casework.enums import Scope
from korgoo.lib import clock
from tests import factories, factories_casework, members


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@dataclass(frozen=True)
class Care:
    """Who takes part in the help for one person, a child in the care of a crisis centre."""

    owner: factories.Member
    clinic: factories.Member
    police: factories.Member
    stranger: factories.Member
    coordinator: factories.Member
    case: object


def _everybody():
    centre = factories.organisation(Mandate.PRESUME, Mandate.SERVE, name="Invented Crisis Centre")
    clinic = factories.organisation(Mandate.SERVE, name="Invented Clinic")
    police = factories.organisation(Mandate.PRESUME, Mandate.INVESTIGATE, name="Invented Police")
    other = factories.organisation(name="Invented Other Body")
    head = factories.organisation(Mandate.COORDINATE, Mandate.PRESUME, name="Invented Ministry")
    owner = factories.member(Role.CASE_WORKER, at=centre, name="Worker One")
    people = Care(
        owner,
        factories.member(Role.CASE_WORKER, at=clinic, name="Doctor Two"),
        factories.member(Role.OFFICER, at=police, name="Officer Three"),
        factories.member(Role.OFFICER, at=other, name="Officer Four"),
        factories.member(Role.COORDINATOR, at=head, name="Coordinator Five"),
        factories_casework.case(owner, is_told=True, coded={"age_band": "12-17"}),
    )
    for member in (people.clinic, people.police):
        factories_casework.share(
            people.case, member, Scope.IDENTITY, by=owner, guardian_agreed=True
        )
    return people


@pytest.fixture(scope="module")
def _care(for_module):
    return for_module(_everybody, stands=False)


@pytest.fixture
def care(db, _care):
    """A centre that owns the case of a child; a clinic and the police take part by consent."""
    return _care()


@pytest.fixture
def plan(care):
    """Plan help: of the clinic unless said otherwise; gives the item."""

    def make(**told):
        usual = {"need": Need.HEALTH, "service": "medical"}
        usual["provider_id"] = care.clinic.organisation.pk
        wanted = services.Plan(**{**usual, **told})
        return services.add_item(care.case.pk, wanted, actor=care.owner.actor)

    return make


@pytest.fixture
def ago():
    return lambda days: clock.today() - timedelta(days=days)


class Browser(members.Browser):
    app = "assistance"


enter = members.enters(Browser)


def date_of(name, day):
    """A day as the three inputs of a form send it."""
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


@pytest.fixture
def typed():
    return date_of
