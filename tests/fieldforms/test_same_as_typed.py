"""A form exported, filled in and brought back equals the card typed in with the same answers."""

from random import Random
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from korgoo.casework.enums import AgeBand
from korgoo.fieldforms.exports import names
from korgoo.fieldforms.models import TakenSubmission
from korgoo.identification import progress
from korgoo.identification.guidelines import Choice
from korgoo.identification.models import Screening
from tests import factories_casework as make
from tests.fieldforms import tools

pytestmark = pytest.mark.django_db
OPINIONS = ("presumed", "labour_rights", "other_crime", "not_enough")
TALKS = ("alone", "interpreter", "others")
COMPARED = (
    *("view", "edition_id", "catalogue", "version", "age_check", "talk", "moved"),
    *("opinion", "answers", "reading", "others"),
)


def typed(officer, case, view, entered):
    """Type a card in, page by page as the screen leads, and give the opinion."""
    start = {"view": view.key, "talk": entered["talk"], "moved": entered["moved"]}
    place = officer.post(reverse("casework:screen", args=[case.pk]), **start).url
    choices = []
    for number, page in enumerate(view.pages, start=1):
        if number not in progress.progress_of(view, choices).pages:
            continue
        assert place.endswith(f"/{number}/")
        place = officer.post(place, **answers_of(page, entered)).url
        choices += [
            Choice(q.key, option, "told")
            for q in page.questions
            if (option := entered.get(names.question_name(q.key)))
        ]
    place = officer.post(place, opinion=entered["opinion"]).url
    assert "reading" in place
    return Screening.objects.get(subject=case.pk)


def answers_of(page, entered):
    fields = {}
    for question in page.questions:
        if question.kind != "sealed":
            fields[f"q-{question.key}"] = entered[names.question_name(question.key)]
        if question.kind == "indicator":
            fields[f"s-{question.key}"] = entered[names.source_name(question.key)]
        if question.kind == "sealed":
            fields[f"w-{question.key}"] = ""
    return fields


def brought(officer, rows, way="csv"):
    """Bring filled forms in through the pages, and take them; the cards in the same order."""
    file = SimpleUploadedFile("forms.dat", tools.WAYS[way](rows))
    answer = officer.post(reverse("fieldforms:bring"), file=file)
    assert answer.status_code == 302, answer.text
    assert officer.post(f"{answer.url}take/").status_code == 302
    taken = {
        one.instance_id: Screening.objects.get(pk=one.screening_id)
        for one in TakenSubmission.objects.all()
    }
    return [taken[UUID(row.instance)] for row in rows]


def facts(screening):
    rows = screening.choices.values_list("question", "option", "source")
    return {name: getattr(screening, name) for name in COMPARED} | {"choices": set(rows)}


def entries(view, chance, leaning=0.0):
    entered = tools.random_entries(view, chance, leaning=leaning)
    frame = {"talk": chance.choice(TALKS), "opinion": chance.choice(OPINIONS)}
    return entered | frame | {"moved": chance.choice(("yes", "no", "unknown", ""))}


def test_a_form_brought_in_equals_the_card_typed_in(views, blank_of, people, enter):
    chance = Random(3)  # noqa: S311 - a test that repeats itself
    officer = enter(people.officer)
    asked = [
        (view, entries(view, chance, leaning)) for view in views.values() for leaning in (0.0, 0.8)
    ]
    cards = [typed(officer, make.case(people.officer), view, entered) for view, entered in asked]
    outcomes = {card.reading["outcome"] for card in cards}
    assert len(outcomes) > 2, outcomes

    for way in tools.WAYS:
        filled = [tools.fill(blank_of(view.key), entered) for view, entered in asked]
        for card, screening in zip(cards, brought(officer, filled, way), strict=True):
            assert facts(screening) == facts(card)
            assert screening.is_read


def test_a_form_for_a_case_that_is_there_takes_over_what_the_case_knows(
    views, blank_of, people, enter
):
    chance = Random(5)  # noqa: S311 - a test that repeats itself
    officer = enter(people.officer)
    view = views["labour-inspector"]
    entered = entries(view, chance) | {"q_age": ""}
    cases = [make.case(people.officer, coded={"age_band": AgeBand.CHILD}) for _ in range(2)]
    card = typed(officer, cases[0], view, entered)

    row = tools.fill(blank_of(view.key), entered | {"case_code": cases[1].code})
    [screening] = brought(officer, [row])

    assert screening.subject == cases[1].pk
    assert screening.age_check == "child"
    assert facts(screening) == facts(card)


def test_the_card_says_when_the_questions_were_asked(blank_of, people, enter, clock):
    row = tools.fill(blank_of("labour-inspector"), {"q_documents": "kept"})
    clock.set(2026, 3, 9, 9, 0)

    [screening] = brought(enter(people.officer), [row])

    assert screening.started_at.isoformat() == "2026-03-02T02:10:00+00:00"
    assert screening.opinion_at.isoformat() == "2026-03-09T03:00:00+00:00"
