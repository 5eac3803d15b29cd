"""Words on a card are sealed with the case at once; the card itself keeps none of them."""

from uuid import uuid4

import pytest
from django.apps import apps
from django.urls import reverse

from korgoo.access.enums import Event, Facet
from korgoo.access.models import AuditEvent
from korgoo.casework import services as casework
from korgoo.casework.models import SealedFacet
from korgoo.identification import services
from korgoo.identification.enums import Opinion
from korgoo.identification.forms import MOST_WORDS
from korgoo.identification.models import Screening, ScreeningChoice
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
SPOT = "An invented building site behind the blue kiosk"
CALL = "At nine in the evening, the word is apricot"
NAMES = "Invented Agency, Boss Invented"
WHERE = {"w-where": SPOT, "w-next-call": CALL}
SECOND, FIFTH = 2, 4  # where and when; who else is there


@pytest.fixture
def case(people):
    return make.case(people.officer)


@pytest.fixture
def card(case, people):
    return make.card(case, people.officer, view="consul-phone")


@pytest.fixture
def consul(people, enter):
    return enter(people.officer)


def place(card, number):
    return reverse("identification:page", args=[card.id, number])


def opened(case, kind, people):
    return casework.open_facet(case.pk, kind, actor=people.officer.actor)


def texts(case, kind, people):
    return [note["text"] for note in (opened(case, kind, people) or {}).get("notes", [])]


def chosen(card):
    return dict(
        ScreeningChoice.objects.filter(screening=card.id).values_list("question", "option")
    )


def test_the_words_are_sealed_in_the_part_they_belong_to(case, card, consul, people):
    consul.post(place(card, SECOND), **WHERE)
    consul.post(place(card, FIFTH), **{"w-names": NAMES, "q-others": "up-to-five"})

    [contact] = texts(case, Facet.CONTACT, people)
    assert contact.splitlines() == [
        f"Where exactly are you? {SPOT}",
        f"When shall I call, and which word tells me that it is you and that it is safe? {CALL}",
    ]
    assert texts(case, Facet.STORY, people) == [
        f"What is the name of the agency, the agent or the boss? {NAMES}"
    ]
    assert opened(case, Facet.CONTACT, people)["notes"][0]["kind"] == "card"


def test_the_page_of_the_sealed_part_shows_them(case, card, consul, words_of):
    consul.post(place(card, SECOND), **WHERE)

    page = words_of(consul.get(reverse("casework:facet", args=[case.pk, Facet.CONTACT])))

    assert "Written on a card" in page
    assert SPOT in page
    assert CALL in page


def test_what_was_written_before_stays_beside(people, enter):
    case = make.case(people.officer, is_told=True)
    card = make.card(case, people.officer, view="consul-phone")

    enter(people.officer).post(place(card, SECOND), **WHERE)

    contact = opened(case, Facet.CONTACT, people)
    assert contact["phone"] == "0555 000 111"
    assert len(contact["notes"]) == 1


def test_the_card_keeps_only_that_something_was_written(card, consul, people):
    consul.post(place(card, SECOND), **WHERE)
    consul.post(place(card, FIFTH), **{"w-names": NAMES})

    assert chosen(card) == {"where": "sealed", "next-call": "sealed", "names": "sealed"}
    services.give_opinion(card.id, Opinion.NOT_ENOUGH, actor=people.officer.actor)
    assert Screening.objects.get(pk=card.id).answers == {}


def test_no_word_stands_anywhere_in_the_database_in_clear(case, card, consul, people):
    consul.post(place(card, SECOND), **WHERE)
    consul.post(place(card, FIFTH), **{"w-names": NAMES})
    services.give_opinion(card.id, Opinion.NOT_ENOUGH, actor=people.officer.actor)

    looked_at = 0
    for model in apps.get_models():
        for row in model._base_manager.values_list():
            looked_at += 1
            text = repr([bytes(v) if isinstance(v, memoryview) else v for v in row])
            for words in ("blue kiosk", "nine in the evening", "apricot", "Invented Agency"):
                assert words not in text, model
    assert looked_at > 20


def test_sent_twice_they_are_written_once(case, card, consul, people):
    key = str(uuid4())

    first = consul.post(place(card, SECOND), submission_key=key, **WHERE)
    second = consul.post(place(card, SECOND), submission_key=key, **WHERE)

    assert first.url == second.url == place(card, 3)
    assert len(texts(case, Facet.CONTACT, people)) == 1


def test_written_again_they_stand_beside_what_was_written_before(case, card, consul, people):
    consul.post(place(card, SECOND), **{"w-where": SPOT})

    consul.post(place(card, SECOND), **{"w-where": "Moved to another invented site"})

    assert texts(case, Facet.CONTACT, people) == [
        f"Where exactly are you? {SPOT}",
        "Where exactly are you? Moved to another invented site",
    ]


def test_a_page_sent_again_without_words_loses_nothing(case, card, consul, people, words_of):
    consul.post(place(card, FIFTH), **{"w-names": NAMES, "q-others": "none"})

    consul.post(place(card, FIFTH), **{"w-names": "  ", "q-others": "more"})

    assert chosen(card) == {"names": "sealed", "others": "more"}
    assert len(texts(case, Facet.STORY, people)) == 1
    page = consul.get(place(card, FIFTH))
    assert "Something was written here before and is sealed." in words_of(page)
    assert NAMES not in page.text


def test_a_page_without_words_seals_nothing(case, card, consul, people):
    consul.post(place(card, SECOND), **{"w-where": "", "w-next-call": " \n "})

    assert chosen(card) == {}
    assert not SealedFacet.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"q-others": "a hundred"}, {"w-names": "x" * (MOST_WORDS + 1), "q-others": "none"}]
)
def test_a_page_with_a_fault_keeps_the_words_as_typed_and_seals_nothing(wrong, case, card, consul):
    given = {"w-names": NAMES} | wrong

    answer = consul.post(place(card, FIFTH), **given)

    assert answer.status_code == 422
    assert given["w-names"] in answer.text
    assert chosen(card) == {}
    assert not SealedFacet.objects.exists()


def test_words_after_the_reading_are_refused_and_not_sealed(case, card, consul, people):
    services.give_opinion(card.id, Opinion.NOT_ENOUGH, actor=people.officer.actor)

    assert consul.post(place(card, SECOND), **WHERE).status_code == 403

    assert not SealedFacet.objects.exists()


def test_a_reader_of_the_part_may_read_what_a_card_adds(case, card, consul, people):
    consul.post(place(card, SECOND), **{"w-where": SPOT})
    make.share(case, people.shelter, make.Scope.CONTACT, by=people.officer)

    consul.post(place(card, SECOND), **{"w-where": "Moved to another invented site"})

    read = casework.open_facet(case.pk, Facet.CONTACT, actor=people.shelter.actor)
    assert len(read["notes"]) == 2


def test_no_word_is_in_the_audit_trail(card, consul):
    consul.post(place(card, SECOND), **WHERE)

    details = set(AuditEvent.objects.values_list("detail", flat=True))
    assert "contact" in details
    assert not any("Invented" in detail or "kiosk" in detail for detail in details)
    assert AuditEvent.objects.filter(event=Event.FACET_WRITTEN, detail="contact").exists()
