"""Which pages of a view are asked, given the answers so far."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.identification.guidelines import Choice, reached


def page(questions, **when):
    return SimpleNamespace(
        questions=[SimpleNamespace(key=key) for key in questions.split()],
        when=[SimpleNamespace(question=key, any_of=words) for key, words in when.items()],
    )


def chosen(**answers):
    return [Choice(question, option, "told") for question, option in answers.items()]


PAGES = [
    page("safe age"),
    page("signs", safe=("yes",)),
    page("interview", signs=("some", "many")),
    page("child", age=("child", "doubt"), signs=("some", "many")),
    page("end"),
]


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        (chosen(), (True, False, False, False, True)),
        (chosen(safe="no"), (True, False, False, False, True)),
        (chosen(safe="unknown"), (True, False, False, False, True)),
        (chosen(safe="yes"), (True, True, False, False, True)),
        (chosen(safe="yes", signs="none"), (True, True, False, False, True)),
        (chosen(safe="yes", signs="many"), (True, True, True, False, True)),
        (chosen(safe="yes", signs="some", age="doubt"), (True, True, True, True, True)),
        (chosen(safe="yes", signs="some", age="adult"), (True, True, True, False, True)),
        # An answer left from before the page was passed over does not count.
        (chosen(safe="no", signs="some", age="child"), (True, False, False, False, True)),
    ],
)
def test_the_pages_asked(choices, expected):
    assert reached(PAGES, choices) == expected


@pytest.mark.parametrize(
    "pages",
    [
        [page("a"), page("b", gone=("yes",))],
        [page("a"), page("b", b=("yes",))],
        [page("a"), page("b", c=("yes",)), page("c")],
    ],
    ids=["no such question", "its own question", "a later question"],
)
def test_a_condition_on_no_earlier_question_never_holds(pages):
    choices = chosen(a="yes", b="yes", c="yes", gone="yes")
    assert reached(pages, choices)[1] is False


KEYS = ("a", "b", "c", "d")


@given(
    st.lists(st.dictionaries(st.sampled_from(KEYS), st.just(("yes",)), max_size=2), max_size=4),
    st.dictionaries(st.sampled_from(KEYS), st.sampled_from(["yes", "no"])),
    st.randoms(),
)
def test_a_page_is_asked_when_each_condition_was_met_on_an_asked_page_before(
    conditions, answers, chance
):
    pages = [page(key, **when) for key, when in zip(KEYS, conditions, strict=False)]
    choices = chosen(**answers)
    found = reached(pages, choices)
    for number, when in enumerate(conditions):
        before = {KEYS[earlier] for earlier in range(number) if found[earlier]}
        met = {key for key in before if answers.get(key) == "yes"}
        assert found[number] == (set(when) <= met)
    chance.shuffle(choices)
    assert reached(pages, choices) == found
