"""What holds for every guideline and every set of answers."""

import json
from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from korgoo.identification.rules import (
    Because,
    DimensionState,
    Outcome,
    Reading,
    Value,
    read,
    rule_of,
)
from tests.identification.rules import oracle
from tests.identification.rules.strategies import UNANSWERED, screenings, small_screenings
from tests.identification.rules.weights import ADULT

ORDER = {"not_enough": 0, "labour_rights": 1, "some": 2, "strong": 3}


def test_the_rule_letter_agrees_with_the_formula():
    seen = Counter()
    for s, m, w in product(range(7), range(17), range(17)):
        letter = rule_of(s, m, w)
        assert (letter is not None) == oracle.is_positive(s, m, w)
        holds = {
            "a": s >= 2,
            "b": s >= 1 and m + w >= 1,
            "c": m >= 3,
            "d": m >= 2 and w >= 1,
        }
        assert letter == next((key for key, true in holds.items() if true), None)
        seen[letter] += 1
    assert set(seen) == {"a", "b", "c", "d", None}


@given(screenings())
def test_the_outcome_agrees_with_the_method_written_twice(screening):
    reading = read(*screening)
    event(reading.because)
    assert reading.outcome == oracle.outcome(*screening)


@given(screenings())
def test_each_dimension_agrees_with_the_method_written_twice(screening):
    guideline, answers = screening
    present = {code for code, value in answers.items() if value == Value.PRESENT}
    possible = present | set(oracle.unanswered(guideline, answers))
    for one in read(guideline, answers).dimensions:
        is_positive = oracle.shows(guideline, one.dimension, present)
        could_be = oracle.shows(guideline, one.dimension, possible)
        expected = "positive" if is_positive else "open" if could_be else "not_shown"
        assert one.state == expected
        assert (one.rule is not None) == is_positive
        assert set(one.present) <= present
        assert one.strong + one.medium + one.weak == len(one.present)
        assert set(one.open) <= possible - present


@given(screenings(), st.data())
def test_an_unanswered_sign_that_turns_out_present_never_lowers_the_outcome(screening, data):
    guideline, answers = screening
    open_codes = oracle.unanswered(guideline, answers)
    assume(open_codes)
    code = data.draw(st.sampled_from(open_codes))
    after = read(guideline, answers | {code: Value.PRESENT}).outcome
    assert ORDER[after] >= ORDER[read(guideline, answers).outcome]


@given(screenings(), st.data())
def test_an_absent_sign_corrected_to_present_lowers_it_only_by_reopening_exploitation(
    screening, data
):
    guideline, answers = screening
    absent = sorted(code for code, value in answers.items() if value == Value.ABSENT)
    assume(absent)
    code = data.draw(st.sampled_from(absent))
    before, after = read(guideline, answers), read(guideline, answers | {code: Value.PRESENT})
    if ORDER[after.outcome] < ORDER[before.outcome]:
        assert before.because == Because.MEANS_WITHOUT_EXPLOITATION
        assert after.because == Because.EXPLOITATION_NOT_ASKED
        assert code.startswith("D4")


@given(screenings(), st.data())
def test_with_every_question_answered_one_more_sign_never_lowers_the_outcome(screening, data):
    guideline, answers = screening
    full = dict.fromkeys(guideline.codes, Value.ABSENT) | {
        code: Value.PRESENT for code, value in answers.items() if value == Value.PRESENT
    }
    assume(Value.ABSENT in full.values())
    absent = sorted(code for code, value in full.items() if value == Value.ABSENT)
    code = data.draw(st.sampled_from(absent))
    after = read(guideline, full | {code: Value.PRESENT}).outcome
    assert ORDER[after] >= ORDER[read(guideline, full).outcome]


@given(screenings(), st.data())
def test_a_sign_ruled_out_changes_at_most_not_enough_into_some(screening, data):
    guideline, answers = screening
    open_codes = oracle.unanswered(guideline, answers)
    assume(open_codes)
    code = data.draw(st.sampled_from(open_codes))
    before, after = read(guideline, answers), read(guideline, answers | {code: Value.ABSENT})
    if before.outcome != after.outcome:
        assert before.because == Because.EXPLOITATION_NOT_ASKED
        assert after.because == Because.MEANS_WITHOUT_EXPLOITATION


@given(screenings())
def test_the_option_and_the_child_rule_never_lower_the_outcome(screening):
    guideline, answers = screening
    plain = replace(guideline, vulnerability_as_means=False, is_child=False)
    lowest = ORDER[read(plain, answers).outcome]
    option = replace(plain, vulnerability_as_means=True)
    assert ORDER[read(option, answers).outcome] >= lowest
    child = replace(plain, is_child=True)
    assert ORDER[read(child, answers).outcome] >= ORDER[read(option, answers).outcome]


