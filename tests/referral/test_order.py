"""Organisations of referrals stand in the order of the alphabet that the reader reads."""

import re

import pytest

from korgoo.access import api as access
from korgoo.access.enums import Mandate
from korgoo.referral import looking
from korgoo.referral.enums import ReferralState
from korgoo.referral.seekers import seeker_of
from tests import factories
from tests import factories_referral as make

pytestmark = pytest.mark.django_db


def test_whom_one_may_ask_stands_by_name_when_nothing_else_tells_them_apart(people):
    in_order = factories.organisations_in_order(Mandate.SERVE)
    row = make.draft(people)
    offered = list(access.cards(reversed(in_order)).values())

    found, _nobody = looking.cards(row.case_id, "shelter", offered, seeker_of(row), named="")

    assert [card.name for card in found] == list(factories.IN_ORDER)


def test_the_watch_offers_organisations_by_name(people, enter):
    names = {"clinic": "Өмүр", "shelter": "Омор", "officer": "Ңаап"}
    for who, name in names.items():
        house = getattr(people, who).organisation
        house.name_en = name
        house.save()
    make.referral(people, ReferralState.SENT)
    make.sent(people, to=people.clinic.organisation)

    page = enter(people.coordinator).get("watch").text

    assert re.findall(r">\s*(Ңаап|Омор|Өмүр)\s*</option>", page) == ["Ңаап", "Омор", "Өмүр"]
