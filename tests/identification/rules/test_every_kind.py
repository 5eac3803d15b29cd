"""What holds for guidelines of every rule kind and for every set of answers."""

import json
from collections import Counter
from dataclasses import replace

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from korgoo.identification.rules import Because, Outcome, Reading, RuleKind, Value, read
from tests.identification.rules import oracle
from tests.identification.rules.strategies import (
    UNANSWERED,
    early_screenings,
    elements_guidelines,
    screenings,
    screenings_of_every_kind,
    signs_guidelines,
    small_guidelines,
)

# From the outcome that says least; each kind has its own words, the three scales agree.
ORDER = {
    Outcome.NOT_ENOUGH: 0,
    Outcome.SIGNS: 1,
    Outcome.LABOUR_RIGHTS: 1,
    Outcome.SOME: 2,
    Outcome.ELEMENTS: 3,
    Outcome.STRONG: 3,
}
WORDS = {
    RuleKind.WEIGHTED: {"strong", "some", "labour_rights", "not_enough"},
    RuleKind.ELEMENTS: {"elements", "some", "not_enough"},
    RuleKind.SIGNS: {"signs", "not_enough"},
}
unweighted_screenings = screenings(elements_guidelines() | signs_guidelines())


def test_the_order_knows_every_outcome():
    assert set(ORDER) == set(Outcome)
    assert set().union(*WORDS.values()) == {outcome.value for outcome in Outcome}


@given(screenings_of_every_kind())
def test_the_outcome_agrees_with_the_method_written_twice(screening):
    reading = read(*screening)
    event(f"{reading.rule}: {reading.because}")
    assert reading.outcome == oracle.outcome(*screening)
    assert reading.outcome in WORDS[screening[0].rule]


@given(screenings_of_every_kind(), st.data())
def test_an_unanswered_sign_that_turns_out_present_never_lowers_the_outcome(screening, data):
    guideline, answers = screening
    open_codes = oracle.unanswered(guideline, answers)
    assume(open_codes)
    code = data.draw(st.sampled_from(open_codes))
    after = read(guideline, answers | {code: Value.PRESENT}).outcome
    assert ORDER[after] >= ORDER[read(guideline, answers).outcome]


@given(unweighted_screenings, st.data())
def test_without_weights_an_absent_sign_corrected_to_present_never_lowers_it(screening, data):
    guideline, answers = screening
    absent = sorted(code for code, value in answers.items() if value == Value.ABSENT)
    assume(absent)
    code = data.draw(st.sampled_from(absent))
    after = read(guideline, answers | {code: Value.PRESENT}).outcome
    assert ORDER[after] >= ORDER[read(guideline, answers).outcome]


@given(unweighted_screenings)
def test_without_weights_ruling_signs_out_never_changes_the_outcome(screening):
    guideline, answers = screening
    ruled_out = answers | dict.fromkeys(oracle.unanswered(guideline, answers), Value.ABSENT)
    assert read(guideline, ruled_out).outcome == read(guideline, answers).outcome


@given(screenings_of_every_kind(), st.data())
def test_unknown_not_asked_refused_and_left_out_give_the_same_reading(screening, data):
    guideline, answers = screening
    said = {code: value for code, value in answers.items() if value not in UNANSWERED}
    for code in oracle.unanswered(guideline, answers):
        if way := data.draw(st.sampled_from([*UNANSWERED, None])):
            said[code] = way
    assert read(guideline, said) == read(guideline, answers)


@given(screenings_of_every_kind())
def test_unknown_is_not_absent(screening):
    """Ruling the unanswered out leaves nothing open, and what was open was never "not shown"."""
    guideline, answers = screening
    unanswered = oracle.unanswered(guideline, answers)
    before = read(guideline, answers)
    after = read(guideline, answers | dict.fromkeys(unanswered, Value.ABSENT))
    assert {code for one in before.dimensions for code in one.open} == set(unanswered)
    assert not any(one.open for one in after.dimensions)
    for one, other in zip(_parts(before), _parts(after), strict=True):
        assert other.state != "open"
        assert other.state == ("positive" if one.state == "positive" else "not_shown")
    if unanswered and len(unanswered) == len(guideline.indicators):
        assert (before.because, after.because) == (Because.NOTHING_ANSWERED, Because.NO_SIGNS)
    if unanswered:
        assert before.because != Because.NO_SIGNS


