"""A leaver: all open work passes to a colleague in one act, and the person's help goes on."""

import pytest

from korgoo.access.enums import Role
from korgoo.access.models import OrganisationKeyWrap
from korgoo.casework.models import Case
from tests import factories, factories_casework

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NAME = "Invented Person"


def test_a_leaver(walkers, people):
    leaver, house = people.shelter, people.shelter.organisation
    colleague = factories.member(Role.CASE_WORKER, at=house, name="Нурзат Мисалова")
    administrator = factories.member(
        Role.ORGANISATION_ADMINISTRATOR, at=house, name="Эрлан Мисалов"
    )
    cases = [factories_casework.case(leaver, is_told=True) for _ in range(2)]
    here = walkers(administrator, language="ky", scripts=False, eye=True)
    administrator_lets_her_go(here, leaver, colleague, cases)
    colleague_goes_on(walkers(colleague, language="ky", scripts=False, eye=True), cases)
    the_leaver_opens_nothing(walkers(leaver, language="ky", scripts=False), cases[0], leaver)


def administrator_lets_her_go(walker, leaver, colleague, cases):
    walker.go("/home/")
    walker.follow("main a[href='/closing/handover/']")
    assert not any(case.spoken_code in walker.source for case in cases)
    walker.follow(f"main a[href='/closing/handover/{leaver.user.pk}/']")
    walker.send(walker.path, forgive=422)  # nobody was chosen: the page says so
    assert walker.has(".govuk-error-summary")
    walker.choose(successors=[str(colleague.user.pk)])
    walker.page.check("main [name=ends_roles]")
    walker.send(walker.path)
    assert walker.path == "/closing/handover/"


def colleague_goes_on(walker, cases):
    walker.go("/home/")
    walker.follow("main a[href='/closing/handed-over/']")
    assert all(case.spoken_code in walker.source for case in cases)
    assert NAME not in walker.source
    walker.follow(f"main a[href='/cases/{cases[0].pk}/']")
    walker.follow("main a[href$='/part/identity/']")
    assert NAME in walker.source
    walker.go("/closing/handed-over/")
    walker.send("/closing/handed-over/")
    assert walker.path == "/home/"
    assert not walker.has("main a[href='/closing/handed-over/']")


def the_leaver_opens_nothing(walker, case, leaver):
    assert not OrganisationKeyWrap.objects.filter(member_key__user=leaver.user).exists()
    assert not Case.objects.filter(worker_id=leaver.user.pk).exists()
    answer = walker.page.goto(f"{walker.base}/cases/{case.pk}/")
    assert answer.status in (403, 404)
    assert case.spoken_code not in walker.page.content()
    walker.faults.clear()  # being refused is what was awaited
