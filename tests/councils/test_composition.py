"""A composition as a file: every fault named by its cell, and nothing half-loaded."""

import csv
import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from korgoo.councils import services
from korgoo.councils.composition import templates
from korgoo.councils.composition.checking import check
from korgoo.councils.composition.columns import COLUMNS, LANGUAGES
from korgoo.councils.composition.faults import Rule
from korgoo.councils.composition.known import Index, Known, Named
from korgoo.councils.models import CompositionImport, Seat
from korgoo.councils.services import imports
from korgoo.lib import tables
from tests import members

HEAD = [
    "Organisation",
    "Seat",
    "Official position",
    "Office telephone",
    "District",
    "From",
    "Until",
]
HEAD[2] = "Position"
ROW = ["Invented Police", "Member", "Head of department", "+996 312 000", "", "01.03.2026", ""]
TODAY = date(2026, 3, 2)
KNOWN = Known(
    Index.of(
        [
            Named("police", ("Invented Police", "Милиция")),
            Named("old", ("Invented Old Ministry",), date(2010, 1, 1), date(2015, 11, 15)),
            Named("twin-1", ("Invented Twin",)),
            Named("twin-2", ("Invented Twin",)),
        ]
    ),
    Index.of(
        [
            Named("41700", ("Invented District",)),
            Named("41701", ("Invented Gone District",), None, date(2020, 12, 31)),
        ]
    ),
    {"police": 1, "old": 2, "twin-1": 3, "twin-2": 4},
)


def csv_of(*rows, head=HEAD, delimiter=";"):
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=delimiter).writerows([head, *rows])
    return target.getvalue().encode()


def xlsx_of(*rows, merged=(), head=HEAD):
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (head, *rows):
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def row_with(**cells):
    keys = [column.key for column in COLUMNS]
    return [cells.get(key, words) for key, words in zip(keys, ROW, strict=True)]


def faults(data):
    return [(f.cell, f.rule) for f in check(data, KNOWN, today=TODAY).faults]


@pytest.mark.parametrize("make", [csv_of, xlsx_of])
def test_a_row_becomes_a_seat(make):
    checked = check(make(ROW), KNOWN, today=TODAY)
    (row,) = checked.rows
    assert not checked.faults
    assert (row.organisation_id, row.kind, row.valid_from) == (1, "member", date(2026, 3, 1))


@pytest.mark.parametrize(
    ("cells", "cell", "rule"),
    [
        ({"organisation": "Nobody knows"}, "A2", Rule.ORGANISATION_UNKNOWN),
        ({"organisation": "Invented Twin"}, "A2", Rule.ORGANISATION_AMBIGUOUS),
        ({"organisation": "Invented Old Ministry"}, "A2", Rule.ORGANISATION_ENDED),
        ({"organisation": ""}, "A2", Rule.VALUE_MISSING),
        ({"organisation": "01.03.2026"}, "A2", Rule.SHIFTED),
        ({"seat": "King"}, "B2", Rule.SEAT),
        ({"seat": "Invented Police"}, "B2", Rule.SHIFTED),
        ({"position": "x" * 201}, "C2", Rule.CELL_LENGTH),
        ({"unit": "Atlantis"}, "E2", Rule.UNIT_UNKNOWN),
        ({"unit": "Invented Gone District"}, "E2", Rule.UNIT_ENDED),
        ({"valid_from": "31.02.2026"}, "F2", Rule.DAY),
        ({"valid_from": "01.01.1917"}, "F2", Rule.DAY_FAR),
        ({"valid_from": "Member"}, "F2", Rule.SHIFTED),
        ({"valid_from": ""}, "F2", Rule.VALUE_MISSING),
        ({"valid_to": "28.02.2026"}, "G2", Rule.END_BEFORE_START),
    ],
)
def test_what_is_wrong_is_named_by_its_cell(cells, cell, rule):
    assert faults(csv_of(row_with(**cells))) == [(cell, rule)]


def test_a_district_that_existed_then_is_taken_for_a_seat_of_then():
    data = csv_of(row_with(unit="Invented Gone District", valid_from="01.03.2019"))
    assert check(data, KNOWN, today=TODAY).rows[0].unit == "41701"


def test_merged_cells_are_named_and_nothing_is_read():
    found = faults(xlsx_of(ROW, ROW, merged=["A2:A3", "F2:G2"]))
    assert found == [("A2:A3", Rule.MERGED), ("F2:G2", Rule.MERGED)]


def test_a_row_shifted_by_one_column_is_said_to_be_shifted():
    rules = {rule for _cell, rule in faults(csv_of(["", *ROW[:-1]]))}
    assert Rule.SHIFTED in rules


def test_a_row_longer_than_the_head_is_named():
    assert faults(csv_of([*ROW, "", "more"])) == [("I2", Rule.ROW_LENGTH)]


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        ([*HEAD[:-1], "Colour"], ("G1", Rule.COLUMN_UNKNOWN)),
        ([*HEAD[:-1], "Seat"], ("G1", Rule.COLUMN_TWICE)),
        (["№", *HEAD[1:]], ("1:1", Rule.COLUMN_MISSING)),
    ],
)
def test_a_head_that_nobody_knows_is_refused(head, fault):
    assert fault in faults(csv_of(ROW, head=head))


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"\0\1", Rule.UNREADABLE),
        (b"PK\x03\x04 broken", Rule.UNREADABLE),
        (b"Organisation;Seat;From", Rule.NOTHING),
        (b"x" * (2 * 1024 * 1024 + 1), Rule.TOO_LARGE),
    ],
)
def test_a_file_that_is_no_table_is_refused(data, rule):
    assert [rule_ for _cell, rule_ in faults(data)] == [rule]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [templates.to_csv, templates.to_xlsx])
