from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from korgoo.access.enums import Role
from korgoo.casework.enums import Scope
from korgoo.mypage import selectors, services
from korgoo.mypage.http import COOKIE
from korgoo.referral.enums import ReferralState
from tests import factories, factories_casework, factories_referral, members

OTHER = "996555000111"


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@dataclass
class Stage:
    """A case whose owner asked a shelter and a clinic, and the person's page with both codes."""

    owner: factories.Member
    shelter: factories.Member
    clinic: factories.Member
    coordinator: factories.Member
    case: object
    referral: object
    page: object
    code: str

    def colleague(self):
        """Another member of the owner, with a key."""
        return factories.member(Role.HEAD, at=self.owner.organisation, name="Head Six")


def _stage_set():
    people = factories_referral.net()
    case = factories_casework.case(people.officer, is_told=True)
    row, _code = factories_referral.sent(
        people, case=case, scopes=(Scope.REFERRAL, Scope.IDENTITY, Scope.CONTACT)
    )
    referral = factories_referral.onwards(people, row, ReferralState.COMPLETED)
    page, code = services.make_code(
        case.pk, other=OTHER, leaves_mark=True, actor=people.officer.actor
    )
    return Stage(
        people.officer,
        people.shelter,
        people.clinic,
        people.coordinator,
        case,
        referral,
        page,
        code,
    )


@pytest.fixture(scope="module")
def _stage(for_module):
    return for_module(_stage_set)


@pytest.fixture
def stage(db, clock, _stage):
    return _stage()


def come(number, code, address="203.0.113.7"):
    """Come in with a code, as the page does; gives the visit."""
    came = services.open_page(services.count_try(number, address), code)
    return selectors.visit_of(came.cookie)


@pytest.fixture
def visit(stage):
    return come(stage.page.number, stage.code)


class Person:
    """Somebody at a telephone, reading English, without scripts."""

    def __init__(self, client=None):
        self.client = client or Client()
        self.client.cookies["language"] = "en"

    def get(self, name):
        return self.client.get(reverse(f"mypage:{name}"))

    def post(self, name, **data):
        """Fill in the form on a page as it stands: with its token and its number."""
        shown = self.get(name if name in FORMS else "page").text
        hidden = {k: _hidden(shown, k) for k in ("token", "submission_key")}
        return self.client.post(reverse(f"mypage:{name}"), hidden | data)

    def come(self, number, code):
        return self.client.post(reverse("mypage:door"), {"number": number, "code": code})

    @property
    def has_cookie(self):
        return bool(self.client.cookies.get(COOKIE) and self.client.cookies[COOKIE].value)


FORMS = {"message", "opinion", "data", "code"}


def _hidden(page, name):
    return page.split(f'name="{name}" value="')[1].split('"')[0] if name in page else ""


@pytest.fixture
def person(stage):
    """The person, with their page open."""
    somebody = Person()
    assert somebody.come(stage.page.spoken_number, stage.code).status_code == 302
    return somebody


class Browser(members.Browser):
    app = "mypage"


enter = members.enters(Browser)
words_of = pytest.fixture(lambda: members.words_of_main)
