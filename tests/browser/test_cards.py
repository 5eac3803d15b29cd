"""Cards of other officers: the consul on the telephone, and the intake in two steps.

Walked without scripts, on a narrow telephone, once in each language; in the one with the longest
words axe looks at every page.
"""

import pytest
from django.utils import translation

from korgoo.access.enums import Facet
from korgoo.casework import services as casework
from korgoo.casework.models import Case
from korgoo.identification import wording
from korgoo.identification.models import Screening
from korgoo.identification.rules import Outcome
from tests.browser import steps

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PLACE, WORD = "экинчи кабат, көк дарбаза", "алманын гүлү"
BOSS = "«Ойдон» агенттиги"
CALL = {
    "alone": "yes",
    "overheard": "friends",
    "charge": "low",
    "injured": "no",
    "door": "locked",
    "papers": "kept",
    "trip-paid": "grows",
    "age": "adult",
    "others": "up-to-five",
    "children": "one",
    "police-safe": "no",
    "wants-return": "yes",
    "food-money": "no",
    "rest": "no",
    "paid": "hardly",
    "promise": "no",
}
WRITTEN = {"where": PLACE, "next-call": WORD, "names": BOSS}
SIGNS = {"U1.05": "yes", "U1.08": "yes"}


@pytest.fixture(params=["ky", "ru", "en"])
def language(request):
    with translation.override(request.param):
        yield request.param


@pytest.fixture
def walk(walkers, people, language):
    """Come in as one of the people: no scripts, and axe looks at every page."""

    def come(key):
        walker = walkers(
            getattr(people, key), language=language, scripts=False, eye=language == "ky"
        )
        walker.go("/home/")
        return walker

    return come


def test_the_consul_asks_by_phone_and_what_is_told_is_sealed(walk, people):
    consul = walk("consul")
    case = steps.open_contact(consul, channel="phone")
    steps.start_card(consul, case, "consul-phone")
    numbers = []
    while "opinion" not in consul.path:
        numbers += consul.page.locator(".korgoo-question__number").all_inner_texts()
        steps.answer_page(consul, CALL)
        for key, words in WRITTEN.items():
            if consul.has(f"[name='w-{key}']"):
                consul.fill(**{f"w-{key}": words})
        consul.send(consul.path)
        if consul.path.endswith("/2/"):
            # Little charge is left: the next page says so before it asks.
            assert consul.has("main .korgoo-notice--urgent")
    assert len(numbers) == len(set(numbers)) == len(CALL) + len(WRITTEN) + 1  # threats: not asked
    consul.choose(opinion="presumed")
    consul.send("/opinion/")

    assert str(wording.outcome_name(Outcome.SOME)) in consul.words
    row = Case.objects.get()
    contact = casework.open_facet(row.pk, Facet.CONTACT, actor=people.consul.actor)
    story = casework.open_facet(row.pk, Facet.STORY, actor=people.consul.actor)
    assert PLACE in str(contact)
    assert WORD in str(contact)
    assert BOSS in str(story)
    card = Screening.objects.get()
    assert not [words for words in WRITTEN.values() if words in consul.source]
    assert card.choices.filter(option="sealed").count() == len(WRITTEN)
    the_centre_reads_codes_alone(walk("coordinator"), card, case)


def the_centre_reads_codes_alone(coordinator, card, case):
    coordinator.go(case)
    coordinator.follow(f"main a[href='/cards/{card.pk}/reading/']")
    assert str(wording.outcome_name(Outcome.SOME)) in coordinator.words
    assert not [words for words in WRITTEN.values() if words in coordinator.source]
    assert not coordinator.has("main form")


def test_intake_of_a_child_in_doubt_stops_after_the_signs_and_goes_on_when_it_is_safe(walk, clock):
    shelter = walk("shelter")
    case = steps.open_contact(shelter)
    steps.fill_card(
        shelter,
        case,
        {"safe": "not-now", "age": "doubt", "needed": "no", **SIGNS},
        "presumed",
        view="ngo-intake",
    )
    assert Screening.objects.get().is_child
    assert shelter.has("main .korgoo-notice--urgent")
    assert str(wording.outcome_name(Outcome.SIGNS)) in shelter.words

    clock.forward(minutes=10)
    shelter.go(case)
    steps.start_card(shelter, case, "ngo-intake")
    steps.answer_page(shelter, {"safe": "yes", "interpreter": "shared", "age": "doubt"})
    shelter.send("/1/")
    assert shelter.has("main .govuk-inset-text .govuk-list")  # the signs: already asked
    shelter.send("/2/")
    steps.answer_page(shelter, {"needed": "yes"})
    shelter.send("/3/")
    interview(shelter)
    shelter.choose(opinion="presumed")
    shelter.send("/opinion/")

    newest = Screening.objects.first()
    assert newest.answers["U1.05"]["on"]
    assert newest.reading["outcome"] == "strong"  # a child: exploitation is enough
    assert str(wording.ROUTE_CHILD) in shelter.words


def interview(shelter):
    """Answer the second step; the pages on crime and sexual exploitation are passed over."""
    asked = []
    while "opinion" not in shelter.path:
        asked.append(int(shelter.path.rstrip("/").rsplit("/", 1)[1]))
        told = {"kind": "work", "D4.01": "yes", "D4.09": "yes", "trusted-adult": "none"}
        steps.answer_page(shelter, told)
        shelter.send(shelter.path)
    assert asked == [4, 5, 6, 7, 8, 9, 12]