def test_a_template_is_understood_but_for_its_invented_organisation(language, make):
    assert {rule for _c, rule in faults(make(language))} == {Rule.ORGANISATION_UNKNOWN}


@pytest.mark.parametrize(
    ("line", "place", "name"),
    [(1, 0, "A1"), (7, 2, "C7"), (2, 25, "Z2"), (3, 26, "AA3"), (9, 701, "ZZ9")],
)
def test_cells_are_named_as_spreadsheets_do(line, place, name):
    assert tables.cell_name(line, place) == name


def bring(people, *rows):
    body = people.council
    found = services.examine(csv_of(*rows), body)
    return services.keep_composition(body.pk, found, actor=people.secretary.actor)


NEW = row_with(organisation="Invented Other Region")


def test_a_right_file_waits_and_is_taken_whole(people):
    row = bring(people, NEW)
    assert row.state == "waiting"
    assert not Seat.objects.filter(organisation=people.other).exists()
    taken = services.take_composition(row.pk, actor=people.secretary.actor)
    assert (taken.state, taken.added, taken.rows) == ("taken", 1, [])
    assert Seat.objects.get(organisation=people.other).position == "Head of department"


@pytest.mark.parametrize(
    ("rows", "cell", "rule"),
    [
        ([NEW, row_with()], "A3", Rule.OVERLAP),
        ([row_with(organisation="Invented Other Region", seat="Chair")], "A2", Rule.OVERLAP),
        ([NEW, NEW], "A3", Rule.OVERLAP_ROWS),
    ],
)
def test_an_overlap_is_named_and_no_row_is_taken(people, rows, cell, rule):
    row = bring(people, *rows)
    assert row.state == "refused"
    assert row.faults[0][0] == cell
    assert row.faults[0][2] == rule
    assert not Seat.objects.filter(organisation=people.other).exists()


def test_a_seat_that_is_there_already_brings_nothing_new(people):
    row = bring(people, row_with(seat="Chair", valid_from="01.01.2024"), NEW)
    assert services.take_composition(row.pk, actor=people.secretary.actor).added == 1


def test_what_changed_since_the_upload_is_not_overrun(people):
    from korgoo.lib.errors import DomainError
    from tests import factories_councils

    row = bring(people, NEW)
    factories_councils.seat(people.council, people.other)
    with pytest.raises(DomainError, match="changed since"):
        services.take_composition(row.pk, actor=people.secretary.actor)


def test_rows_that_nobody_took_in_a_day_are_thrown_away(people, clock):
    row = bring(people, NEW)
    clock.forward(days=2)
    assert imports.sweep()["files"] == 1
    row.refresh_from_db()
    assert (row.state, row.rows) == ("dropped", [])


def upload(data, name="seats.csv"):
    return SimpleUploadedFile(name, data)


def test_the_keeper_brings_looks_and_takes(people, enter, words_of):
    browser = enter(people.secretary)
    response = browser.post("bring", people.council.pk, file=upload(csv_of(NEW)))
    page = browser.get(response.url)
    assert "1 new seat" in words_of(page)
    row = CompositionImport.objects.get()
    done = browser.post("take", row.pk)
    assert done.url == browser.address("body", people.council.pk)
    assert Seat.objects.filter(organisation=people.other).exists()


def test_faults_are_shown_by_cell_with_what_is_expected(people, enter, words_of):
    browser = enter(people.secretary)
    data = xlsx_of(row_with(organisation="Nobody knows", valid_from="31.02.2026"))
    page = browser.get(browser.post("bring", people.council.pk, file=upload(data, "a.xlsx")).url)
    words = words_of(page)
    assert "2 things are wrong. Nothing was taken." in words
    assert "A2" in words
    assert "F2" in words
    assert "Expected: a day, as 31.12.2026." in words


def test_no_file_is_an_error_of_the_field(people, enter, words_of):
    page = enter(people.secretary).post("bring", people.council.pk)
    assert page.status_code == 422
    assert "Choose the file." in words_of(page)


@pytest.mark.parametrize("who", ["stranger", "chair"])
def test_another_secretary_finds_no_page_to_bring_a_file(people, enter, who):
    assert enter(getattr(people, who)).get("bring", people.council.pk).status_code == 404


def test_who_is_no_secretary_cannot_open_the_template(people, enter):
    assert enter(people.officer).get("template_csv", "ky").status_code == 404
    assert enter(people.secretary).get("template_csv", "ky").status_code == 200
    assert enter(people.secretary).get("template_xlsx", "xx").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_two_who_take_the_same_file_at_once_add_its_seats_once(people):
    row = bring(people, NEW)
    take = lambda: services.take_composition(row.pk, actor=people.secretary.actor)  # noqa: E731
    outcomes = members.at_once(take, take)
    assert sum(isinstance(one, Exception) for one in outcomes) == 1
    assert Seat.objects.filter(organisation=people.other).count() == 1
