from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from korgoo.lib import difference as differing
from korgoo.lib.difference import Run, difference

WORDS = st.sampled_from(["адам", "ten", "days", ",", ".", " ", "\n", "21-4", "№", "  ", "баш"])
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=30).map("".join))


def puts_together(runs, *kinds):
    return "".join(run.text for run in runs if run.kind in kinds)


@given(TEXTS, TEXTS)
def test_both_wordings_can_be_put_together_again(before, after):
    runs = difference(before, after)

    assert puts_together(runs, "kept", "removed") == before
    assert puts_together(runs, "kept", "added") == after


@given(TEXTS)
def test_the_same_wording_has_no_difference(text):
    assert all(run.kind == "kept" for run in difference(text, text))


@given(TEXTS, TEXTS)
def test_neighbours_are_of_different_kinds_and_none_is_empty(before, after):
    runs = difference(before, after)

    assert all(run.text for run in runs)
    assert all(a.kind != b.kind for a, b in pairwise(runs))


def test_only_the_word_that_changed_is_marked():
    runs = difference(
        "may stay in a shelter for ten days.", "may stay in a shelter for thirty days."
    )

    assert runs == (
        Run("kept", "may stay in a shelter for "),
        Run("removed", "ten "),
        Run("added", "thirty "),
        Run("kept", "days."),
    )


def test_a_new_article_is_added_whole():
    assert difference("", "Help is free.") == (Run("added", "Help is free."),)


def test_repetitive_text_is_replaced_whole_instead_of_taking_minutes():
    before, after = "x " * 3000, "y " + "x " * 3000 + "z"

    runs = difference(before, after)

    assert differing.MOST_PAIRS < 3000 * 3000
    assert [run.kind for run in runs] == ["removed", "added"]
    assert puts_together(runs, "added") == after
