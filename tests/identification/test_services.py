import pytest
from django.db import IntegrityError, transaction

from korgoo.access.enums import Event, Mandate, Role
from korgoo.access.models import AuditEvent
from korgoo.countrypack import api as packs
from korgoo.identification import selectors, services
from korgoo.identification.enums import AgeCheck, Opinion, Talk
from korgoo.identification.guidelines import Choice
from korgoo.identification.models import Screening
from korgoo.identification.rules import Outcome, Reading
from korgoo.lib import clock as platform_clock
from korgoo.lib.errors import Forbidden, NotFound
from tests import factories
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
STRONG = [
    Choice("documents", "kept", "told"),
    Choice("pay", "kept-back", "document"),
    Choice("hours", "no-rest", "observed"),
    Choice("promise", "different", "told"),
    Choice("contract", "misleading-broken", "told"),
]


@pytest.fixture
def card(people):
    case = make.case(people.officer)
    return make.card(case, people.officer)


def save(card, member, *choices, asked=()):
    keys = asked or [choice.question for choice in choices]
    return services.save_answers(card.id, choices, asked=keys, actor=member.actor)


def chosen(card):
    return {c.question: c.option for c in selectors.choices_of(Screening.objects.get(pk=card.id))}


def test_a_page_replaces_its_own_answers_and_no_others(card, people):
    save(card, people.officer, Choice("documents", "kept", "told"), Choice("pay", "less", "told"))
    save(card, people.officer, Choice("debt", "none", "told"))
    save(card, people.officer, Choice("pay", "in-full", "told"), asked=["documents", "pay"])

    assert chosen(card) == {"pay": "in-full", "debt": "none"}


def test_the_age_on_the_card_chooses_the_list(card, people):
    assert not Screening.objects.get(pk=card.id).is_child

    save(card, people.officer, Choice("age", "doubt", "told"))

    assert Screening.objects.get(pk=card.id).is_child


def test_the_opinion_comes_first_and_then_everything_stands(card, people):
    save(card, people.officer, *STRONG)
    screening = services.give_opinion(card.id, Opinion.NOT_ENOUGH, actor=people.officer.actor)

    reading = Reading.from_data(Screening.objects.get(pk=card.id).reading)
    assert reading.outcome is Outcome.STRONG
    assert screening.opinion == Opinion.NOT_ENOUGH
    assert screening.answers["D5.14"] == {"value": "present", "source": "document"}
    for deed in (
        lambda: save(card, people.officer, Choice("documents", "mine", "told")),
        lambda: services.give_opinion(card.id, Opinion.PRESUMED, actor=people.officer.actor),
        lambda: services.set_age(card.id, AgeCheck.CHILD, actor=people.officer.actor),
    ):
        with pytest.raises(Forbidden, match="reading was made"):
            deed()
    assert chosen(card)["documents"] == "kept"


def test_the_database_holds_no_reading_without_an_opinion(card):
    with pytest.raises(IntegrityError), transaction.atomic():
        Screening.objects.filter(pk=card.id).update(read_at=platform_clock.now())


def test_a_reading_is_kept_with_the_version_it_was_read_under(card, people):
    Screening.objects.filter(pk=card.id).update(version="an older list")

    services.give_opinion(card.id, Opinion.NOT_ENOUGH, actor=people.officer.actor)

    screening = Screening.objects.get(pk=card.id)
    assert screening.version == packs.current().catalogues["ilo-labour"].version
    assert screening.reading["version"] == screening.version


@pytest.mark.parametrize("who", ["shelter", "stranger"])
def test_the_card_is_the_organisations_own(who, card, people):
    actor = getattr(people, who).actor

    for deed in (
        lambda: selectors.get_screening(
            card.id, actor=actor, permission="identification:screening:view"
        ),
        lambda: services.save_answers(card.id, [], asked=["pay"], actor=actor),
        lambda: services.give_opinion(card.id, Opinion.PRESUMED, actor=actor),
    ):
        with pytest.raises(NotFound):
            deed()
    assert selectors.list_screenings(card.subject, actor=actor) == []


@pytest.mark.parametrize(
    ("role", "mandate", "allowed"),
    [
        (Role.OFFICER, Mandate.PRESUME, True),
        (Role.OFFICER, Mandate.INSPECT, True),
        (Role.CASE_WORKER, Mandate.CONSULAR, True),
        (Role.OFFICER, Mandate.INVESTIGATE, True),
        (Role.CASE_WORKER, Mandate.SERVE, False),
        (Role.COORDINATOR, Mandate.PRESUME, False),
    ],
)
def test_who_may_fill_cards(role, mandate, allowed, db):
    member = factories.member(role, at=factories.organisation(mandate))
    subject = "0e0f0b0e-0000-4000-8000-000000000001"

    def start():
        return services.start_screening(
            subject, view="labour-inspector", talk=Talk.ALONE, actor=member.actor
        )

    if allowed:
        assert start().organisation_id == member.organisation.pk
    else:
        with pytest.raises(NotFound):
            start()


def test_a_view_that_the_pack_does_not_have(people):
    case = make.case(people.officer)

    with pytest.raises(NotFound):
        make.card(case, people.officer, view="no-such-card")


def test_each_step_leaves_a_row(card, people):
    save(card, people.officer, *STRONG)
    services.give_opinion(card.id, Opinion.PRESUMED, actor=people.officer.actor)

    rows = AuditEvent.objects.filter(target=f"identification.Screening:{card.id}").order_by("seq")
    assert list(rows.values_list("event", flat=True)) == [
        Event.SCREENING_STARTED,
        Event.SCREENING_ANSWERED,
        Event.SCREENING_OPINION_GIVEN,
    ]
