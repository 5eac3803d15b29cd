"""A man pressed into an army abroad, charged at home: the note travels, a body of two decides.

Walked without scripts on a narrow telephone, axe looking at every page. The security body gets the
note and finds no case.
"""

from dataclasses import dataclass

import pytest
from django.test import Client

from korgoo.access.enums import Role
from korgoo.access.models import Organisation
from korgoo.casework import services
from korgoo.casework.enums import Decision
from korgoo.casework.models import Case
from korgoo.determination.models import NoteGiving, Proceeding
from tests import factories
from tests.browser import steps

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SURNAME, STORY = "Ойдонбеков", "Түрмөдө кол койдурушкан"
REASON = "Качууга мүмкүнчүлүгү болгон эмес"
TODAY = {"given_on_day": "2", "given_on_month": "3", "given_on_year": "2026"}


@dataclass(frozen=True)
class Others:
    """Besides the usual four: a deciding body of two, and who might sanction."""

    first: factories.Member
    second: factories.Member
    security: factories.Member


@pytest.fixture
def others(people):
    interior = Organisation.objects.get(code="ministry-interior")
    security = Organisation.objects.get(code="committee-national-security")
    return Others(
        factories.member(Role.OFFICER, at=interior, name="Асел Үлгүева"),
        factories.member(Role.OFFICER, at=interior, name="Руслан Мисалов"),
        factories.member(Role.OFFICER, at=security, name="Марат Сынаков"),
    )


def test_c11(walkers, people, others, clock):
    consul = walkers(people.consul, scripts=False, eye=True)
    consul.go("/home/")
    case = steps.open_contact(consul, channel="consulate")
    steps.tell_details(consul, case, name=f"Бакыт {SURNAME}")
    presume(consul, case, people.consul)
    sent = steps.ask(
        consul,
        case,
        "identification",
        others.first,
        scopes=("referral", "story"),
        urgency="planned",
    )
    the_page_demands_the_review(consul, case)
    note_travels(consul, case, others.security)
    security_gets_the_note_and_no_case(walkers, others.security, case)
    row = body_decides(walkers, others, case, sent)
    consul.go(case)
    assert Case.objects.get().protection == "identified"
    assert Case.objects.get().procedural == "suspect"
    consul_tells_him(consul, row)
    centre_reads_codes(walkers, people, case, row)


def presume(walker, case, consul):
    """Decide as after a card; filling one in is walked elsewhere."""
    services.decide_after_screening(
        Case.objects.get().pk, Decision.PRESUMED, reason=STORY, actor=consul.actor
    )
    walker.go(case)


def the_page_demands_the_review(walker, case):
    walker.go(f"{case}status/")
    walker.choose(procedural="suspect", basis="letter")
    walker.send("/status/procedural/")
    assert walker.path == case
    assert walker.has("main .korgoo-notice--urgent")


def note_travels(walker, case, security):
    walker.follow("main .korgoo-notice--urgent a.govuk-button")
    walker.choose(acts=["armed"], result="may_be")
    walker.send(walker.path)
    assert walker.path.endswith("/give/")
    walker.select(organisation=str(security.organisation.pk))
    walker.choose(how="platform", agreed="person")
    walker.fill(**TODAY)
    walker.send("/give/")
    walker.go(case)
    assert not walker.has("main .korgoo-notice--urgent")


def security_gets_the_note_and_no_case(walkers, security, case):
    walker = walkers(security, scripts=False, eye=True)
    walker.go("/decisions/notes/")
    walker.follow("main tbody th a")
    assert Case.objects.get().spoken_code not in walker.words
    assert SURNAME not in walker.source
    walker.send("/received/")
    assert NoteGiving.objects.get().received_at
    inside = Client()
    factories.sign_in(inside, security)
    for path in (case, f"{case}status/", case.replace("/cases/", "/decisions/new/")):
        assert inside.get(path).status_code == 404


def body_decides(walkers, others, case, sent):
    first = walkers(others.first, scripts=False, eye=True)
    first.go("/home/")
    steps.take(first, sent.referral, "acknowledge", "accept")
    first.go(case)
    first.follow("main a[href^='/decisions/new/']")
    first.choose(
        chair=str(others.second.user.pk),
        no_conflict="on",
        materials=["referral"],
        rule="adult",
        act="shown",
        means="shown",
        purpose="shown",
        outcome="identified",
    )
    first.fill(reasons=REASON)
    first.send(first.path)
    row = first.path
    assert not first.has(f"main form[action='{row}review/']")

    second = walkers(others.second, scripts=False, eye=True)
    second.go(row)
    second.send("/conflict/")
    second.send("/review/")
    second.send("/decide/")
    assert Proceeding.objects.get().state == "decided"
    assert REASON not in second.source
    second.follow(f"main a[href='{row}reasons/']")
    assert REASON in second.words
    return row


def consul_tells_him(walker, row):
    walker.go(row)
    walker.choose(how="read_out")
    walker.select(language="ky")
    walker.send("/notify/")
    assert Proceeding.objects.get().state == "notified"


def centre_reads_codes(walkers, people, case, row):
    walker = walkers(people.coordinator, scripts=False, eye=True)
    for path in (case, row):
        walker.go(path)
        for secret in (SURNAME, STORY, REASON):
            assert secret not in walker.source
