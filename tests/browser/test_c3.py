"""A young woman in the Gulf, far from any consul: home on her own word, and no address on the way.

The worker without scripts on a narrow telephone; axe looks at every page.
"""

import pytest
from django.utils import translation

from korgoo.access.enums import Mandate, Role
from korgoo.safe_return.models import ReturnPlan
from tests import factories
from tests.browser import steps

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NAME, STREET = "Сезим Ойдонбекова", "Ойдон көчөсү 7, көк дарбаза"


@pytest.fixture
def house(people):
    body = factories.organisation(Mandate.SERVE, name="Invented House of the First Night")
    return factories.member(Role.CASE_WORKER, at=body, name="Мээрим Үлгүева")


def test_c3(walkers, people, house):
    with translation.override("ky"):
        worker = walkers(people.shelter, scripts=False, eye=True)
        worker.go("/home/")
        case = steps.open_contact(worker, channel="message")
        steps.tell_details(worker, case, name=NAME, phone="0555000122")
        steps.ask(worker, case, "return", people.consul, scopes=("referral", "identity"))
        plan = she_is_asked(worker, case)
        consul_prepares(walkers, people, plan)
        her_places_are_sealed_to_who_meets_her(worker, case, plan, house)
        nobody_else_reads_the_address(walkers, people, case, plan)
        she_leaves(worker, plan)
        she_is_met_and_sleeps_well(walkers, house, plan)
        worker.go(plan)
        assert ReturnPlan.objects.get().state == "first_night"


def she_is_asked(worker, case):
    """First she does not know, pressed by a debt; asked alone, she says yes."""
    worker.go(case)
    worker.follow(f"main a[href='{case.replace('/cases/', '/return/new/')}']")
    worker.choose(wish="undecided", freely="unsure")
    worker.select(country="KG")
    worker.send(worker.path)
    plan = worker.path
    worker.follow(f"main a[href='{plan}move/agree/']")
    assert not worker.has("main form[action$='/agree/']")
    worker.go(f"{plan}wish/")
    worker.choose(wish="yes", freely="yes")
    worker.send("/wish/")
    assert worker.path == plan
    return plan


def consul_prepares(walkers, people, plan):
    consul = walkers(people.consul, scripts=False, eye=True)
    consul.go("/return/")
    consul.follow(f"main a[href='{plan}']")
    consul.follow(f"main a[href='{plan}journey/']")
    consul.select(papers="ready", ticket="issued", escort="official", ban_told="yes")
    consul.select(fitness="yes", family="never")
    consul.send("/journey/")
    consul.follow(f"main a[href='{plan}stops/']")
    consul.select(country="TR")
    consul.choose(kind="airport", risks="alone", measures="calls")
    consul.send("/stops/")
    consul.go(f"{plan}reception/")
    assert not consul.has("main [name=first_night]")


def her_places_are_sealed_to_who_meets_her(worker, case, plan, house):
    worker.go(case)
    steps.ask(worker, case, "shelter", house, scopes=("referral", "whereabouts"))
    worker.go(f"{plan}reception/")
    worker.select(meets=str(house.organisation.pk))
    worker.fill(goal="Ош", first_night=STREET)
    worker.send("/reception/")
    worker.go(f"{plan}risk/")
    worker.choose(level="medium", risks="debt", measures="met")
    worker.send("/risk/")
    assert STREET not in worker.source


def nobody_else_reads_the_address(walkers, people, case, plan):
    consul = walkers(people.consul)
    for path in (plan, case, "/return/", "/home/"):
        consul.go(path)
        assert STREET not in consul.source
    coordinator = walkers(people.coordinator)
    for path in (case, "/cases/watch/", "/home/", "/return/"):
        coordinator.go(path)
        assert STREET not in coordinator.source
        assert NAME not in coordinator.source


def she_leaves(worker, plan):
    for deed in ("agree", "prepare", "depart"):
        worker.go(f"{plan}move/{deed}/")
        worker.send(f"/{deed}/")
        assert worker.path == plan


def she_is_met_and_sleeps_well(walkers, house, plan):
    helper = walkers(house, scripts=False, eye=True)
    helper.go(f"{plan}places/")
    assert STREET in helper.source
    for deed in ("arrive", "night"):
        helper.go(plan)
        helper.follow(f"main a[href='{plan}move/{deed}/']")
        helper.send(f"/{deed}/")
