"""Whether a page is flat is asked in floors: what else runs on the machine makes both dearer."""

import pages
from pages import Cost


def row(name, size, cpu, floor, smallest):
    bare = Cost(1.0, floor, 1.0, 1)
    return pages.row_of(name, "SQLite", size, Cost(1.0, cpu, 1.0, 1), bare, smallest)


def test_a_page_that_grows_with_the_floor_is_flat():
    smallest = {}
    assert row("list", 10_000, 20.0, 5.0, smallest)[-3:] == [1.0, 1.0, ""]
    assert row("list", 100_000, 40.0, 10.0, smallest)[-3:] == [2.0, 1.0, "1.3x: held"]


def test_a_page_that_grows_beyond_the_floor_is_not():
    smallest = {}
    row("list", 10_000, 20.0, 5.0, smallest)
    assert row("list", 100_000, 40.0, 5.0, smallest)[-3:] == [2.0, 2.0, "1.3x: MISSED"]


def test_a_page_beside_a_floor_that_became_cheaper_is_flat():
    smallest = {}
    row("list", 10_000, 20.0, 5.0, smallest)
    assert row("list", 100_000, 20.0, 2.0, smallest)[-3:] == [1.0, 2.5, "1.3x: held"]


def test_the_floor_has_no_bar():
    bare, smallest = Cost(1.0, 5.0, 1.0, 1), {"bare": (5.0, 1.0)}
    assert pages.row_of("bare", "SQLite", 100_000, bare, bare, smallest)[-3:] == [1.0, 1.0, ""]
