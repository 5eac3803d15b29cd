"""From chosen options to what the rules read, for any questions and any choices."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.countrypack import api as packs
from korgoo.identification import agency_views, guidelines
from korgoo.identification.enums import REFUSED, UNKNOWN
from korgoo.identification.guidelines import Choice
from korgoo.identification.rules import Value, read
from tests.identification.rules.weights import ADULT, CHILD

CODES = ("D1.01", "D4.01", "D5.01", "D9.99")
KNOWN = frozenset(CODES[:3])
OPTIONS = ("yes", "no", "half", "other")


def question(key, sets):
    options = tuple(SimpleNamespace(key=k, sets=s, age=None) for k, s in sets.items())
    return SimpleNamespace(key=key, kind="indicator", options=options)


questions = st.lists(
    st.dictionaries(
        st.sampled_from(OPTIONS),
        st.dictionaries(st.sampled_from(CODES), st.sampled_from(["present", "absent"])),
        min_size=1,
    ),
    min_size=1,
    max_size=4,
).map(lambda found: [question(f"q{n}", sets) for n, sets in enumerate(found)])
cards = questions.flatmap(
    lambda asked: st.tuples(
        st.just(asked),
        st.lists(
            st.builds(
                Choice,
                st.sampled_from([q.key for q in asked] + ["gone"]),
                st.sampled_from([*OPTIONS, UNKNOWN, REFUSED, "gone"]),
                st.sampled_from(["told", "observed"]),
            ),
            max_size=8,
        ),
    )
)


def told(asked, choices, code):
    """What the choices say of one sign, straight from the definition."""
    for choice in choices:
        for q in asked:
            for option in q.options:
                if (q.key, option.key) == (choice.question, choice.option) and code in option.sets:
                    yield option.sets[code]


@given(cards)
def test_present_counts_before_absent_and_an_answer_before_none(card):
    asked, choices = card

    found = guidelines.answers(asked, choices, KNOWN)

    for code in KNOWN:
        said = set(told(asked, choices, code))
        value = found[code][0] if code in found else Value.NOT_ASKED
        if "present" in said:
            assert value is Value.PRESENT
        elif "absent" in said:
            assert value is Value.ABSENT
        else:
            assert value in {Value.NOT_ASKED, Value.UNKNOWN, Value.REFUSED}


@given(cards)
def test_do_not_know_and_did_not_say_are_never_absent(card):
    asked, choices = card
    silent = [Choice(c.question, UNKNOWN, c.source) for c in choices]
    silent += [Choice(c.question, REFUSED, c.source) for c in choices]

    found = guidelines.answers(asked, silent, KNOWN)

    assert {value for value, _source in found.values()} <= {Value.UNKNOWN, Value.REFUSED}


@given(cards)
def test_only_signs_of_the_profile_are_answered(card):
    assert set(guidelines.answers(*card, KNOWN)) <= KNOWN


@given(cards, st.randoms())
def test_the_order_of_choices_does_not_matter(card, chance):
    asked, choices = card
    shuffled = list(choices)
    chance.shuffle(shuffled)

    one, other = (guidelines.answers(asked, rows, KNOWN) for rows in (choices, shuffled))

    assert {c: v for c, (v, _s) in one.items()} == {c: v for c, (v, _s) in other.items()}


@pytest.mark.parametrize("kind", ["plain", "sealed", "age"])
def test_only_questions_about_indicators_tell_about_indicators(kind):
    asked = [question("a", {"yes": {"D1.01": "present"}}), question("b", {"yes": {}})]
    asked[0].kind = kind
    choices = [Choice(key, word, "told") for key in "ab" for word in ("yes", UNKNOWN, REFUSED)]

    assert guidelines.answers(asked, choices, KNOWN) == {}


def test_one_card_may_tell_about_several_catalogues():
    asked = [question("a", {"yes": {"D1.01": "present", "D9.99": "present"}})]

    found = guidelines.answers(asked, [Choice("a", "yes", "told")], KNOWN | {"D9.99"})

    assert found == dict.fromkeys(["D1.01", "D9.99"], (Value.PRESENT, "told"))


def test_the_source_is_that_of_the_answer_that_counts():
    asked = [
        question("a", {"no": {"D1.01": "absent"}}),
        question("b", {"yes": {"D1.01": "present"}}),
    ]
    choices = [Choice("a", "no", "told"), Choice("b", "yes", "document")]

    assert guidelines.answers(asked, choices, KNOWN) == {"D1.01": (Value.PRESENT, "document")}


def pack_guideline():
    pack = packs.current()
    return packs.GuidelineData(head=None, catalogues=pack.catalogues, views=pack.views)


def every_view(guideline):
    return [
        *(key for key, view in guideline.views.items() if view.pages),
        *(key for key, _catalogue in agency_views.whole_lists(guideline)),
    ]


@pytest.mark.parametrize("child", [False, True])
def test_every_answer_of_every_view_can_be_read(child):
    guideline = pack_guideline()
    views = [agency_views.view_of(key, guideline, child=child) for key in every_view(guideline)]
    assert len(views) >= 3

    for described in views:
        asked = guidelines.questions_of(described)
        assert asked
        for key in described.catalogues:
            catalogue = guideline.catalogues[key]
            rule_book = guidelines.guideline(catalogue, catalogue.profile_for(child=child))
            for each, option in answers_possible(asked):
                choice = Choice(each.key, option, "told")
                found = guidelines.answers(asked, [choice], rule_book.codes)
                assert read(rule_book, {code: value for code, (value, _s) in found.items()})


def answers_possible(asked):
    for each in asked:
        yield from ((each, option.key) for option in each.options)
        yield from ((each, word) for word in (UNKNOWN, REFUSED))


@pytest.mark.parametrize("child", [False, True])
def test_the_whole_list_asks_about_every_sign_of_the_profile_once(child):
    guideline = pack_guideline()
    for key, catalogue in agency_views.whole_lists(guideline):
        asked = guidelines.questions_of(agency_views.view_of(key, guideline, child=child))
        codes = [code for q in asked for code in q.options[0].sets]
        profile = catalogue.profile_for(child=child)
        assert sorted(codes) == sorted(sign.code for sign in catalogue.for_profile(profile))


def test_the_labour_list_of_the_pack_is_the_one_the_rules_were_tested_with():
    catalogue = packs.current().catalogues["ilo-labour"]
    for profile, tested in (("adult_labour", ADULT), ("child_labour", CHILD)):
        made = guidelines.guideline(catalogue, profile)
        assert (made.rule, made.is_child) == (tested.rule, tested.is_child)
        assert {s.code: s for s in made.indicators} == {s.code: s for s in tested.indicators}


@pytest.mark.parametrize(
    ("option", "age"), [("adult", "adult"), ("child", "child"), ("doubt", "doubt"), ("x", "")]
)
def test_the_age_is_read_from_its_question(option, age):
    asked = guidelines.questions_of(packs.current().views["labour-inspector"])

    assert guidelines.age_of(asked, [Choice("age", option, "told")]) == age
