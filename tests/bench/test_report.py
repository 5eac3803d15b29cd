"""The page of measured claims: sections replaced in place, in a fixed order, and readable tables."""

import re
from pathlib import Path

import pytest
from harness import report
from harness.report import Section

BENCH = Path(report.__file__).resolve().parents[1]


def section(title, value=1.0):
    return Section(title, ("what", "ms"), [["a page", value]], ("A note.",))


def test_a_section_is_replaced_in_place_and_the_others_stay():
    page = report.put(report.HEAD, section("Pages", 1.0), "Monday.")
    page = report.put(page, section("Memory", 2.0), "Tuesday.")
    again = report.put(page, section("Pages", 3.0), "Wednesday.")
    assert again.count("## Pages") == again.count("## Memory") == 1
    assert "3.00" in again
    assert "1.00" not in again
    assert "2.00" in again
    assert "Monday" not in again
    assert "Tuesday." in again


def test_writing_the_same_twice_changes_nothing():
    once = report.put(report.HEAD, section("Sealing"), "Monday.")
    assert report.put(once, section("Sealing"), "Monday.") == once


def test_sections_stand_in_the_order_of_the_page_whoever_writes_first():
    page = report.HEAD
    for title in reversed(report.ORDER):
        page = report.put(page, section(title), "Monday.")
    assert tuple(re.findall(r"^## (.+)$", page, re.MULTILINE)) == report.ORDER


def test_a_section_without_a_place_is_refused():
    with pytest.raises(ValueError, match="no place"):
        report.put(report.HEAD, section("Something new"), "Monday.")


def test_every_section_that_a_script_writes_has_a_place():
    written = [
        title
        for script in sorted(BENCH.glob("*.py"))
        for title in re.findall(r'Section\(\s*"([^"]+)"', script.read_text(encoding="utf-8"))
    ]
    assert sorted(written) == sorted(report.ORDER)


@pytest.mark.parametrize(
    ("value", "cell"),
    [(1234.5, "1234"), (12.34, "12.3"), (1.234, "1.23"), (7, "7"), ("held", "held")],
)
def test_numbers_have_three_digits_at_most_behind_what_matters(value, cell):
    assert f" {cell} |" in report.table(("what", "ms"), [["a page", value]])


def test_the_columns_of_a_table_stand_under_each_other():
    lines = report.table(("what", "ms"), [["a long name", 1.0], ["b", 100.0]]).splitlines()
    assert len({len(line) for line in lines}) == 1
    assert lines[1].endswith(":|") or lines[1].endswith(": |")


def test_a_quick_run_prints_and_leaves_the_page_alone(tmp_path, capsys):
    page = tmp_path / "performance.md"
    report.publish(section("Pages"), full=False, page=page)
    assert "a page" in capsys.readouterr().out
    assert not page.exists()
    report.publish(section("Pages"), full=True, page=page)
    assert "shared machine" in page.read_text(encoding="utf-8")


def test_a_section_says_how_much_ran_besides():
    assert re.search(r"; shared, \d+ processes at work at once\.$", report.measured())


def test_the_machine_is_described_without_its_name():
    assert re.fullmatch(r"\d+ cores, \d+ GB of memory, Python 3\.\d+\.\d+", report.machine())
