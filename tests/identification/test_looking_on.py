"""Who may read a card besides its organisation: the co-ordinator, and it is written down."""

import pytest
from django.urls import reverse

from korgoo.access.enums import Event, Facet, Mandate, Role
from korgoo.access.models import AuditEvent
from korgoo.identification.models import Screening
from tests import factories
from tests import factories_casework as make
from tests.identification.test_services import STRONG

pytestmark = pytest.mark.django_db
ANSWERS = [(choice.question, choice.option) for choice in STRONG]
LOOKS = ("reading", "again", "print")


@pytest.fixture
def case(people):
    return make.case(people.officer, is_told=True)


@pytest.fixture
def card(case, people):
    return make.read_card(case, people.officer, *ANSWERS)


@pytest.fixture
def begun(case, people):
    return make.card(case, people.officer)


def address(name, card, *args):
    return reverse(f"identification:{name}", args=[card.id, *args])


def views():
    return AuditEvent.objects.filter(event=Event.SCREENING_VIEWED)


# The co-ordinator


def test_the_co_ordinator_reads_a_card_and_leaves_a_row(card, people, enter, words_of):
    page = words_of(enter(people.coordinator).get(address("reading", card)))

    assert "What the answers show Strong indications" in page
    assert "I do not know enough yet Officer One, Invented Migration Service" in page
    assert list(views().values_list("target", "user_id", "organisation_id")) == [
        (
            f"identification.Screening:{card.id}",
            people.coordinator.user.pk,
            people.coordinator.organisation.pk,
        )
    ]


def test_each_look_leaves_a_row(card, people, enter):
    centre = enter(people.coordinator)
    for name in LOOKS:
        centre.get(address(name, card))
        centre.get(address(name, card))

    events = AuditEvent.objects.filter(
        user_id=people.coordinator.user.pk, target=f"identification.Screening:{card.id}"
    ).order_by("seq")
    assert list(events.values_list("event", flat=True)) == [
        Event.SCREENING_VIEWED,
        Event.SCREENING_VIEWED,
        Event.SCREENING_REREAD,
        Event.SCREENING_REREAD,
        Event.SCREENING_PRINTED,
        Event.SCREENING_PRINTED,
    ]


def test_looking_changes_nothing_of_the_card(card, people, enter):
    before = Screening.objects.values().get(pk=card.id)
    centre = enter(people.coordinator)

    for name in LOOKS:
        assert centre.get(address(name, card)).status_code == 200

    assert Screening.objects.values().get(pk=card.id) == before


def test_the_co_ordinator_is_offered_no_deed_of_the_owner(card, case, people, enter, words_of):
    answer = enter(people.coordinator).get(address("reading", card))

    assert "Help now, whatever the reading says" not in words_of(answer)
    for name in ("casework:decide", "casework:screen", "referral:choose"):
        args = [case.pk, card.id] if name == "casework:decide" else [case.pk]
        assert reverse(name, args=args) not in answer.text


def test_the_co_ordinator_fills_no_card(begun, people, enter):
    centre = enter(people.coordinator)

    for name, args in (("page", [1]), ("opinion", [])):
        assert centre.get(address(name, begun, *args)).status_code == 404
        answer = centre.post(
            address(name, begun, *args), opinion="presumed", **{"q-documents": "kept"}
        )
        assert answer.status_code == 404
    screening = Screening.objects.get(pk=begun.id)
    assert not screening.opinion
    assert not screening.choices.exists()


@pytest.mark.parametrize("kind", Facet)
def test_the_co_ordinator_opens_no_sealed_part(kind, card, case, people, enter):
    answer = enter(people.coordinator).get(reverse("casework:facet", args=[case.pk, kind]))

    assert answer.status_code == 404
    assert not AuditEvent.objects.filter(event=Event.FACET_OPENED).exists()


def test_the_co_ordinator_is_told_that_a_card_is_not_finished(begun, people, enter, words_of):
    answer = enter(people.coordinator).get(address("reading", begun))

    assert answer.status_code == 200
    assert "The card is not finished: its officer has not given an opinion yet." in words_of(
        answer
    )
    assert views().count() == 1


def test_the_co_ordinator_finds_the_card_from_its_case(card, case, people, enter):
    page = enter(people.coordinator).get(reverse("casework:case", args=[case.pk])).text

    assert f'href="{address("reading", card)}"' in page


def test_a_co_ordinator_without_the_mandate_is_a_stranger(card, people, enter):
    member = factories.member(Role.COORDINATOR, at=people.stranger.organisation)

    assert enter(member).get(address("reading", card)).status_code == 404


# The organisation itself


def test_who_reads_an_own_card_leaves_no_row(card, people, enter):
    assert enter(people.officer).get(address("reading", card)).status_code == 200

    assert not views().exists()


def test_who_prints_an_own_card_leaves_a_row(card, people, enter):
    enter(people.officer).get(address("print", card))

    assert AuditEvent.objects.filter(event=Event.SCREENING_PRINTED).count() == 1


def test_an_own_card_that_is_not_read_leads_to_the_opinion(begun, people, enter):
    answer = enter(people.officer).get(address("reading", begun))

    assert answer.url == address("opinion", begun)


def test_a_colleague_who_fills_no_cards_is_not_sent_to_the_opinion(enter, words_of, db):
    both = factories.organisation(Mandate.COORDINATE, Mandate.PRESUME)
    officer, centre = (
        factories.member(role, at=both) for role in (Role.OFFICER, Role.COORDINATOR)
    )
    begun = make.card(make.case(officer), officer)

    answer = enter(centre).get(address("reading", begun))

    assert answer.status_code == 200
    assert "The card is not finished" in words_of(answer)


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize(
    "role",
    [Role.ORGANISATION_ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.CONTENT_EDITOR],
)
@pytest.mark.parametrize("where", ["officer", "coordinator"])
def test_who_works_on_no_case_finds_no_card(where, role, name, card, people, enter):
    member = factories.member(role, at=getattr(people, where).organisation)

    assert enter(member).get(address(name, card)).status_code == 404
    assert not views().exists()


@pytest.mark.parametrize("name", LOOKS)
def test_a_receiver_of_the_case_finds_no_card(name, card, case, people, enter):
    make.share(case, people.shelter, make.Scope.STORY, by=people.officer)

    assert enter(people.shelter).get(address(name, card)).status_code == 404


@pytest.mark.parametrize("name", LOOKS)
def test_a_visitor_is_led_to_the_door(name, card, client):
    answer = client.get(address(name, card))

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))
