"""A card keeps the edition it was begun under, and can be read under any other for ever."""

import json
from datetime import date

import pytest
from django.urls import reverse

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.identification import api as identification
from korgoo.identification import editions, replay, services
from korgoo.identification.enums import Opinion
from korgoo.identification.models import Screening
from korgoo.identification.rules import Outcome
from korgoo.lib.errors import NotFound
from tests import factories_casework as make
from tests.identification import changed

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
ANSWERS = [(choice.question, choice.option) for choice in changed.SOME]


@pytest.fixture(autouse=True)
def _today(clock):
    """It is 2 March 2026."""


@pytest.fixture
def case(people):
    return make.case(people.officer)


def begun(case, people):
    """A card that was answered, not yet read."""
    card = make.card(case, people.officer)
    asked = [choice.question for choice in changed.SOME]
    services.save_answers(card.id, changed.SOME, asked=asked, actor=people.officer.actor)
    return card


def read(card, people):
    services.give_opinion(card.id, Opinion.NOT_ENOUGH, actor=people.officer.actor)
    return Screening.objects.get(pk=card.id)


def adopt(people, day):
    return changed.adopt(changed.without_weight(), by=people.coordinator, day=day)


def stored(card):
    """All that a reading left in the database, as bytes."""
    names = [field.attname for field in Screening._meta.concrete_fields]
    return json.dumps(Screening.objects.values(*names).get(pk=card.id), default=str).encode()


def again(card):
    return reverse("identification:again", args=[card.id])


# Which edition a card is read under


def test_a_card_begun_before_an_adoption_goes_on_under_its_edition(case, people, clock):
    card = begun(case, people)
    clock.forward(days=1)
    row = adopt(people, date(2026, 3, 3))
    clock.forward(days=1)

    screening = read(card, people)
    new = read(begun(case, people), people)

    assert editions.of(screening).name == "2026-1"
    assert screening.reading["outcome"] == "some"
    assert screening.reading["version"] == screening.version == "2009-09"
    assert new.edition_id == row.pk
    assert new.reading["outcome"] == "not_enough"
    assert new.version == "2009-09, other weights"


def test_an_edition_adopted_for_a_later_day_changes_nothing_until_then(case, people, clock):
    clock.set(2026, 3, 2, 9, 0)
    adopt(people, date(2026, 3, 10))
    clock.set(2026, 3, 9, 23, 59)
    before = begun(case, people)
    clock.set(2026, 3, 10, 0, 0)
    after = begun(case, people)

    assert read(before, people).reading["outcome"] == "some"
    assert read(after, people).reading["outcome"] == "not_enough"


def test_a_card_whose_view_was_dropped_goes_on_to_its_end(case, people, clock, enter, words_of):
    card = begun(case, people)
    files = changed.files()
    del files["views/labour-inspector.yaml"]
    clock.forward(days=1)
    changed.adopt(files, by=people.coordinator, day=date(2026, 3, 3))
    officer = enter(people.officer)

    page = reverse("identification:page", args=[card.id, 1])
    assert officer.get(page).status_code == 200
    officer.post(reverse("identification:opinion", args=[card.id]), opinion="not_enough")

    reading = officer.get(reverse("identification:reading", args=[card.id]))
    assert "Some indications" in words_of(reading)
    with pytest.raises(NotFound):
        make.card(case, people.officer)


def test_a_card_from_before_editions_were_kept_is_read_under_the_one_of_its_day(
    case, people, clock
):
    card = begun(case, people)
    Screening.objects.filter(pk=card.id).update(edition=None)
    clock.forward(days=1)
    adopt(people, date(2026, 3, 3))

    assert editions.of(Screening.objects.get(pk=card.id)).name == "2026-1"
    assert read(card, people).reading["outcome"] == "some"


# A card of 2020


@pytest.fixture
def card_of_2020(case, people, clock):
    clock.set(2020, 5, 4, 9, 0)
    card = make.read_card(case, people.officer, *ANSWERS)
    clock.set(2026, 3, 2, 9, 0)
    return card


def test_a_card_of_2020_keeps_its_reading_when_the_weights_change(card_of_2020, people):
    before = stored(card_of_2020)

    adopt(people, TODAY)

    screening = Screening.objects.get(pk=card_of_2020.id)
    assert screening.started_at.year == screening.read_at.year == 2020
    assert screening.reading["outcome"] == "some"
    assert stored(card_of_2020) == before


def test_a_card_of_2020_gives_each_edition_its_reading(card_of_2020, people):
    adopt(people, TODAY)
    screening = Screening.objects.get(pk=card_of_2020.id)

    readings = {
        edition.name: replay.reread(screening, edition.data)
        for edition in identification.list_editions()
    }

    assert {name: made[0].outcome for name, made in readings.items()} == {
        "2026-1": Outcome.SOME,
        "2026-2": Outcome.NOT_ENOUGH,
    }
    assert readings["2026-1"][0].to_data() == screening.reading


