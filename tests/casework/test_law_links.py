"""What rests on the law leads to its article, from clocks, consents and kinds of help."""

import pytest
from django.urls import reverse

from korgoo.casework import api as casework
from tests import factories_casework as make
from tests import factories_referral as referrals

pytestmark = pytest.mark.django_db
TEN_DAYS = reverse("lawbook:article", args=["law-55-2005", "21-4"])
PERSONAL_DATA = reverse("lawbook:instrument", args=["law-58-2008"])


def test_a_clock_leads_to_the_article_that_sets_it(people, enter):
    case = make.case(people.officer)
    casework.start_clock(
        case.pk,
        "shelter_first_stay",
        responsible_id=people.shelter.organisation.pk,
        actor=people.officer.actor,
        referral_id=case.pk,
    )

    page = enter(people.officer).get(reverse("casework:case", args=[case.pk])).text

    assert f'href="{TEN_DAYS}"' in page


def test_the_page_of_consent_leads_to_the_law_on_personal_data(people, enter):
    case = make.case(people.officer)
    where = reverse("casework:consent", args=[case.pk, people.shelter.organisation.pk])

    assert f'href="{PERSONAL_DATA}"' in enter(people.officer).get(where).text


def test_a_referral_leads_to_what_its_kind_of_help_rests_on(db, clock, enter):
    net = referrals.net()
    row, _code = referrals.sent(net)

    page = enter(net.officer).get(reverse("referral:referral", args=[row.pk])).text

    assert f'href="{TEN_DAYS}"' in page
