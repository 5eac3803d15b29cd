"""A reading on one page: two languages, a place for the stamp, nothing that was told in words."""

import io
import re
from pathlib import Path

import pypdf
import pytest
from django.urls import reverse

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.casework import services as casework
from korgoo.casework.enums import Decision, Ground, NoteKind
from korgoo.identification import agency_views, editions, guidelines, paper, services
from korgoo.identification.enums import AgeCheck, Moved, Opinion
from korgoo.identification.guidelines import Choice
from korgoo.identification.models import Screening
from tests import factories_casework as make
from tests.identification.test_services import STRONG

pytestmark = pytest.mark.django_db
ANSWERS = [(choice.question, choice.option) for choice in STRONG]


@pytest.fixture(autouse=True)
def _today(clock):
    """It is 2 March 2026."""


@pytest.fixture
def case(people):
    return make.case(people.officer, is_told=True)


@pytest.fixture
def card(case, people):
    return make.read_card(case, people.officer, *ANSWERS)


def place(card):
    return reverse("identification:print", args=[card.id])


def text_of(pdf):
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == 1
    return re.sub(r"\s+", " ", reader.pages[0].extract_text())


def printed(card):
    return paper.render(Screening.objects.with_edition().get(pk=card.id))


def decide(case, card, people, reason=""):
    casework.decide_after_screening(
        case.pk,
        Decision.NOT_ENOUGH,
        ground=Ground.KNOWS_MORE,
        reason=reason,
        screening_id=card.id,
        actor=people.officer.actor,
    )


def all_present(case, member, view, *, age=AgeCheck.ADULT, **more):
    """A card on which the first option of every question was chosen, or yes."""
    started = make.card(case, member, view=view, age_check=age, **more)
    screening = Screening.objects.get(pk=started.id)
    described = agency_views.view_of(view, editions.of(screening).data, child=screening.is_child)
    choices = [
        Choice(question.key, worst(question, age), "third_party")
        for question in guidelines.questions_of(described)
        if question.kind != "sealed"
    ]
    services.save_answers(
        started.id, choices, asked=[choice.question for choice in choices], actor=member.actor
    )
    services.give_opinion(started.id, Opinion.PRESUMED, actor=member.actor)
    return started


def worst(question, age):
    """The option that says the most is present; those that lead on where none says any."""
    if question.kind == "age":
        return next(option.key for option in question.options if option.age == age)
    wide = {"safe": "yes", "needed": "yes", "kind": "both", "alone": "yes"}
    if question.key in wide:
        return wide[question.key]
    present = [list(option.sets.values()).count("present") for option in question.options]
    return question.options[present.index(max(present))].key


def test_the_print_is_one_page_in_two_languages(card, people, enter):
    answer = enter(people.officer).get(place(card))

    assert answer["Content-Type"] == "application/pdf"
    text = text_of(answer.content)
    for words in (
        "Карточканын жыйынтыгы / Вывод по карточке",
        "Белгилер күчтүү",
        "Сильные признаки",
        "Эмгек эксплуатациясы боюнча ЭЭУнун көрсөткүчтөрү",
        "Показатели МОТ по трудовой эксплуатации",
        "2-март",
        "2 марта 2026",
        str(card.id)[:8],
        "Officer One, Invented Migration Service",
        "2026-1",
        "2009-09",
    ):
        assert words in text, words


def test_there_is_a_place_for_stamp_and_signature_in_both_languages(card):
    text = text_of(printed(card))

    for words in (
        "Мөөр орду",
        "Место для печати",
        "Аты-жөнү, кызматы жана колу",
        "Имя, должность и подпись",
    ):
        assert words in text


def test_signs_stand_there_with_their_codes_and_sources(card):
    text = text_of(printed(card))

    for code in ("D1.01", "D1.03", "D4.01", "D5.01", "D5.14"):
        assert text.count(code) == 2, code