@given(screenings(), st.data())
def test_unknown_not_asked_and_refused_are_interchangeable(screening, data):
    guideline, answers = screening
    ways = st.sampled_from([*UNANSWERED, None])
    said = {code: value for code, value in answers.items() if value not in UNANSWERED}
    for code in oracle.unanswered(guideline, answers):
        if way := data.draw(ways):
            said[code] = way
    assert read(guideline, said) == read(guideline, answers)


@given(screenings())
def test_unanswered_is_not_absent(screening):
    guideline, answers = screening
    ruled_out = answers | dict.fromkeys(oracle.unanswered(guideline, answers), Value.ABSENT)
    before, after = read(guideline, answers).dimensions, read(guideline, ruled_out).dimensions
    for one, other in zip(before, after, strict=True):
        assert other.state != DimensionState.OPEN
        assert (one.state == DimensionState.POSITIVE) == (other.state == DimensionState.POSITIVE)
        if one.state == DimensionState.OPEN:
            assert one.open
            assert other.state == DimensionState.NOT_SHOWN


@given(screenings())
def test_every_claim_of_change_is_true_when_replayed(screening):
    guideline, answers = screening
    reading = read(guideline, answers)
    for change in reading.would_change:
        after = read(guideline, oracle.with_present(answers, change.codes))
        assert after.outcome == change.outcome != reading.outcome
        assert len(set(change.codes)) == len(change.codes)
        assert set(change.codes) <= set(oracle.unanswered(guideline, answers))


@given(screenings())
def test_no_single_question_that_would_change_the_outcome_is_missing(screening):
    guideline, answers = screening
    reading = read(guideline, answers)
    singles = {change.codes for change in reading.would_change if len(change.codes) == 1}
    assert singles == {
        (code,)
        for code in oracle.unanswered(guideline, answers)
        if oracle.outcome(guideline, oracle.with_present(answers, [code])) != reading.outcome
    }


@given(small_screenings())
@settings(max_examples=800)
def test_every_pattern_of_the_smallest_changing_sets_is_named_once(screening):
    guideline, answers = screening
    kinds = {sign.code: (sign.dimension, sign.strength) for sign in guideline.indicators}

    def pattern(codes):
        return tuple(sorted(kinds[code] for code in codes))

    truth = oracle.smallest_changing_sets(guideline, answers)
    named = [change.codes for change in read(guideline, answers).would_change]
    event(f"sets of {len(named[0]) if named else 0}")
    assert {pattern(codes) for codes in named} == {pattern(codes) for codes in truth}
    if named and len(named[0]) > 1:
        assert len({pattern(codes) for codes in named}) == len(named)


@given(screenings(), st.randoms())
def test_the_order_of_answers_does_not_matter(screening, random):
    guideline, answers = screening
    shuffled = list(answers.items())
    random.shuffle(shuffled)
    assert read(guideline, dict(shuffled)) == read(guideline, answers)


@given(screenings(), st.randoms())
def test_the_order_of_signs_does_not_matter_to_what_is_read(screening, random):
    guideline, answers = screening
    signs = list(guideline.indicators)
    random.shuffle(signs)
    one = read(guideline, answers)
    other = read(replace(guideline, indicators=tuple(signs)), answers)
    assert (one.outcome, one.because) == (other.outcome, other.because)
    assert [part.state for part in one.dimensions] == [part.state for part in other.dimensions]
    assert len(one.would_change) == len(other.would_change)


@given(screenings())
def test_a_reading_survives_being_stored(screening):
    reading = read(*screening)
    stored = json.dumps(reading.to_data())
    assert Reading.from_data(json.loads(stored)) == reading
    assert json.loads(stored) == reading.to_data()


@given(small_screenings())
def test_a_reading_answers_only_in_words(screening):
    reading = read(*screening)
    data = reading.to_data()
    assert type(data["outcome"]) is str
    assert data["outcome"] in set(Outcome)
    assert reading.urgent == (
        screening[0].is_child and any(one.present for one in reading.dimensions)
    )


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("format", 3, "unknown format 3"),
        ("outcome", "victim", "'victim' is not a valid Outcome"),
        ("because", "no reason", "'no reason' is not a valid Because"),
    ],
)
def test_a_stored_reading_with_a_foreign_word_is_refused(field, value, message):
    data = read(ADULT, {}).to_data() | {field: value}
    with pytest.raises(ValueError, match=message):
        Reading.from_data(data)


def test_a_stored_rule_letter_must_be_known():
    data = read(ADULT, {}).to_data()
    data["dimensions"][0]["rule"] = "e"
    with pytest.raises(ValueError, match="unknown rule 'e'"):
        Reading.from_data(data)
