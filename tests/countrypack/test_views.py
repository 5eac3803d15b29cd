"""Views as they are asked: numbered questions, pages that depend on answers, cards to carry."""

import pytest

from korgoo.countrypack import api as packs


def _questions(view):
    return [question for page in view.pages for question in page.questions]


def test_questions_are_numbered_through_all_pages(fictitious, kyrgyz):
    asked = 0
    for view in [*fictitious.views.values(), *kyrgyz.views.values()]:
        numbers = [question.number for question in _questions(view)]
        assert numbers == list(range(1, len(numbers) + 1))
        asked += len(numbers)
    assert asked > 30


def test_a_view_may_ask_about_several_catalogues(fictitious):
    guard = fictitious.views["guard"]
    assert guard.catalogues == ("three", "hints")
    assert [question.key for question in _questions(guard)] == [
        "safe",
        "H1.01",
        "A1.01",
        "name",
        "forced",
    ]
    fear = _questions(guard)[1]
    assert fear.text == fictitious.catalogues["hints"].indicator("H1.01").question
    assert [dict(option.sets) for option in fear.options] == [
        {"H1.01": "present"},
        {"H1.01": "absent"},
    ]


def test_a_page_says_when_it_is_asked(fictitious):
    first, second, third = fictitious.views["guard"].pages
    assert first.note.in_language("qaa") == "Parolu sole"
    assert (first.when, second.note) == ((), None)
    assert [(one.question, one.any_of) for one in third.when] == [
        ("safe", ("alone", "watched")),
        ("A1.01", ("yes",)),
    ]
    assert [one.question for one in second.when] == ["safe"]


@pytest.mark.parametrize(
    ("key", "kind", "facet"),
    [("safe", "plain", None), ("name", "sealed", "identity"), ("forced", "indicator", None)],
)
def test_a_question_keeps_its_kind_and_facet(fictitious, key, kind, facet):
    found = {question.key: question for question in _questions(fictitious.views["guard"])}
    assert (found[key].kind, found[key].facet) == (kind, facet)


def test_an_answer_may_say_what_to_do_now(fictitious):
    safe = _questions(fictitious.views["guard"])[0]
    assert [option.now and option.now.in_language("qaa") for option in safe.options] == [
        None,
        "Haltu",
    ]


def test_a_view_says_whose_it_is(fictitious):
    guard, card = fictitious.views["guard"], fictitious.views["card"]
    assert (guard.for_mandates, guard.for_bodies) == (("presume",), ("police",))
    assert (card.for_mandates, card.for_bodies) == ((), ())


def test_on_a_card_nothing_is_entered(fictitious):
    card = fictitious.views["card"]
    assert (card.pages, card.advice) == ((), {})
    assert card.pocket.signs == ("H1.01", "H1.02")
    assert [step.in_language("qaa") for step in card.pocket.steps] == ["Rigardu", "Voku"]
    assert card.pocket.silent_code.in_language("qaa") == "Tri frapoj"
    assert card.pocket.call == ("line",)


def test_catalogues_are_of_three_kinds(fictitious):
    kinds = {key: one.rule for key, one in fictitious.catalogues.items()}
    assert kinds == {"small": "weighted", "three": "elements", "hints": "signs", "echo": "signs"}
    assert fictitious.catalogues["echo"].second_to == "small"


@pytest.mark.parametrize(
    ("catalogue", "child", "profile"),
    [
        ("small", False, "adult_labour"),
        ("small", True, "child_labour"),
        ("three", True, "young"),
        ("hints", False, "everybody"),
        ("hints", True, "everybody"),
    ],
)
def test_an_adult_and_a_child_are_read_under_their_own_profile(
    fictitious, catalogue, child, profile
):
    assert fictitious.catalogues[catalogue].profile_for(child=child) == profile


def test_vectors_are_answers_with_the_outcome_that_people_agreed_on(fictitious):
    grown, young = fictitious.vectors
    assert (grown.catalogue, grown.child, grown.expected) == ("three", False, "elements")
    assert (young.present, young.absent) == (("D4.01", "D4.02"), ("D1.01",))


def test_a_pack_may_have_no_guideline_head(copy):
    (copy / "guideline.yaml").unlink()
    (copy / "vectors.yaml").unlink()
    pack = packs.load(copy)
    assert (pack.guideline, pack.vectors) == (None, ())
    assert "guard" in pack.views
