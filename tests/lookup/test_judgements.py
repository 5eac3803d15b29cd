"""What people said of a pair is kept beside what matching had said, and nothing that leads back to the pair."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from korgoo.casework import recognising
from korgoo.lib.errors import NotFound
from korgoo.lookup import api, services
from korgoo.lookup.enums import Script
from korgoo.lookup.models import CaseEncoding, CaseLink, Judgement, NotSame
from korgoo.lookup.scripts import script_of
from korgoo.lookup.services.judging import _rounded
from tests import factories_casework as make

CYRILLIC = {"name": "Мисалова Айсулуу", "birth": "27.03.1998"}
LATIN = {"name": "Misalova Aisuluu", "birth": "27.03.1998"}
OTHER = {"name": "Сынаков Бакыт", "birth": "1971"}


@pytest.fixture
def pair(people):
    """Two own cases of one person, spelled in two ways."""
    return [
        make.case(people.officer, identity=one, coded={"citizenship": "KG"})
        for one in (CYRILLIC, LATIN)
    ]


def only():
    return Judgement.objects.get()


def test_the_same_person_is_noted_with_what_matching_had_said(pair, people, clock):
    said = api.similar(pair[1].pk, actor=people.officer.actor, own=True)[0].posterior
    services.say_same(pair[1].pk, lead_id=pair[0].pk, actor=people.officer.actor)
    row = only()
    assert row.is_same
    assert not row.across
    assert 0 <= Decimal(repr(said)) - row.posterior < Decimal("0.01")
    assert (row.script, row.citizenship) == (Script.MIXED, "KG")
    assert row.month == clock.now.date().replace(day=1)


def test_different_people_are_noted_once(pair, people):
    for _twice in range(2):
        services.say_different(pair[1].pk, others=[pair[0].pk], actor=people.officer.actor)
    assert not only().is_same
    assert only().posterior is not None


def test_of_several_that_were_shown_each_is_noted_by_what_was_said_before(pair, people):
    third = make.case(people.officer, identity=LATIN)
    services.say_different(third.pk, others=[one.pk for one in pair], actor=people.officer.actor)
    assert NotSame.objects.count() == 2
    assert [row.posterior is not None for row in Judgement.objects.all()] == [True, True]


def test_a_pair_that_was_not_proposed_was_found_by_hand(pair, people):
    far = make.case(people.officer, identity=OTHER)
    services.say_same(far.pk, lead_id=pair[0].pk, actor=people.officer.actor)
    assert only().posterior is None


def test_where_nothing_could_be_compared_nothing_is_noted(pair, people):
    CaseEncoding.objects.filter(case=pair[0]).delete()
    services.say_same(pair[1].pk, lead_id=pair[0].pk, actor=people.officer.actor)
    assert CaseLink.objects.count() == 1
    assert not Judgement.objects.exists()


def test_two_who_were_not_proposed_and_are_different_say_nothing_of_matching(pair, people):
    far = make.case(people.officer, identity=OTHER)
    services.say_different(far.pk, others=[pair[0].pk], actor=people.officer.actor)
    assert NotSame.objects.count() == 1
    assert not Judgement.objects.exists()


def test_who_may_not_know_of_the_cases_notes_nothing(pair, people):
    with pytest.raises(NotFound):
        services.say_same(pair[1].pk, lead_id=pair[0].pk, actor=people.stranger.actor)
    with pytest.raises(NotFound):
        services.say_different(pair[1].pk, others=[pair[0].pk], actor=people.stranger.actor)
    assert not Judgement.objects.exists()


@pytest.mark.parametrize("same", [True, False])
def test_what_is_said_before_saving_is_noted(pair, people, same):
    shown = [pair[0].pk]
    recognising.decide(
        pair[1].pk, same=shown[0] if same else None, shown=shown, actor=people.officer.actor
    )
    assert only().is_same is same


@pytest.mark.parametrize(("deed", "same"), [("same", True), ("new", False)])
def test_what_is_said_on_the_page_of_two_cases_is_noted(enter, pair, people, deed, same):
    page = enter(people.officer).post("like", pair[0].pk, known=f"{deed}:{pair[1].pk}")
    assert page.status_code == 302
    assert only().is_same is same


def test_another_mission_notes_a_pair_between_organisations(pair, people):
    api.note_judgement(
        posterior=0.98765,
        is_same=True,
        across=True,
        case_id=pair[0].pk,
        actor=people.officer.actor,
    )
    row = only()
    assert row.across
    assert row.posterior == Decimal("0.98")
    assert (row.script, row.citizenship) == (Script.CYRILLIC, "KG")


def test_of_a_case_that_is_not_ones_own_neither_name_nor_citizenship_is_noted(pair, people):
    api.note_judgement(
        posterior=0.9,
        is_same=False,
        across=True,
        case_id=pair[0].pk,
        actor=people.stranger.actor,
    )
    assert (only().script, only().citizenship) == (Script.NONE, "")


def test_a_row_leads_to_nobody(pair, people):
    services.say_same(pair[1].pk, lead_id=pair[0].pk, actor=people.officer.actor)
    held = {field.name for field in Judgement._meta.get_fields()}
    assert held == {"id", "posterior", "is_same", "across", "script", "citizenship", "month"}
    assert not [field for field in Judgement._meta.get_fields() if field.is_relation]
    assert only().pk.version == 4


@pytest.mark.parametrize(
    ("posterior", "kept"), [(0.989999, "0.98"), (0.99, "0.99"), (0.29, "0.29"), (1.0, "1.00")]
)
def test_what_is_under_a_threshold_stays_under_it(posterior, kept):
    assert _rounded(posterior) == Decimal(kept)


@pytest.mark.parametrize(
    ("names", "script"),
    [
        (["Айгуль", "Өмүр"], Script.CYRILLIC),
        (["Aygül", "O'mur"], Script.LATIN),
        (["Айгуль", "Aigul"], Script.MIXED),
        (["Aйгуль"], Script.MIXED),  # the first letter is Latin
        (["Айгуль", ""], Script.CYRILLIC),
        (["", "1998 -"], Script.NONE),
        (["中文"], Script.NONE),
    ],
)
def test_the_letters_of_two_names(names, script):
    assert script_of(names) == script


@pytest.mark.parametrize(
    "wrong",
    [
        {"posterior": Decimal("1.01")},
        {"month": "2026-02-03"},
        {"posterior": None, "is_same": False},
    ],
)
@pytest.mark.django_db
def test_the_database_refuses_what_cannot_be(wrong):
    right = {"posterior": Decimal("0.5"), "is_same": True, "across": False, "script": "latin"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Judgement.objects.create(**{**right, "month": "2026-02-01", **wrong})


def test_the_page_of_two_cases_is_still_closed_to_others(enter, pair, people):
    address = reverse("lookup:like", args=[pair[0].pk])
    assert enter(people.stranger).post(address, known=f"same:{pair[1].pk}").status_code == 404
    assert not Judgement.objects.exists()
