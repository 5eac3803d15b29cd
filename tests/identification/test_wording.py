"""Every code has its sentence, and no sentence says what the software must not say."""

import re

import pytest

from korgoo.identification import wording
from korgoo.identification.rules import Because, DimensionState, Outcome

TABLES = {
    "names": (wording.OUTCOME_NAMES, set(Outcome)),
    "outcomes": (wording.OUTCOMES, set(Outcome)),
    "reasons": (wording.REASONS, set(Because)),
    "states": (wording.STATES, set(DimensionState)),
    "rules": (wording.RULES, {"a", "b", "c", "d"}),
    "one": (wording.WOULD_CHANGE_ONE, set(Outcome) - {Outcome.NOT_ENOUGH}),
    "all": (wording.WOULD_CHANGE_ALL, set(Outcome) - {Outcome.NOT_ENOUGH}),
}


@pytest.mark.parametrize("name", TABLES)
def test_every_code_has_a_sentence_of_its_own(name):
    table, codes = TABLES[name]
    assert set(table) == codes
    assert len({str(sentence) for sentence in table.values()}) == len(codes)


def test_no_sentence_names_a_victim_or_a_share():
    sentences = [str(text) for table, _ in TABLES.values() for text in table.values()]
    sentences += [str(wording.CAUTION), str(wording.URGENT)]
    sentences += [str(text) for text in wording.KINDS.values()]
    every = wording.routes(set(Outcome), child=True, sanctions_wait=True)
    sentences += [str(route["text"]) for route in every]
    assert len(sentences) == 6 + 6 + 23 + 3 + 4 + 5 + 5 + 2 + 3 + 5
    forbidden = re.compile(r"victim|per ?cent|%|score|probab|prove|guilt", re.IGNORECASE)
    assert [sentence for sentence in sentences if forbidden.search(sentence)] == []


def test_the_functions_give_the_sentences():
    assert str(wording.outcome_name(Outcome.STRONG)) == "Strong indications"
    assert "strongly indicate" in str(wording.outcome_sentence(Outcome.STRONG))
    assert "No question" in str(wording.because_sentence(Because.NOTHING_ANSWERED))
    assert str(wording.rule_sentence("a")) == "At least two strong signs"
    assert str(wording.state_sentence(DimensionState.NOT_SHOWN)) == "Not shown by the answers"


def test_the_sentence_about_change_fits_the_number_of_questions():
    assert "this sign" in str(wording.would_change_sentence(Outcome.SOME, questions=1))
    assert "all these signs" in str(wording.would_change_sentence(Outcome.SOME, questions=2))
    with pytest.raises(KeyError):
        wording.would_change_sentence(Outcome.NOT_ENOUGH, questions=1)