@pytest.mark.parametrize("moved", ["no", "yes"])
def test_under_its_own_edition_a_card_is_read_as_it_was_by_every_list(moved, case, people):
    card = make.card(case, people.officer, view="ngo-intake", moved=moved)
    given = {"safe": "yes", "needed": "yes", "kind": "both", "age": "doubt"}
    given |= dict.fromkeys(("D4.01", "D5.01", "D2.04", "S4.04", "U1.05", "D4.09"), "yes")
    choices = [changed.Choice(question, option, "told") for question, option in given.items()]
    services.save_answers(card.id, choices, asked=list(given), actor=people.officer.actor)
    screening = read(card, people)

    made = replay.reread(screening, editions.of(screening).data)

    assert [one.to_data() for one in made] == [screening.reading, *screening.others]
    assert len(made) == (4 if moved == "no" else 3)


def test_what_another_edition_does_not_know_is_passed_over(card_of_2020):
    screening = Screening.objects.get(pk=card_of_2020.id)
    pack = changed.of_the_pack()
    labour = pack.catalogues["ilo-labour"]
    signs = tuple(sign for sign in labour.indicators if sign.code != "D4.01")
    shorter = labour.model_copy(update={"indicators": signs})

    other = pack.model_copy(update={"catalogues": {**pack.catalogues, "ilo-labour": shorter}})

    [made] = replay.reread(screening, other)

    [exploitation] = [d for d in made.dimensions if d.dimension == "D4"]
    assert "D4.01" in screening.answers
    assert "D4.01" not in exploitation.present
    assert made.outcome is Outcome.NOT_ENOUGH


# Read again, on its page


def test_the_card_is_read_again_under_a_named_edition(card_of_2020, people, enter, words_of):
    row = adopt(people, TODAY)
    before = stored(card_of_2020)

    page = words_of(enter(people.officer).get(again(card_of_2020), edition=row.digest))

    was, now = page.split("Under the other edition")
    assert "As it was read 2026-1, from the beginning Some indications" in was
    assert "2026-2, in force from" in now
    assert "Not enough information" in now
    assert stored(card_of_2020) == before


def test_the_card_is_read_again_under_the_edition_of_a_day(
    card_of_2020, people, enter, words_of, clock
):
    clock.set(2026, 6, 1)
    adopt(people, date(2026, 6, 1))
    officer = enter(people.officer)

    def now_on(day):
        return words_of(officer.get(again(card_of_2020), day=day)).split("Under the other")[1]

    assert "2026-1, from the beginning Some indications" in now_on("2026-05-31")
    assert "2026-2, in force from 1 June 2026 Not enough information" in now_on("2026-06-01")
    assert "2026-2, in force" in now_on("2099-01-01")


def test_an_edition_that_was_chosen_counts_before_a_day_left_in_the_form(
    card_of_2020, people, enter, words_of
):
    row = adopt(people, TODAY)

    page = enter(people.officer).get(again(card_of_2020), edition=row.digest, day="2020-01-01")

    assert "2026-2, in force" in words_of(page).split("Under the other edition")[1]


@pytest.mark.parametrize(
    ("given", "typed"),
    [
        ({"day": "31.13.2026"}, 'value="31.13.2026"'),
        ({"day": "yesterday"}, 'value="yesterday"'),
        ({"edition": "0" * 64, "day": "2026-01-01"}, 'value="2026-01-01"'),
        ({"edition": "", "day": ""}, "Choose an edition, or enter a day."),
    ],
)
def test_a_form_with_a_fault_comes_back_as_typed(given, typed, card_of_2020, people, enter):
    answer = enter(people.officer).get(again(card_of_2020), **given)

    assert answer.status_code == 422
    assert typed in answer.text
    assert "Under the other edition" not in answer.text
    assert "There is a problem" in answer.text


def test_the_page_offers_every_edition_and_shows_nothing_yet(
    card_of_2020, people, enter, words_of
):
    adopt(people, TODAY)

    answer = enter(people.officer).get(again(card_of_2020))

    page = words_of(answer)
    assert answer.status_code == 200
    assert page.index("2026-1, from the beginning") < page.index("2026-2, in force from")
    assert "Some indications" not in page


def test_reading_again_leaves_a_row_that_names_the_edition(card_of_2020, people, enter):
    row = adopt(people, TODAY)

    enter(people.officer).get(again(card_of_2020), edition=row.digest)

    events = AuditEvent.objects.filter(event=Event.SCREENING_REREAD)
    assert list(events.values_list("target", "detail", "user_id")) == [
        (
            f"identification.Screening:{card_of_2020.id}",
            row.digest[:8],
            people.officer.user.pk,
        )
    ]


def test_a_card_without_a_reading_cannot_be_read_again(case, people, enter):
    card = begun(case, people)

    assert enter(people.officer).get(again(card)).status_code == 404
    assert enter(people.coordinator).get(again(card)).status_code == 404
    assert not AuditEvent.objects.filter(event=Event.SCREENING_REREAD).exists()


def test_an_edition_without_the_lists_of_the_card_says_so(
    card_of_2020, people, enter, words_of, clock
):
    clock.set(2026, 6, 1)
    row = changed.adopt(only_signs(), by=people.coordinator, day=date(2026, 6, 1))

    page = words_of(enter(people.officer).get(again(card_of_2020), edition=row.digest))

    assert "That edition has none of the lists under which the card was read." in page


def only_signs():
    """A guideline of observable signs alone."""
    files = {
        name: data
        for name, data in changed.files().items()
        if "unodc-signs" in name or name in {"guideline.yaml", "views/border-pocket.yaml"}
    }
    for name, data in files.items():
        if "/indicators/" in name:
            for row in data["indicators"]:
                row.pop("same_as", None)
    return files
