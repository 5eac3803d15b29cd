"""The card to carry: signs, steps, a code between colleagues, numbers. Nothing is entered on it."""

import pytest
from django.urls import reverse

from korgoo.access.enums import Role
from korgoo.identification import services
from korgoo.identification.enums import Talk
from korgoo.identification.models import Screening
from korgoo.lib.errors import NotFound
from tests import factories
from tests import factories_casework as make

pytestmark = pytest.mark.django_db


def pocket(view="border-pocket"):
    return reverse("identification:pocket", args=[view])


def test_it_shows_signs_steps_the_code_and_the_numbers_in_this_order(people, enter, words_of):
    page = words_of(enter(people.officer).get(pocket()))

    parts = [
        "Card to carry: nothing is written on it",
        "Pocket card for the border",
        "A sign is no proof",
        "Signs",
        "What to do",
        "Be friendly and work as usual",
        "The head of the shift calls the co-ordinator.",
        "Silent code",
        "Bring form number twelve.",
        "Whom to call",
        "189 Helpline on safe migration",
        "0800 0000 189",
        "112",
    ]
    places = [page.index(part) for part in parts]
    assert places == sorted(places)


def test_every_sign_and_every_step_is_on_it(people, enter):
    text = enter(people.officer).get(pocket()).text

    card = text.split("Card to carry: nothing")[1]
    assert card.split("What to do")[0].count("<li>") == 12
    assert card.split("What to do")[1].split("Silent code")[0].count("<li>") == 8
    assert 'href="tel:08000000189"' in card


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_it_speaks_the_officers_language(language, people, enter, words_of):
    officer = enter(people.officer)
    officer.client.cookies["language"] = language
    words = {"ky": "Чек арачынын чөнтөк карточкасы", "ru": "Карманная карточка пограничника"}

    assert words[language] in words_of(officer.get(pocket()))


@pytest.mark.parametrize("view", ["no-such-card", "labour-inspector", "full"])
def test_only_cards_to_carry_are_found(view, people, enter):
    assert enter(people.officer).get(pocket(view)).status_code == 404


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.CASE_WORKER, 200),
        (Role.HOTLINE_OPERATOR, 200),
        (Role.COORDINATOR, 200),
        (Role.CONTENT_EDITOR, 200),
        (Role.ORGANISATION_ADMINISTRATOR, 404),
        (Role.DATA_PROTECTION_OFFICER, 404),
    ],
)
def test_who_works_with_people_or_with_the_guideline_finds_it(role, status, enter, db):
    assert enter(factories.member(role)).get(pocket()).status_code == status


def test_nothing_can_be_sent_to_it(people, enter):
    assert enter(people.officer).post(pocket()).status_code == 405


def test_it_cannot_be_started_as_a_card(people, enter):
    case = make.case(people.officer)

    with pytest.raises(NotFound):
        services.start_screening(
            case.pk, view="border-pocket", talk=Talk.ALONE, actor=people.officer.actor
        )
    start = reverse("casework:screen", args=[case.pk])
    answer = enter(people.officer).post(start, talk="alone", view="border-pocket")
    assert answer.status_code == 422
    assert not Screening.objects.exists()