def _parts(reading):
    return [*reading.dimensions, *reading.elements]


@given(screenings_of_every_kind(), st.randoms())
def test_the_order_of_answers_does_not_matter(screening, random):
    guideline, answers = screening
    shuffled = list(answers.items())
    random.shuffle(shuffled)
    assert read(guideline, dict(shuffled)) == read(guideline, answers)


@given(screenings_of_every_kind(), st.randoms())
def test_the_order_of_signs_and_elements_does_not_matter_to_what_is_read(screening, random):
    guideline, answers = screening
    signs, elements = list(guideline.indicators), list(guideline.elements)
    random.shuffle(signs)
    random.shuffle(elements)
    one = read(guideline, answers)
    other = read(replace(guideline, indicators=tuple(signs), elements=tuple(elements)), answers)
    assert (one.outcome, one.because, one.urgent) == (other.outcome, other.because, other.urgent)
    assert {part.dimension: part.state for part in one.dimensions} == {
        part.dimension: part.state for part in other.dimensions
    }
    assert {e.key: (e.state, e.more) for e in one.elements} == {
        e.key: (e.state, e.more) for e in other.elements
    }
    assert len(one.would_change) == len(other.would_change)


@given(screenings_of_every_kind())
def test_the_rules_for_a_child_never_lower_the_outcome(screening):
    guideline, answers = screening
    assume(not guideline.elements or not all(e.not_for_children for e in guideline.elements))
    child = read(replace(guideline, is_child=True), answers)
    assert ORDER[child.outcome] >= ORDER[read(replace(guideline, is_child=False), answers).outcome]


def needed_dimensions(child):
    if child.rule == RuleKind.WEIGHTED:
        return {"D4"}
    return {key for e in child.elements if not e.not_for_children for key in e.dimensions}


def can_be_shown(child):
    if child.rule == RuleKind.WEIGHTED:
        return oracle.shows(child, "D4", child.codes)
    return all(e.showable for e in read(child, {}).elements if e.needed)


@given(small_guidelines() | elements_guidelines())
def test_a_child_never_needs_the_means(guideline):
    assume(not guideline.elements or not all(e.not_for_children for e in guideline.elements))
    child = replace(guideline, is_child=True)
    needed = needed_dimensions(child)
    told = {
        sign.code: Value.PRESENT if sign.dimension in needed else Value.ABSENT
        for sign in child.indicators
    }
    event(f"{child.rule}: {can_be_shown(child)}")
    reached = read(child, told).outcome in {Outcome.STRONG, Outcome.ELEMENTS}
    assert reached == can_be_shown(child)


@given(screenings_of_every_kind())
def test_a_reading_survives_being_stored(screening):
    reading = read(*screening)
    stored = json.dumps(reading.to_data())
    assert Reading.from_data(json.loads(stored)) == reading
    assert json.loads(stored) == reading.to_data()


@given(
    st.one_of(
        screenings_of_every_kind(most=8),
        early_screenings(small_guidelines(most=8)),
        early_screenings(elements_guidelines(most=8)),
    )
)
@settings(max_examples=1000)
def test_would_change_is_exactly_the_smallest_sets_that_change_it(screening):
    guideline, answers = screening
    kinds = {sign.code: (sign.dimension, sign.strength or "") for sign in guideline.indicators}

    def pattern(codes):
        return tuple(sorted(kinds[code] for code in codes))

    truth = oracle.smallest_changing_sets(guideline, answers)
    named = {frozenset(c.codes): c.outcome for c in read(guideline, answers).would_change}
    event(f"{guideline.rule}: sets of {max(map(len, truth), default=0)}")
    assert named.items() <= {frozenset(codes): then for codes, then in truth.items()}.items()
    if max(map(len, truth), default=0) == 1:
        assert len(named) == len(truth)
    else:
        # Signs of one strength in one dimension are interchangeable: named once.
        assert Counter(map(pattern, named)) == dict.fromkeys(map(pattern, truth), 1)