def test_the_decision_of_a_person_stands_there_without_its_reason(case, card, people):
    assert "Пока известно недостаточно" not in text_of(printed(card))
    decide(case, card, people, reason="The invented brother was seen.")

    text = text_of(printed(card))

    assert (
        "Пока известно недостаточно. Основание: Я знаю больше, чем спрашивают вопросы. "
        "Officer One, 2 марта 2026 г." in text
    )
    assert "Азырынча маалымат жетишсиз. Негизи: " in text
    assert "brother" not in text


def test_nothing_that_was_told_stands_there(case, card, people):
    casework.add_note(case.pk, "Told at length.", kind=NoteKind.NOTE, actor=people.officer.actor)
    decide(case, card, people, reason="The invented brother was seen.")

    text = text_of(printed(card))

    for words in (
        "Invented Person",
        "0555",
        "apricot",
        "An invented story",
        "Told at length",
        "brother",
        case.code,
        case.spoken_code,
    ):
        assert words not in text, words


def test_printing_leaves_a_row(card, people, enter):
    enter(people.officer).get(place(card))

    row = AuditEvent.objects.get(event=Event.SCREENING_PRINTED)
    assert (row.target, row.user_id) == (
        f"identification.Screening:{card.id}",
        people.officer.user.pk,
    )


@pytest.mark.parametrize("who", ["officer", "coordinator"])
def test_a_card_without_a_reading_is_not_printed_and_leaves_no_row(who, case, people, enter):
    begun = make.card(case, people.officer)

    assert enter(getattr(people, who)).get(place(begun)).status_code == 404

    assert not AuditEvent.objects.filter(event=Event.SCREENING_PRINTED).exists()


@pytest.mark.parametrize("age", [AgeCheck.ADULT, AgeCheck.DOUBT])
@pytest.mark.parametrize(
    ("view", "signs"),
    [
        ("full", 65),
        ("full--ilo-sexual", 67),
        ("full--unodc-signs", 78),
        ("ngo-intake", 30),
        ("police", 20),
        ("teacher", 10),
    ],
)
@pytest.mark.parametrize("house", ["Invented Migration Service", "Ойлонулган " + "өңүр " * 30])
def test_with_every_sign_present_it_is_still_one_page(house, view, signs, age, case, people):
    organisation, user = people.officer.organisation, people.officer.user
    organisation.name_ky = organisation.name_ru = house
    organisation.save()
    user.name = "Ойлонулганов Өмүрбек Үсөнбекович"
    user.save()
    card = all_present(case, people.officer, view, age=age, moved=Moved.NO)
    decide(case, card, people)

    text = text_of(printed(card))

    answers = Screening.objects.get(pk=card.id).answers
    assert sum(row["value"] == "present" for row in answers.values()) >= signs
    assert text.count("Ойлонулганов") == 4
    assert text.count("Место для печати") == 1


def test_signs_that_have_no_room_are_counted(case, people):
    card = all_present(case, people.officer, "full")

    text = text_of(printed(card))

    named = set(re.findall(r"\bD\d\.\d\d\b", text))
    assert 8 <= len(named) <= 14
    left_out = 67 - len(named)
    assert f"Дагы {left_out} бар: карточканы караңыз." in text
    assert f"И ещё {left_out}: смотрите карточку." in text


def test_a_card_with_few_signs_says_nothing_of_more(card):
    text = text_of(printed(card))

    assert "И ещё" not in text
    assert "карточканы караңыз" not in text


def test_a_card_without_any_sign_can_be_printed(case, people):
    card = make.read_card(case, people.officer)

    assert str(card.id)[:8] in text_of(printed(card))


def test_the_print_is_archival_and_accessible(card):
    pdf = printed(card)

    assert b"pdfuaid:part" in pdf
    assert b"pdfaid:part" in pdf
    assert pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/Lang"].startswith("ky")


def test_typed_names_are_never_markup(card, people):
    people.officer.user.name = '#panic("x") *bold* $x$'
    people.officer.user.save()

    assert '#panic("x") *bold* $x$' in text_of(printed(card))


def test_the_sheet_reads_nothing_from_outside():
    sheet = (Path(paper.__file__).parent / "reading.typ").read_text()

    assert "sys.inputs.data" in sheet
    assert not re.search(r"#(import|include|read|image|plugin)\b|@preview", sheet)
