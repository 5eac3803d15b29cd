"""The analyst: counts alone. No case, person, pair, alarm or trail, on whatever page."""

import pytest
from django.urls import reverse

from korgoo.access import policy
from korgoo.access.enums import Permission, Role
from korgoo.lib.errors import NotFound
from korgoo.pairs import api as pairs
from tests import factories, members
from tests import factories_casework as make
from tests.secrecy.test_wrong_person import ALL, GUARDED

MAY = {
    Permission.ACCOUNT_USE,
    Permission.CAMPAIGN_REPORT,
    Permission.CAMPAIGN_VIEW,
    Permission.PLAN_VIEW,
    Permission.QUALITY_VIEW,
}
CLOSED = (
    "access:members",
    "access:audit",
    "board:board",
    "casework:list",
    "casework:watch",
    "counting:persons",
    "counting:persons_file",
    "lookup:find",
    "lookup:key",
    "pairs:alarms",
    "pairs:key",
    "pairs:list",
    "pairs:mine",
    "referral:watch",
)


def test_the_start_page_leads_to_the_quality_of_matching(enter, people):
    browser = enter(people.analyst)
    page = browser.get("/home/")
    assert page.status_code == 200
    assert reverse("counting:quality") in page.text
    shown = members.words(page)
    for word in ("How well people are matched", "National plan", "Campaigns"):
        assert word in shown
    for word in ("Same person?", "Find a person", "Key to possible pairs", "Persons counted once"):
        assert word not in shown


@pytest.mark.parametrize("page", CLOSED)
def test_what_is_of_cases_persons_and_members_does_not_exist_for_them(enter, people, page):
    assert enter(people.analyst).get(reverse(page)).status_code == 404


def test_a_case_of_their_own_house_does_not_either(enter, people):
    house = people.analyst.organisation
    case = make.case(factories.member(Role.OFFICER, at=house))
    browser = enter(people.analyst)
    assert browser.get(reverse("casework:case", args=[case.pk])).status_code == 404
    assert browser.get(reverse("casework:facet", args=[case.pk, "identity"])).status_code == 404


def test_pairs_are_opened_by_nobody_who_only_counts(people):
    with pytest.raises(NotFound):
        pairs.open_pairs(actor=people.analyst.actor)
    assert pairs.waiting(actor=people.analyst.actor) == pairs.Waits()


def test_no_page_but_these_is_open_to_them(people):
    needed = {ALL[name].callback.needs for name in GUARDED}
    assert {one for one in needed if policy.may_enter(people.analyst.actor, one)} == MAY
