"""Two guidelines side by side: nothing is missed, nothing is told twice, nothing is made up."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.workshop import editing
from korgoo.workshop import files as parts
from korgoo.workshop.difference import Kind, What, compare
from korgoo.workshop.difference.places import moved, name_pages
from korgoo.workshop.editing import Target
from tests.workshop.guidelines import PROVENANCE, small, text, weighted

LABOUR = "labour"


def told(changes):
    return [
        (change.kind, change.item, change.field, change.before, change.after) for change in changes
    ]


def only(changes):
    assert len(changes) == 1, told(changes)
    return changes[0]


def test_a_guideline_does_not_differ_from_itself():
    assert compare(small(), small()) == []


def test_what_is_written_differently_and_says_the_same_is_no_difference():
    other = small()
    head = other["catalogues/labour/catalogue.yaml"]
    del head["rule"], head["vulnerability_as_means"]
    other["views/anybody.yaml"] = dict(reversed(other["views/anybody.yaml"].items()))
    other["views/anybody.yaml"]["intro"]["en"] = "  Take your time.\n"
    other["views/anybody.yaml"]["pages"][0]["when"] = []
    other["guideline.yaml"] |= {"edition": "2027-1", "valid_from": "2027-01-01"}

    assert compare(small(), other) == []


def test_indicators_may_stand_in_another_file():
    other = small()
    rest = other.pop("catalogues/labour/indicators/rest.yaml")
    other["catalogues/labour/indicators/d1.yaml"]["indicators"] += rest["indicators"]

    assert compare(small(), other) == []


def test_another_file_that_says_another_source_makes_a_difference():
    other = small()
    rest = other.pop("catalogues/labour/indicators/rest.yaml")
    rest["provenance"] = PROVENANCE | {"source": "elsewhere"}
    other["catalogues/labour/indicators/e.yaml"] = rest

    found = compare(small(), other)

    assert {change.field for change in found} == {"provenance"}
    assert len(found) == 10


def test_the_source_of_a_whole_file_is_one_difference():
    other = small()
    other["catalogues/labour/indicators/rest.yaml"]["provenance"] = PROVENANCE | {
        "as_of": "2026-01-01"
    }

    found = only(compare(small(), other))

    assert (found.what, found.field) == (What.SIGNS, "provenance")


def test_a_new_view_is_one_difference_with_all_that_is_in_it():
    other = small()
    other["views/teacher.yaml"] = copy.deepcopy(other["views/inspector.yaml"]) | {"key": "teacher"}

    found = only(compare(small(), other))

    assert (found.kind, found.what, found.path) == (Kind.ADDED, What.VIEW, ("teacher",))
    assert found.after == other["views/teacher.yaml"]


def test_a_lost_catalogue_is_one_difference():
    other = {name: data for name, data in small().items() if not name.startswith("catalogues/")}

    found = only(compare(small(), other))

    assert (found.kind, found.what) == (Kind.REMOVED, What.CATALOGUE)


def test_a_page_that_goes_first_is_the_only_thing_that_moved():
    other = editing.move_page(small(), "inspector", 3, -1)
    other = editing.move_page(other, "inspector", 2, -1)

    found = only(compare(small(), other))

    assert (found.kind, found.what, found.path) == (Kind.MOVED, What.PAGE, ("inspector", "3"))
    assert (found.before, found.after) == ({"place": 3}, {"place": 1})


def test_a_page_with_another_title_is_the_same_page():
    other = editing.set_fields(
        small(), Target(What.PAGE, ("inspector", "2")), {"title": text("Wages")}
    )

    found = only(compare(small(), other))

    assert (found.what, found.path, found.field) == (What.PAGE, ("inspector", "2"), "title")


def test_a_question_on_another_page_has_moved_and_nothing_else():
    other = editing.move_question(small(), "inspector", "D4.01", 1)

    found = only(compare(small(), other))

    assert (found.kind, found.item) == (Kind.MOVED, "question D4.01")
    assert found.before == {"page": "2", "place": 2}
    assert found.after == {"page": "3", "place": 1}


def test_each_value_that_holds_several_differs_value_by_value():
    other = small()
    options = other["views/inspector.yaml"]["pages"][1]["questions"][0]["options"]
    options[0]["sets"] = {"D4.02": "absent", "D1.03": "absent"}
    other["views/inspector.yaml"]["advice"]["some"] = text("Otherwise")

    found = compare(small(), other)

    assert [(c.item, c.field) for c in found] == [
        ("", "advice.some"),
        ("question pay, option all", "sets.D1.03"),
    ]


def test_names_of_differences_are_stable_short_and_apart():
    other = small()
    long = "q" + "x" * 300
    other["views/inspector.yaml"]["pages"][0]["questions"].append(
        {"key": long, "indicator": "D2.01"}
    )
    other["catalogues/labour/indicators/d1.yaml"]["indicators"][0]["weights"] = {
        "adult_labour": "weak"
    }

    keys = [change.key for change in compare(small(), other)]

    assert keys[:2] == [
        "indicator/labour/D1.01:weights.adult_labour",
        "indicator/labour/D1.01:weights.child_labour",
    ]
    assert len(set(keys)) == len(keys) == 3
    assert all(len(key) <= 200 for key in keys)
    assert keys == [change.key for change in compare(small(), other)]


def test_what_a_faulty_draft_says_twice_is_still_told():
    other = small()
    other["views/anybody.yaml"]["pages"][0]["questions"] += [{"indicator": "D5.01"}]

    found = only(compare(small(), other))

    assert (found.kind, found.path) == (Kind.ADDED, ("anybody", "D5.01~2"))


@given(st.permutations(range(8)), st.integers(0, 7), st.integers(0, 7))
def test_one_thing_that_moved_is_told_as_one(order, source, target):
    before = [str(number) for number in order]
    after = [name for name in before if name != before[source]]
    after.insert(target, before[source])

    assert len(moved(before, after)) <= 1
    assert bool(moved(before, after)) == (before != after)


@given(st.permutations(range(7)))
def test_what_did_not_move_stands_in_the_old_order(order):
    before = [str(number) for number in range(7)]
    after = [str(number) for number in order]
    stayed = [name for name in after if name not in moved(before, after)]

    assert stayed == sorted(stayed)


@given(st.permutations(range(3)))
def test_pages_keep_their_names_in_any_order(order):
    before = small()["views/inspector.yaml"]
    after = before | {"pages": [before["pages"][number] for number in order]}

    assert name_pages(before, after) == (["1", "2", "3"], [str(number + 1) for number in order])


# Each edit and the difference that it makes: exactly one.
EDITS = {
    "weight": (
        lambda f: editing.set_weight(f, LABOUR, "D5.01", profile="adult_labour", weight="strong"),
        (Kind.CHANGED, "D5.01", "weights.adult_labour", "medium", "strong"),
    ),
    "weight taken away": (
        lambda f: editing.set_weight(f, LABOUR, "D5.01", profile="child_labour", weight=None),
        (Kind.CHANGED, "D5.01", "weights.child_labour", "medium", None),
    ),
    "use": (
        lambda f: editing.set_use(f, LABOUR, "D5.01", profiles=["adult_labour"]),
        (Kind.CHANGED, "D5.01", "profiles", None, ["adult_labour"]),
    ),
    "rule": (
        lambda f: editing.set_rule(f, LABOUR, "signs"),
        (Kind.CHANGED, "", "rule", None, "signs"),
    ),
    "conditions": (
        lambda f: editing.set_conditions(f, "inspector", 3, []),
        (Kind.CHANGED, "page 3", "when", [{"question": "pay", "any_of": ["less", "none"]}], None),
    ),
    "text": (
        lambda f: editing.set_text(f, Target(What.OPTION, ("inspector", "pay", "less")), "text", "en", "Less"),
        (Kind.CHANGED, "question pay, option less", "text", text("less"), text("less") | {"en": "Less"}),
    ),
    "now": (
        lambda f: editing.set_fields(f, Target(What.OPTION, ("inspector", "pay", "none")), {"now": text("Help")}),
        (Kind.CHANGED, "question pay, option none", "now", None, text("Help")),
    ),
    "element": (
        lambda f: editing.add(
            f, Target(What.ELEMENT, (LABOUR, "act")), {"key": "act", "title": text("Act"), "dimensions": ["D1"]}
        ),
        (Kind.ADDED, "element act", "", None, {"key": "act", "title": text("Act"), "dimensions": ["D1"]}),
    ),
    "dimension": (
        lambda f: editing.add(f, Target(What.DIMENSION, (LABOUR, "D7")), {"key": "D7", "title": text("N")}),
        (Kind.ADDED, "dimension D7", "", None, {"key": "D7", "title": text("N")}),
    ),
    "question": (
        lambda f: editing.add_question(f, "inspector", 2, {"indicator": "D2.01"}),
        (Kind.ADDED, "question D2.01", "", None, {"indicator": "D2.01"}),
    ),
    "question removed": (
        lambda f: editing.remove_question(f, "inspector", "D1.01"),
        (Kind.REMOVED, "question D1.01", "", {"indicator": "D1.01"}, None),
    ),
    "question moved": (
        lambda f: editing.move_question(f, "anybody", "D6.01", -1),
        (Kind.MOVED, "question D6.01", "", {"page": "1", "place": 2}, {"page": "1", "place": 1}),
    ),
    "option moved": (
        lambda f: editing.move(f, Target(What.OPTION, ("inspector", "pay", "none")), -1),
        (Kind.MOVED, "question pay, option none", "", {"place": 3}, {"place": 2}),
    ),
    "option removed": (
        lambda f: editing.remove(f, Target(What.OPTION, ("inspector", "age", "child"))),
        (
            Kind.REMOVED,
            "question age, option child",
            "",
            {"key": "child", "text": text("No"), "age": "child"},
            None,
        ),
    ),
    "vector": (
        lambda f: editing.remove(f, Target(What.VECTOR, ("locked-in-and-deceived",))),
        (Kind.REMOVED, "locked-in-and-deceived", "", small()["vectors.yaml"]["vectors"][0], None),
    ),
    "view": (
        lambda f: editing.remove_view(f, "anybody"),
        (Kind.REMOVED, "", "", small()["views/anybody.yaml"], None),
    ),
    "head": (
        lambda f: editing.set_fields(f, Target(What.HEAD), {"approving_mandates": ["decide"]}),
        (Kind.CHANGED, "", "approving_mandates", ["coordinate"], ["decide"]),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_shows_up_as_exactly_its_difference(name):
    edit, difference = EDITS[name]
    before = small()

    after = edit(before)

    assert before == small(), "the edit changed what it was given"
    found = only(compare(before, after))
    if found.kind is Kind.MOVED and found.item != difference[1]:
        pytest.fail(f"told of {found.item}")
    assert told([found]) == [difference]


@pytest.mark.parametrize("dimension", ["D1", "D4", "D9"])
def test_a_new_indicator_is_one_difference_also_in_a_new_file(dimension):
    record = weighted(f"{dimension}.09", "New sign", provenance=PROVENANCE)

    found = only(compare(small(), editing.add_indicator(small(), LABOUR, record)))

    assert (found.kind, found.item, found.after["title"]) == (
        Kind.ADDED,
        f"{dimension}.09",
        text("New sign"),
    )


@given(st.lists(st.sampled_from(sorted(EDITS)), unique=True, max_size=4))
def test_edits_together_make_their_differences_together(names):
    files = small()
    for name in names:
        if {"view", "question moved"} <= set(names) and name == "question moved":
            continue
        files = EDITS[name][0](files)

    keys = {change.key for change in compare(small(), files)}

    assert {change.key for change in compare(small(), small())} == set()
    assert len(keys) >= bool(names)
    for name in names:
        alone = {change.key for change in compare(small(), EDITS[name][0](small()))}
        if not ({"view", "question moved"} <= set(names) and name == "question moved"):
            assert alone <= keys


def test_codes_that_a_view_asks_are_found():
    view = small()["views/inspector.yaml"]

    assert parts.codes_asked(view) == {
        "D1.01",
        "D1.02",
        "D1.03",
        "D4.01",
        "D4.02",
        "D5.01",
        "D5.02",
    }
