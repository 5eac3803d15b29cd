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


def test_the_source_is_that_of_the_answer_that_counts():
    asked = [
        question("a", {"no": {"D1.01": "absent"}}),
        question("b", {"yes": {"D1.01": "present"}}),
    ]
    choices = [Choice("a", "no", "told"), Choice("b", "yes", "document")]

    assert guidelines.answers(asked, choices, KNOWN) == {"D1.01": (Value.PRESENT, "document")}


@pytest.mark.parametrize("profile", ["adult_labour", "child_labour"])
@pytest.mark.parametrize("view", ["labour-inspector", "presumed-victim", "full"])
def test_every_answer_of_every_view_can_be_read(view, profile):
    described = agency_views.view_of(view, profile)
    rule_book = guidelines.guideline(packs.current().catalogues[described.catalogue], profile)
    known = frozenset(sign.code for sign in rule_book.indicators)
    asked = guidelines.questions_of(described)
    assert asked

    for each in asked:
        for option in (*each.options, SimpleNamespace(key=UNKNOWN), SimpleNamespace(key=REFUSED)):
            found = guidelines.answers(asked, [Choice(each.key, option.key, "told")], known)
            assert read(rule_book, {code: value for code, (value, _s) in found.items()}).because


def test_the_whole_list_asks_about_every_sign_of_the_profile_once():
    catalogue = packs.current().catalogues["ilo-labour"]
    for profile in catalogue.profiles:
        asked = guidelines.questions_of(agency_views.view_of("full", profile))
        codes = [code for q in asked for code in q.options[0].sets]
        assert sorted(codes) == sorted(sign.code for sign in catalogue.for_profile(profile))


@pytest.mark.parametrize(
    ("option", "age"), [("adult", "adult"), ("child", "child"), ("doubt", "doubt"), ("x", "")]
)
def test_the_age_is_read_from_its_question(option, age):
    asked = guidelines.questions_of(packs.current().views["labour-inspector"])

    assert guidelines.age_of(asked, [Choice("age", option, "told")]) == age
