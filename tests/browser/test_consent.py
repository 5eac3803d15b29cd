"""C13 and C15: help without a name and for one purpose only; and a yes that is taken back.

The clinic has the part open in its browser while the person takes consent back: its next step finds
the part closed, and is told why.
"""

import pytest
from django.utils import translation

from korgoo.access.enums import Facet, Mandate
from korgoo.casework.grounds import NoticeKind
from korgoo.casework.models import Case, ConsentScope, FacetWrap
from korgoo.referral.enums import ReferralState as S
from korgoo.referral.models import Referral
from tests import factories
from tests.browser import steps
from tests.browser.walker import Answer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HEALTH = "Уйкусу начар, башы ооруйт"
STORY = "Кафеде иштеткен"


@pytest.fixture
def clinic(people):
    return factories.member(at=factories.organisation(Mandate.SERVE, name="Invented Clinic"))


def test_a_yes_for_one_thing_only_and_its_end(walkers, people, clinic):
    with translation.override("ky"):
        owner = walkers(people.shelter, scripts=False, eye=True)
        case = she_comes_without_a_name(owner)
        the_state_gets_a_no(owner, case, people.consul)
        sent = steps.ask(
            owner, case, "medical", clinic, scopes=("referral", "health"), needs=["health"]
        )
        doctor = walkers(clinic, scripts=False, eye=True)
        the_doctor_reads_health_and_nothing_else(doctor, case, sent)
        she_takes_it_back(owner, case, clinic)
        the_open_page_is_closed_and_says_why(doctor, case)
    assert Referral.objects.get().state == S.WITHDRAWN
    assert not FacetWrap.objects.filter(organisation=clinic.organisation).exists()


def she_comes_without_a_name(owner):
    owner.go("/home/")
    case = steps.open_contact(owner, danger="no", matter="other", channel="in_person")
    for part, text in (("health", HEALTH), ("story", STORY)):
        owner.go(case)
        owner.follow(f"main a[href='{case}part/{part}/write/']")
        owner.fill(text=text)
        owner.send("/write/")
    assert owner.path == case
    assert HEALTH not in owner.source
    return case


def the_state_gets_a_no(owner, case, consul):
    owner.go(f"{case}consent/{consul.organisation.pk}/")
    owner.choose(scope_referral="no")
    owner.send(owner.path)
    rows = ConsentScope.objects.values_list("scope", "is_given")
    assert list(rows) == [("referral", False)]  # what was not asked is no refusal
    assert Case.objects.get().protection == "contact"


def the_doctor_reads_health_and_nothing_else(doctor, case, sent):
    steps.take(doctor, sent.referral, "acknowledge")
    doctor.go(case)
    assert doctor.has(f"main a[href='{case}part/health/']")
    for closed in set(Facet) - {Facet.HEALTH}:
        assert not doctor.has(f"main a[href='{case}part/{closed}/']")
    doctor.follow(f"main a[href='{case}part/health/']")
    assert HEALTH in doctor.words
    assert STORY not in doctor.source


def she_takes_it_back(owner, case, clinic):
    owner.go(f"{case}consent/{clinic.organisation.pk}/withdraw/")
    owner.choose(scopes="referral")
    owner.send("/withdraw/")
    assert owner.path == f"{case}consent/"


def the_open_page_is_closed_and_says_why(doctor, case):
    why = str(NoticeKind.TAKEN_BACK.label)
    doctor._forgiven.append(Answer(404))
    doctor.go(f"{case}part/health/")
    assert HEALTH not in doctor.source
    assert why in doctor.words
    doctor.go("/home/")
    assert why in doctor.words
    doctor.send("/read/")
    assert why not in doctor.words
