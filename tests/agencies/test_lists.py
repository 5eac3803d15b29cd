"""Lists as files: every kind and encoding read alike, every fault named with row and column, nothing half-taken."""

import io
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from korgoo.agencies.lists import checking, columns, tables, templates
from korgoo.agencies.lists.columns import COLUMNS
from korgoo.agencies.lists.faults import Fault, Rule
from korgoo.agencies.lists.planning import Change, Known, plan
from korgoo.agencies.lists.rows import ListRow
from korgoo.agencies.rules import Kind
from tests.agencies.conftest import ROW, SOURCE, csv_of

TODAY = date(2026, 3, 2)


def check(data):
    return checking.check(data, SOURCE, today=TODAY)


def faults(*rows):
    return [(f.row, f.column, f.rule) for f in check(csv_of(*rows)).faults]


def xlsx(*lines):
    book = Workbook()
    for line in lines:
        book.active.append(line)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_a_row_is_read_whole():
    (row,) = check(csv_of({"name_ky": "Сары Топчу", "phone": "0555 000 111"})).rows

    assert row.names == (("ky", "Сары Топчу"), ("ru", "Жёлтая Пуговица"))
    assert (row.country, row.permit, row.starts, row.ends) == (
        *("TR", "31"),
        *(date(2026, 2, 1), date(2027, 1, 31)),
    )
    assert (row.kind, row.day, row.until) == (Kind.GRANTED, date(2026, 2, 1), None)
    assert (row.document, row.as_of) == (SOURCE.document, SOURCE.list_day)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
def test_csv_is_read_in_its_usual_kinds(delimiter, encoding):
    (row,) = check(csv_of({}, delimiter=delimiter, encoding=encoding)).rows

    assert row.names == (("ru", "Жёлтая Пуговица"),)


def test_a_spreadsheet_gives_the_same_rows():
    cells = ROW | {"valid_from": datetime(2026, 2, 1), "registration": 77.0}  # noqa: DTZ001
    (row,) = check(xlsx(list(cells), list(cells.values()))).rows

    assert (row.starts, row.registration, row.line) == (date(2026, 2, 1), "77", 2)


def test_lines_are_counted_as_a_spreadsheet_shows_them():
    data = csv_of({}, {}).replace(b"\r\n", b"\r\n;;\r\n", 1)

    assert [row.line for row in check(data).rows] == [3, 4]


WRONG = [
    ("no-country", {"country": "Нарния"}, "country", Rule.COUNTRY),
    ("own country", {"country": "KG"}, "country", Rule.COUNTRY),
    ("no country", {"country": ""}, "country", Rule.VALUE_MISSING),
    ("no number", {"permit_number": ""}, "permit_number", Rule.VALUE_MISSING),
    ("no such day", {"valid_from": "31.02.2026"}, "valid_from", Rule.DAY),
    ("a day of long ago", {"valid_from": "01.01.1900"}, "valid_from", Rule.DAY_FAR),
    ("ends before", {"valid_to": "01.01.2026"}, "valid_to", Rule.END_BEFORE_START),
    ("no name", {"name_ru": ""}, "name_ru", Rule.NAME_MISSING),
    ("unknown decision", {"decision": "прочее"}, "decision", Rule.DECISION),
    ("suspended, but when", {"decision": "приостановлено"}, "decision_day", Rule.DAY_MISSING),
    (
        "extended, but until when",
        {"decision": "узартылды", "decision_day": "01.03.2026"},
        *("extended_to", Rule.EXTENDED_TO),
    ),
    ("no web address", {"source_address": "tizme"}, "source_address", Rule.ADDRESS),
    ("a long name", {"name_ru": "ж" * 201}, "name_ru", Rule.CELL_LENGTH),
]


@pytest.mark.parametrize(
    ("row", "column", "rule"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG]
)
def test_what_is_wrong_is_named_with_row_and_column(row, column, rule):
    assert faults({}, row) == [(3, column, rule)]


def test_all_faults_of_all_rows_are_named_at_once():
    found = faults({"country": "?", "valid_from": "?"}, {}, {"permit_number": ""})

    assert {(row, column) for row, column, _rule in found} == {
        *((2, "country"), (2, "valid_from"), (4, "permit_number")),
    }


def test_a_fault_says_what_stands_there():
    assert check(csv_of({"country": "Нарния"})).faults[0].found == "Нарния"


HEADS = [
    (
        "an unknown column",
        b"name_ru;country;permit_number;valid_from;desicion\na;TR;1;2026-01-01;x",
        Rule.COLUMN_UNKNOWN,
    ),
    ("a missing column", b"name_ru;country;valid_from\na;TR;2026-01-01", Rule.COLUMN_MISSING),
    (
        "no column of names",
        b"country;permit_number;valid_from\nTR;1;2026-01-01",
        Rule.COLUMN_MISSING,
    ),
    (
        "a column twice",
        b"name_ru;name_ru;country;permit_number;valid_from\na;a;TR;1;2026-01-01",
        Rule.COLUMN_TWICE,
    ),
    ("nothing under the head", b"name_ru;country;permit_number;valid_from\n", Rule.NOTHING),
    ("nothing at all", b"", Rule.NOTHING),
    ("a picture", b"\x89PNG\0\0\0", Rule.UNREADABLE),
    ("an open quotation mark", b'name_ru;country\n"a;TR\n', Rule.UNREADABLE),
    ("a broken spreadsheet", b"PK\x03\x04" + b"x" * 50, Rule.UNREADABLE),
    ("too large", b"x" * (tables.MOST_BYTES + 1), Rule.TOO_LARGE),
]


