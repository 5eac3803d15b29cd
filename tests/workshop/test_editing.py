"""Edits of a guideline: what they write, what they refuse, and that they touch nothing else."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.workshop import editing
from korgoo.workshop import files as parts
from korgoo.workshop.difference import What
from korgoo.workshop.editing import CannotEdit, Target, Why
from tests.workshop.guidelines import PROVENANCE, small, text, weighted

LABOUR = "labour"
PAY = Target(What.QUESTION, ("inspector", "pay"))


def asked(files, view="inspector"):
    return [
        [parts.question_key(question) for question in page["questions"]]
        for page in files[f"views/{view}.yaml"]["pages"]
    ]


REFUSED = {
    "weight": (
        lambda f: editing.set_weight(f, LABOUR, "D9.99", profile="adult_labour", weight="weak"),
        ("catalogues/labour/catalogue.yaml", "D9.99", Why.NO_SUCH),
    ),
    "rule": (
        lambda f: editing.set_rule(f, "no-such", "signs"),
        ("catalogues/no-such/catalogue.yaml", "catalogue no-such", Why.NO_SUCH),
    ),
    "indicator taken": (
        lambda f: editing.add_indicator(f, LABOUR, weighted("D1.01", "X", provenance=PROVENANCE)),
        ("catalogues/labour/catalogue.yaml", "D1.01", Why.TAKEN),
    ),
    "indicator of no catalogue": (
        lambda f: editing.add_indicator(f, "none", weighted("D1.01", "X", provenance=PROVENANCE)),
        ("catalogues/none/catalogue.yaml", "D1.01", Why.NO_SUCH),
    ),
    "question twice": (
        lambda f: editing.add_question(f, "inspector", 1, {"indicator": "D4.01"}),
        ("views/inspector.yaml", "question D4.01", Why.TAKEN),
    ),
    "page with a question twice": (
        lambda f: editing.add_page(
            f, "inspector", {"title": text("P"), "questions": [{"indicator": "D4.01"}]}
        ),
        ("views/inspector.yaml", "question D4.01", Why.TAKEN),
    ),
    "no such page": (
        lambda f: editing.add_question(f, "inspector", 9, {"indicator": "D2.01"}),
        ("views/inspector.yaml", "page 9", Why.NO_SUCH),
    ),
    "no such question": (
        lambda f: editing.remove_question(f, "inspector", "D2.01"),
        ("views/inspector.yaml", "question D2.01", Why.NO_SUCH),
    ),
    "no such option": (
        lambda f: editing.remove(f, Target(What.OPTION, ("inspector", "pay", "never"))),
        ("views/inspector.yaml", "question pay, option never", Why.NO_SUCH),
    ),
    "option twice": (
        lambda f: editing.add(f, Target(What.OPTION, ("inspector", "pay", "all")), {"key": "all"}),
        ("views/inspector.yaml", "question pay, option all", Why.TAKEN),
    ),
    "no such view": (
        lambda f: editing.move_page(f, "no-such", 1, 1),
        ("views/no-such.yaml", "page 1", Why.NO_SUCH),
    ),
    "view taken": (
        lambda f: editing.add_view(f, "anybody", {}),
        ("views/anybody.yaml", "view anybody", Why.TAKEN),
    ),
    "first page up": (
        lambda f: editing.move_page(f, "inspector", 1, -1),
        ("views/inspector.yaml", "page 1", Why.NO_PLACE),
    ),
    "last question down": (
        lambda f: editing.move_question(f, "inspector", "D5.02", 1),
        ("views/inspector.yaml", "question D5.02", Why.NO_PLACE),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_done_names_file_and_item(name):
    edit, (file, item, why) = REFUSED[name]

    with pytest.raises(CannotEdit) as refused:
        edit(small())

    assert (refused.value.file, refused.value.item, refused.value.why) == (file, item, why)
    assert str(refused.value) == f"{file}: {item}: {why}"


def test_the_last_question_of_a_page_stays():
    files = editing.remove_question(small(), "inspector", "D5.01")

    with pytest.raises(CannotEdit) as refused:
        editing.remove_question(files, "inspector", "D5.02")

    assert refused.value.why is Why.LAST


def test_a_question_moves_over_the_edge_of_its_page():
    files = editing.move_question(small(), "inspector", "pay", -1)
    assert asked(files) == [["age", "D1.01", "D1.02", "pay"], ["D4.01"], ["D5.01", "D5.02"]]

    files = editing.move_question(files, "inspector", "pay", 1)
    assert asked(files) == asked(small())


@given(
    st.lists(st.sampled_from([("D1.01", 1), ("D4.01", 1), ("pay", 1), ("D5.01", -1)]), max_size=6)
)
def test_moving_loses_and_doubles_no_question(moves):
    files = small()
    for key, step in moves:
        try:
            files = editing.move_question(files, "inspector", key, step)
        except CannotEdit:
            continue

    assert sorted(chain(*asked(files))) == sorted(chain(*asked(small())))
    assert all(asked(files))


def test_a_new_code_is_one_that_nobody_used():
    taken = ["D1.01", "D1.07", "D10.44", "D2.90", "XD1.80"]

    assert editing.next_code("D1", taken) == "D1.08"
    assert editing.next_code("D3", taken) == "D3.01"


def test_a_full_dimension_has_no_new_code():
    with pytest.raises(CannotEdit) as refused:
        editing.next_code("D1", ["D1.99"])

    assert refused.value.why is Why.NO_CODE_LEFT


def test_a_new_indicator_stands_beside_those_of_its_dimension():
    record = weighted("D1.04", "National sign", provenance=PROVENANCE | {"source": "decree"})

    files = editing.add_indicator(small(), LABOUR, record)

    rows = files["catalogues/labour/indicators/d1.yaml"]["indicators"]
    assert [row["code"] for row in rows] == ["D1.01", "D1.02", "D1.03", "D1.04"]
    assert rows[-1]["provenance"] == {"source": "decree"}, "what the file says is not repeated"


def test_the_last_indicator_of_a_file_takes_the_file_with_it():
    record = weighted("D9.01", "Alone", provenance=PROVENANCE)
    files = editing.add_indicator(small(), LABOUR, record)
    assert files["catalogues/labour/indicators/d9.yaml"]["provenance"] == PROVENANCE

    assert editing.remove_indicator(files, LABOUR, "D9.01") == small()


def test_the_origin_of_a_whole_file_is_not_repeated_in_its_signs():
    target = Target(What.INDICATOR, (LABOUR, "D1.01"))
    assert editing.whole(small(), target)["provenance"] == PROVENANCE

    own = PROVENANCE | {"source": "decree"}
    files = editing.set_fields(small(), target, {"provenance": own, "weights": {}})

    row = parts.indicator(files, LABOUR, "D1.01")
    assert row["provenance"] == {"source": "decree"}
    assert "weights" not in row
    assert editing.whole(files, target)["provenance"] == own


def test_a_value_keeps_its_place_in_the_file():
    files = editing.set_fields(
        small(), PAY, {"text": text("Do they pay you?"), "hint": text("Softly")}
    )

    question = editing.find(files, PAY)
    assert list(question) == ["key", "text", "options", "hint"]
    assert list(files["views/inspector.yaml"]) == list(small()["views/inspector.yaml"])


def test_a_text_goes_language_by_language():
    target = Target(What.VIEW, ("anybody",))

    files = editing.set_text(small(), target, "intro", "ky", "  Шашпаңыз.  ")
    files = editing.set_text(files, target, "intro", "ru", " ")

    assert files["views/anybody.yaml"]["intro"] == {"ky": "Шашпаңыз.", "en": "Take your time."}
