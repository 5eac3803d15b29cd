"""Starting a card: the cards made for one's own organisation stand first."""

import re

import pytest
from django.urls import reverse

from korgoo.access.enums import Mandate, Role
from korgoo.identification import api as identification
from korgoo.identification.models import Screening
from tests import factories
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
WHOLE = ["full", "full--ilo-sexual", "full--unodc-signs"]


def offered(mandates=(), body=""):
    rows = identification.views_for(mandates=frozenset(mandates), body=body)
    return [key for key, _title in rows]


@pytest.mark.parametrize(
    ("mandates", "body", "first"),
    [
        (["inspect"], "", "labour-inspector"),
        (["consular"], "", "consul-phone"),
        (["serve"], "", "ngo-intake"),
        (["investigate"], "", "police"),
        (["presume"], "ministry-health", "health"),
        (["presume", "serve"], "ministry-education", "teacher"),
    ],
)
def test_the_card_made_for_the_organisation_stands_first(mandates, body, first, db):
    assert offered(mandates, body)[0] == first


def test_cards_for_anybody_stand_before_those_for_others(db):
    guideline = identification.current_edition().data
    keys = offered(["inspect"])[: -len(WHOLE)]

    def is_for_all(key):
        view = guideline.views[key]
        return not view.for_mandates and not view.for_bodies

    places = [keys.index(key) for key in keys if is_for_all(key)]
    others = [
        keys.index(key)
        for key in keys
        if not is_for_all(key) and "inspect" not in guideline.views[key].for_mandates
    ]
    assert places
    assert max(places) < min(others)


def test_every_card_is_offered_once_the_whole_lists_last_and_none_to_carry(db):
    guideline = identification.current_edition().data
    entered = {key for key, view in guideline.views.items() if view.pages}

    found = offered(["inspect"])

    assert found[-3:] == WHOLE
    assert sorted(found) == sorted([*entered, *WHOLE])
    assert "border-pocket" not in found
    # The second reading is asked by nobody.
    assert "full--ilo-forced-labour" not in found


def test_cards_are_offered_with_their_names(db):
    names = dict(identification.views_for(mandates=frozenset(), body=""))

    assert names["consul-phone"] == "The consul's phone card"
    assert all(name and name != key for key, name in names.items())


@pytest.mark.parametrize(
    ("mandate", "first"),
    [(Mandate.INSPECT, "labour-inspector"), (Mandate.CONSULAR, "consul-phone")],
)
def test_the_form_of_an_officer_begins_with_the_own_card(mandate, first, enter, db):
    officer = factories.member(Role.OFFICER, at=factories.organisation(mandate))
    case = make.case(officer)

    text = enter(officer).get(reverse("casework:screen", args=[case.pk])).text

    views = re.findall(r'name="view" type="radio" value="([^"]+)"', text)
    assert views[0] == first
    assert "border-pocket" not in views


def test_the_card_begins_where_its_questions_do(people, enter):
    case = make.case(people.officer)
    start = reverse("casework:screen", args=[case.pk])
    officer = enter(people.officer)

    short = officer.post(start, talk="alone", view="ngo-intake", moved="no").url
    whole = officer.post(start, talk="alone", view="full--ilo-sexual").url

    first, second = Screening.objects.order_by("started_at")
    assert short == reverse("identification:page", args=[first.pk, 1])
    assert whole == reverse("identification:age", args=[second.pk])
    assert (first.moved, second.moved) == ("no", "")
    assert (first.catalogue, second.catalogue) == ("ilo-labour", "ilo-sexual")


def test_a_card_that_nobody_offers_is_refused_and_what_was_typed_stays(people, enter):
    case = make.case(people.officer)

    answer = enter(people.officer).post(
        reverse("casework:screen", args=[case.pk]),
        talk="interpreter",
        view="full--ilo-forced-labour",
        moved="no",
    )

    assert answer.status_code == 422
    assert 'name="talk" type="radio" value="interpreter" checked' in answer.text
    assert not Screening.objects.exists()


def test_the_whole_list_of_the_second_reading_cannot_be_asked(people):
    """Nobody asks the eleven indicators: they are read from the first list."""
    guideline = identification.current_edition().data

    assert guideline.catalogues["ilo-forced-labour"].second_to == "ilo-labour"
    assert "full--ilo-forced-labour" not in offered()