@pytest.mark.parametrize(("data", "rule"), [h[1:] for h in HEADS], ids=[h[0] for h in HEADS])
def test_a_file_that_cannot_be_read_says_why(data, rule):
    found = check(data)

    assert rule in {fault.rule for fault in found.faults}
    assert found.rows == []


def test_more_rows_than_may_be_are_refused(monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 3)

    assert not check(csv_of({}, {}, {})).faults
    assert [f.rule for f in check(csv_of({}, {}, {}, {})).faults] == [Rule.TOO_MANY]


def test_a_spreadsheet_that_unpacks_to_a_bomb_is_not_opened(monkeypatch):
    opened = []
    monkeypatch.setattr("korgoo.lib.tables.load_workbook", lambda *a, **k: opened.append(a))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (30 * 1024 * 1024))

    assert [f.rule for f in check(target.getvalue()).faults] == [Rule.UNREADABLE]
    assert opened == []


def test_a_zip_that_is_no_spreadsheet_is_refused():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("list.csv", csv_of({}))

    assert [f.rule for f in check(target.getvalue()).faults] == [Rule.UNREADABLE]


@given(st.binary(max_size=400))
def test_no_bytes_bring_a_reader_down(data):
    found = check(data)

    assert found.rows or found.faults


@pytest.mark.parametrize("language", columns.LANGUAGES)
@pytest.mark.parametrize("write", [templates.to_csv, templates.to_xlsx])
def test_a_template_is_read_without_a_fault(write, language):
    found = check(write(language))

    assert found.faults == []
    assert [row.country for row in found.rows] == ["TR"]


@pytest.mark.parametrize("column", COLUMNS, ids=lambda c: c.key)
def test_every_head_means_its_own_column(column):
    for head in column.known:
        assert columns.column_of(head) == column.key, head
        assert columns.column_of(f"  {head.upper()} *") == column.key, head


def test_heads_come_in_any_order_and_language():
    head = ["Страна", "Name in Russian", "Уруксаттын номери", "Valid from"]

    (row,) = check(xlsx(head, ["Germany", "А", "1", "2026-02-01"])).rows

    assert row.country == "DE"


def test_every_decision_is_read_in_each_language():
    for kind, words in columns.DECISIONS.items():
        assert {columns.kind_of(word) for word in words} == {kind}


def test_a_row_and_a_fault_survive_being_kept():
    (row,) = check(csv_of({"name_ky": "Сары"})).rows
    fault = Fault(3, "country", Rule.COUNTRY, "Нарния")

    assert ListRow.from_data(row.to_data()) == row
    assert Fault.from_data(fault.to_data()) == fault


def planned(*rows, known=None, is_newest=True):
    checked = check(csv_of(*rows))
    assert checked.faults == []
    return plan(checked.rows, known or Known(), is_newest=is_newest)


def test_what_each_row_adds_is_said():
    found = planned({}, {"country": "DE", "permit_number": "32"}, {})

    assert list(found.changes.values()) == [
        [Change.AGENCY, Change.PERMIT, Change.DECISION],
        [Change.PERMIT, Change.DECISION],
        [],
    ]


def test_the_same_list_again_adds_nothing():
    known = Known()
    planned({}, known=known)

    again = planned({}, known=known)

    assert (again.agencies, again.permits, again.decisions, again.names) == ([], [], [], [])


def test_another_spelling_under_the_same_number_is_another_name_of_the_agency():
    found = planned({}, {"name_ru": "Желтая пуговица", "permit_number": "31"})

    assert len(found.agencies) == 1
    assert Change.NAME in found.changes[3]


def test_quite_another_name_under_a_known_number_is_a_fault():
    found = planned({}, {"name_ru": "Северный Ветер"})

    assert [(f.row, f.rule) for f in found.faults] == [(3, Rule.NAME_DIFFERS)]


def test_the_same_name_under_another_number_is_another_agency():
    assert len(planned({}, {"registration": "8-8"}).agencies) == 2


def test_a_name_alone_that_two_agencies_have_is_a_fault():
    found = planned({}, {"registration": "8-8"}, {"registration": "", "permit_number": "33"})

    assert [(f.row, f.rule) for f in found.faults] == [(4, Rule.AMBIGUOUS_AGENCY)]


def test_a_name_alone_finds_its_one_agency():
    assert len(planned({}, {"registration": ""}).agencies) == 1


def test_other_days_for_a_known_permit_are_a_fault():
    found = planned({}, {"valid_to": "28.02.2027"})

    assert [(f.row, f.column, f.rule) for f in found.faults] == [
        (3, "valid_to", Rule.PERMIT_DIFFERS)
    ]


def test_an_older_list_changes_no_telephone():
    rows = {"phone": "1"}, {"phone": "2"}

    assert planned(*rows).agencies[0].phone == "2"
    assert planned(*rows, is_newest=False).agencies[0].phone == "1"
