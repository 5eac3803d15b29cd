"""A girl of 15, a nanny abroad for her parents' debt: the child rule, her guardian, help across the border.

Walked without scripts in Kyrgyz, on a narrow telephone; axe looks at every page.
"""

from datetime import timedelta

import pytest
from django.utils import translation

from korgoo.assistance.models import Assessment, BestInterestDecision, ProgrammeItem
from korgoo.assistance.wording import MISSING
from korgoo.lib import clock as time
from tests.browser import steps

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AUNT, GOAL = "Таежеси Мисалова", "Мектепке кайткым келет"


@pytest.fixture(autouse=True)
def _kyrgyz():
    with translation.override("ky"):
        yield


def test_c4(walkers, people, clock):
    consul = walkers(people.consul, scripts=False, eye=True)
    consul.go("/home/")
    case = girl_of_fifteen(consul)
    page = case.replace("/cases/", "/help/")
    child_rule_asks(consul, page)
    guardian_and_what_is_best(consul, page, people)
    needs_and_programme(consul, page, people)
    sent = across_the_border(consul, case, people)
    centre_sees_needs_and_no_words(walkers, people, page, sent)


def girl_of_fifteen(walker):
    case = steps.open_contact(walker, channel="message")
    walker.follow(f"main a[href='{case}details/']")
    walker.select(age_band="12-17", country="KZ")
    walker.send("/details/")
    return case


def child_rule_asks(walker, page):
    assert str(MISSING["guardian"]) in walker.words
    walker.follow(f"main a[href='{page}']")
    assert all(str(words) in walker.words for words in MISSING.values())


def guardian_and_what_is_best(walker, page, people):
    walker.follow(f"main a[href='{page}guardian/']")
    walker.choose(guardian="relative", appointed_by="guardianship_body", trained_interviewer="yes")
    walker.fill(name=AUNT)
    walker.send("/guardian/")
    walker.follow(f"main a[href='{page}best-interest/']")
    walker.choose(outcome="relatives")
    day(walker, "decided_on", time.today())
    walker.send("/best-interest/")
    assert not any(str(words) in walker.words for words in MISSING.values())
    assert BestInterestDecision.objects.get().decided_by == people.consul.organisation


def needs_and_programme(walker, page, people):
    walker.follow(f"main a[href='{page}assess/']")
    walker.select(**{"need-shelter": "urgent", "need-school": "open", "risk-debts": "yes"})
    walker.choose(level="high", grounds=["factors", "person_says"])
    day(walker, "review_on", time.today() + timedelta(days=7))
    walker.send("/assess/")
    assert [str(need) for need in Assessment.objects.get().unmet] == ["shelter", "school"]
    walker.follow(f"main a[href='{page}goals/']")
    walker.fill(goals=GOAL)
    walker.send("/goals/")
    assert GOAL not in walker.source
    walker.follow(f"main a[href='{page}items/new/']")
    shelter = f"org-{people.shelter.organisation.pk}"
    walker.select(need="shelter", service="shelter", provider=shelter, cost="donor")
    walker.send("/new/")
    walker.follow(f"main a[href^='{page}items/']:not([href$='/new/'])")
    assert ProgrammeItem.objects.get().plan_type == "SocialCare"


def across_the_border(walker, case, people):
    walker.go(case)
    steps.reach_consent(walker, case, "crossborder", people.coordinator)
    walker.choose(guardian="yes")
    steps.consent(walker, ("referral", "contact"))
    steps.write(walker, needs=["return", "documents"], cautions=["not_the_family"])
    return steps.check_and_send(walker)


def centre_sees_needs_and_no_words(walkers, people, page, sent):
    walker = walkers(people.coordinator, scripts=False)
    walker.go(sent.referral)
    walker.go(page)
    assert walker.page.locator("main .korgoo-tag--late").count() == 1
    for hidden in (AUNT, GOAL, "guardian/", "assess/"):
        assert hidden not in walker.source


def day(walker, name, when):
    """Type a day into its three inputs."""
    walker.fill(
        **{f"{name}_day": str(when.day), f"{name}_month": str(when.month)},
        **{f"{name}_year": str(when.year)},
    )
