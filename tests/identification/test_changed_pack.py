"""A pack that changes under a running installation: old cards keep what they were read under."""

from datetime import date

import pytest

from korgoo.identification import api as identification
from korgoo.identification import editions, services
from korgoo.identification.enums import Opinion
from korgoo.identification.models import GuidelineEdition, Screening
from tests import factories_casework as make
from tests.identification import changed

pytestmark = pytest.mark.django_db
ANSWERS = [(choice.question, choice.option) for choice in changed.SOME]


@pytest.fixture(autouse=True)
def _today(clock):
    """It is 2 March 2026."""


@pytest.fixture
def case(people):
    return make.case(people.officer)


@pytest.fixture
def update(settings, tmp_path):
    """Install another pack: ``update(D4_01="weak")``."""

    def install(**more):
        settings.COUNTRY_PACK = changed.pack_in(tmp_path, **more)

    return install


def outcome(card):
    return Screening.objects.get(pk=card.id).reading["outcome"]


def test_a_changed_pack_is_an_edition_from_the_day_it_is_seen(case, people, clock, update):
    make.card(case, people.officer)
    clock.set(2026, 4, 15, 8, 0)
    update(D4_01="weak")

    make.card(case, people.officer)

    found = [(e.origin, e.valid_from, e.valid_to) for e in identification.list_editions()]
    assert found == [
        ("pack", None, date(2026, 4, 14)),
        ("pack", date(2026, 4, 15), None),
    ]
    clock.set(2026, 4, 20, 8, 0)
    assert identification.current_edition().valid_from == date(2026, 4, 15)
    assert identification.edition_on(date(2026, 4, 14)).valid_from is None


def test_cards_keep_their_reading_and_new_ones_are_read_by_the_changed_pack(
    case, people, update, clock
):
    read = make.read_card(case, people.officer, *ANSWERS)
    begun = make.card(case, people.officer)
    clock.forward(days=1)
    update(D4_01="weak")

    asked = [choice.question for choice in changed.SOME]
    services.save_answers(begun.id, changed.SOME, asked=asked, actor=people.officer.actor)
    services.give_opinion(begun.id, Opinion.NOT_ENOUGH, actor=people.officer.actor)
    new = make.read_card(case, people.officer, *ANSWERS)

    assert [outcome(card) for card in (read, begun, new)] == ["some", "some", "not_enough"]
    kept = GuidelineEdition.objects.order_by("kept_at")
    assert [row.pk for row in kept] == [
        Screening.objects.get(pk=card.id).edition_id for card in (begun, new)
    ]
    old = editions.of(Screening.objects.get(pk=read.id))
    assert old.data.catalogues["ilo-labour"].indicator("D4.01").weights["adult_labour"] == "strong"


def test_before_any_card_was_begun_a_changed_pack_holds_from_the_beginning(people, update):
    update(D4_01="weak")

    assert [e.valid_from for e in identification.list_editions()] == [None]


def test_a_pack_that_names_its_first_day_holds_from_it(case, people, update):
    make.card(case, people.officer)
    update(head=lambda text: text.replace("valid_from: null", "valid_from: 2026-05-01"))

    assert identification.current_edition().valid_from is None
    assert identification.edition_on(date(2026, 5, 1)).valid_from == date(2026, 5, 1)


def test_a_changed_pack_without_a_day_does_not_replace_what_two_persons_adopted(
    people, update, clock
):
    changed.adopt(changed.without_weight(), by=people.coordinator, day=date(2026, 3, 2))
    clock.forward(days=30)
    update(D4_01="weak")

    assert identification.current_edition().name == "2026-2"
    assert [e.name for e in identification.list_editions()] == ["2026-1", "2026-2"]


def test_a_pack_that_names_a_day_after_an_adoption_follows_it(people, update, clock):
    changed.adopt(changed.without_weight(), by=people.coordinator, day=date(2026, 3, 2))
    update(head=lambda text: text.replace("valid_from: null", "valid_from: 2026-05-01"))

    clock.set(2026, 4, 30)
    assert identification.current_edition().origin == "adopted"
    clock.set(2026, 5, 1)
    assert identification.current_edition().origin == "pack"
