"""A draft brought up to date: nothing of either side is lost unseen."""

from hypothesis import given
from hypothesis import strategies as st

from korgoo.workshop import editing
from korgoo.workshop.difference import What, compare
from korgoo.workshop.editing import Target
from korgoo.workshop.joining import join
from tests.workshop.guidelines import PROVENANCE, small, text, weighted
from tests.workshop.test_difference import EDITS

names = st.sampled_from(sorted(EDITS))


@given(names)
def test_what_only_one_side_changed_is_taken_from_it(name):
    changed = EDITS[name][0](small())

    assert join(small(), changed, small()).files == changed
    assert join(small(), small(), changed).files == changed
    assert join(small(), changed, changed).files == changed
    assert join(small(), changed, small()).conflicts == []


@given(names, names)
def test_two_sides_that_changed_different_things_are_both_kept(ours, theirs):
    mine, other = EDITS[ours][0](small()), EDITS[theirs][0](small())

    joined = join(small(), mine, other)

    if not joined.conflicts:
        told = {change.key for change in compare(small(), joined.files)}
        assert told >= {change.key for change in compare(small(), mine)}
        assert told >= {change.key for change in compare(small(), other)}


def test_where_both_changed_the_same_the_draft_stays_and_the_place_is_named():
    mine = editing.set_weight(small(), "labour", "D5.01", profile="adult_labour", weight="strong")
    other = editing.set_weight(small(), "labour", "D5.01", profile="adult_labour", weight="weak")

    joined = join(small(), mine, other)

    assert joined.files == mine
    assert joined.conflicts == [
        "catalogues/labour/indicators/rest.yaml: indicators, D5.01, weights, adult_labour"
    ]


def test_both_may_add_signs_and_the_order_holds():
    mine = editing.add_indicator(small(), "labour", weighted("D1.04", "A", provenance=PROVENANCE))
    other = editing.add_indicator(small(), "labour", weighted("D1.05", "B", provenance=PROVENANCE))

    rows = join(small(), mine, other).files["catalogues/labour/indicators/d1.yaml"]["indicators"]

    assert [row["code"] for row in rows] == ["D1.01", "D1.02", "D1.03", "D1.04", "D1.05"]


def test_a_page_can_move_in_one_and_get_another_name_in_the_other():
    mine = editing.move_page(small(), "inspector", 3, -1)
    other = editing.set_fields(
        small(), Target(What.PAGE, ("inspector", "3")), {"title": text("Being free")}
    )

    joined = join(small(), mine, other)

    pages = joined.files["views/inspector.yaml"]["pages"]
    assert [page["title"]["en"] for page in pages] == [
        "Age and promises",
        "Being free",
        "Work and pay",
    ]
    assert joined.conflicts == []


def test_what_one_side_took_away_and_the_other_changed_is_named():
    mine = editing.remove_view(small(), "anybody")
    other = editing.set_text(small(), Target(What.VIEW, ("anybody",)), "intro", "en", "Slowly.")

    joined = join(small(), mine, other)

    assert "views/anybody.yaml" not in joined.files
    assert joined.conflicts == ["views/anybody.yaml"]
