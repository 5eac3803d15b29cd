"""A person and their case worker, each at a browser of their own: the whole life of an own page."""

import re
from types import SimpleNamespace

import pytest
from django.urls import reverse

from korgoo.access.enums import Facet
from korgoo.casework.models import FacetWrap
from korgoo.mypage import services
from korgoo.referral.enums import ReferralState
from korgoo.referral.models import Referral
from tests import factories_casework, factories_referral

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
MESSAGE = "Жардам келген жок. Ойдон чыгарылган билдирүү."
ANSWER = "Эртең чалабыз. Ойдон чыгарылган жооп."
OTHER = "996000000145"


@pytest.fixture
def story(people):
    """Help was reported to the inspector's case; the person agreed to name and telephone."""
    net = SimpleNamespace(
        officer=people.inspector,
        shelter=people.shelter,
        clinic=people.shelter,
        coordinator=people.coordinator,
    )
    case = factories_casework.case(people.inspector, is_told=True)
    scopes = (factories_casework.Scope.REFERRAL, factories_casework.Scope.IDENTITY)
    row, _code = factories_referral.sent(net, case=case, scopes=scopes)
    return case, factories_referral.onwards(net, row, ReferralState.COMPLETED)


def come(walker, number, code, **more):
    walker.go("/my/")
    walker.fill(number=number, code=code)
    walker.send("/my/", **more)


@SCRIPTS
def test_a_person_looks_takes_back_says_no_writes_and_reads_the_answer(
    walkers, people, story, scripts
):
    case, referral = story
    worker = walkers(people.inspector, scripts=scripts)
    number, code = make_code(worker, case)

    person = walkers(scripts=scripts, eye=scripts)
    person.page.set_viewport_size({"width": 320, "height": 640})
    come(person, number, "000 000 000 000", forgive=422)
    come(person, number, code)
    assert person.path == "/my/page/"
    assert person.page.title() == "Маалымат"

    person.page.check("[name=scopes][value=identity]")
    person.send("/my/take-back/")
    assert not FacetWrap.objects.filter(
        facet__kind=Facet.IDENTITY, organisation=people.shelter.organisation
    ).exists()
    person.send("/my/helped/", button="button[value=no]")
    referral.refresh_from_db()
    assert (referral.state, referral.helped) == (ReferralState.IN_SERVICE, "no")
    person.follow("main a[href='/my/message/']")
    person.fill(text=MESSAGE)
    person.choose(may_call="no")
    person.send("/my/message/")

    answer(worker, case)
    person.go("/my/page/")
    assert ANSWER in person.words
    assert MESSAGE not in person.source
    assert {re.sub(r"[a-z/-]", "", path) for path in person.passed} == {""}


@SCRIPTS
def test_the_other_code_shows_what_anybody_may_read(walkers, people, story, scripts):
    case, referral = story
    page, code = services.make_code(
        case.pk, other=OTHER, leaves_mark=True, actor=people.inspector.actor
    )
    person = walkers(scripts=scripts)

    come(person, page.number, OTHER)
    assert person.path == "/my/page/"
    assert person.page.title() == "Маалымат"
    assert referral.receiver.name not in person.source
    come(person, page.number, code)
    assert referral.receiver.name in person.source

    worker = walkers(people.inspector, scripts=scripts)
    worker.go(reverse("casework:case", args=[case.pk]))
    assert worker.has("main .korgoo-notice--urgent")


def test_the_way_out_ends_the_visit(walkers, people, story, settings, live_server):
    settings.EXIT_ADDRESS = f"{live_server.url}/"
    case, _referral = story
    page, code = services.make_code(case.pk, actor=people.inspector.actor)
    person = walkers()
    come(person, page.number, code)

    person.follow("[data-korgoo-exit]")

    assert person.path == "/"
    person.go("/my/page/")
    assert person.path == "/my/"
    assert Referral.objects.get().state == ReferralState.COMPLETED


def make_code(worker, case):
    """Make a code on the page of the case, and read it as it stands there."""
    worker.go(reverse("casework:case", args=[case.pk]))
    worker.follow("#persons-page a[href$='/code/']")
    worker.send("/code/")
    number, code = worker.page.locator("main p .korgoo-code--large").all_inner_texts()
    return number, code


def answer(worker, case):
    """Find the message from home, read it and answer."""
    worker.go("/home/")
    worker.follow("main a[href='/my/waiting/']")
    worker.follow(f"main a[href='{reverse('mypage:messages', args=[case.pk])}']")
    assert MESSAGE in worker.words
    worker.fill(text=ANSWER)
    worker.send("/messages/")
    assert ANSWER in worker.words
