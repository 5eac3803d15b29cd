"""Lists of activities: every fault named with its cell, all of it taken or nothing, once."""

import csv
import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from korgoo.activities import places, services
from korgoo.activities.enums import State
from korgoo.activities.lists import checking, columns, rows, templates
from korgoo.activities.models import Activity, ActivityList
from korgoo.activities.rules import Frame, Rule
from korgoo.activities.vocabulary import audiences, kinds
from tests import factories_activities as made
from tests.members import at_once, words_of_main

NOT_FOUND, REFUSED, MOVED = 404, 422, 302
ROW = {
    "day": "05.08.2026",
    "place": "Ак-Булак",
    "district": "Ак-Булунский айылный аймак",
    "kind": "Форум-театр",
    "contacts": "60",
    "women": "35",
    "men": "20",
    "counting": "по одному",
    "time": "14:30",
    "cost": "1 500,50",
}


def frame():
    return Frame(
        made.FIRST, made.LAST, date(2026, 8, 10), frozenset(kinds()), frozenset(audiences())
    )


def csv_of(*lines, head=tuple(ROW)):
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";")
    writer.writerow(head)
    writer.writerows([[(ROW | line).get(key, "") for key in head] for line in lines])
    return target.getvalue().encode()


def xlsx(*lines, merged=()):
    book = Workbook()
    for line in lines:
        book.active.append(line)
    for ref in merged:
        book.active.merge_cells(ref)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_what_leads_to_a_person_is_not_kept_among_the_faults():
    head = (*ROW, "title")
    checked = checking.check(csv_of({"title": "Айша 0555 123 456"}, head=head), frame())
    (fault,) = checked.faults
    assert (fault.rule, fault.column, fault.found) == (Rule.TRACE, "title", "")


@pytest.mark.parametrize("cost", ["nan", "-nan", "sNaN", "Infinity", "1e99"])
def test_a_cost_that_is_no_sum_is_a_fault(cost):
    (fault,) = checking.check(csv_of({"cost": cost}), frame()).faults
    assert (fault.rule, fault.found) == (Rule.COST, cost)


def check(data):
    return checking.check(data, frame())


def faults(*lines):
    return [(f.row, f.column, f.rule) for f in check(csv_of(*lines)).faults]


def test_a_row_is_read_whole():
    (row,) = check(csv_of({})).rows

    assert row.facts.unit == made.VILLAGE
    assert (row.facts.kind, row.facts.contacts, row.facts.counting) == ("forum-theatre", 60, "one")
    assert row.facts.counts == (("female", "unknown", 35), ("male", "unknown", 20))
    assert str(row.facts.cost) == "1500.50"
    assert f"{row.facts.starts_at:%H:%M}" == "14:30"


def test_a_spreadsheet_gives_the_same_row():
    cells = ROW | {"day": date(2026, 8, 5), "contacts": 60.0}
    (row,) = check(xlsx(list(cells), list(cells.values()))).rows

    assert row.facts == check(csv_of({})).rows[0].facts


WRONG = [
    ("an impossible day", {"day": "31.09.2026"}, "day", Rule.DAY),
    ("a day of another year", {"day": "05.08.2016"}, "day", Rule.DAY_OUTSIDE),
    ("held tomorrow", {"day": "11.08.2026"}, "day", Rule.DAY_TO_COME),
    ("no day", {"day": ""}, "day", Rule.VALUE_MISSING),
    (
        "an unknown village",
        {"place": "Нарния-Хогвартс", "district": ""},
        "place",
        Rule.PLACE_UNKNOWN,
    ),
    ("a name of many villages", {"district": ""}, "place", Rule.PLACE_SEVERAL),
    ("an unknown type", {"kind": "парад"}, "kind", Rule.CHOICE),
    ("words for a number", {"contacts": "около 60"}, "contacts", Rule.NUMBER),
    ("no number", {"contacts": ""}, "contacts", Rule.VALUE_MISSING),
    ("parts above the whole", {"women": "60"}, "contacts", Rule.PARTS),
    ("an unknown way of counting", {"counting": "кости"}, "counting", Rule.CHOICE),
    ("no time", {"time": "половина"}, "time", Rule.TIME),
    ("no money", {"cost": "много"}, "cost", Rule.COST),
]


@pytest.mark.parametrize(
    ("line", "column", "rule"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG]
)
def test_what_is_wrong_is_named_with_row_and_column(line, column, rule):
    assert faults({"title": "good", "time": ""}, line) == [(3, column, rule)]


def test_a_district_that_no_longer_exists_is_named(monkeypatch):
    known = dict(places.every())
    gone = places.Place(
        "9", "Мурунку район", 2, "9", last=date(2021, 1, 1), keys=frozenset({"murunku"})
    )
    monkeypatch.setattr(places, "every", lambda: known | {"9": gone})

    assert faults({"place": "Мурунку", "district": ""}) == [(2, "place", Rule.PLACE_GONE)]


def test_all_faults_of_all_rows_are_named_at_once():
    found = faults({"day": "?", "contacts": "?"}, {}, {"kind": ""})

    assert {(row, column) for row, column, _rule in found} == {
        *((2, "day"), (2, "contacts"), (4, "kind")),
    }


def test_merged_cells_are_named_with_their_place():
    lines = [
        list(ROW),
        list(ROW.values()),
        [""] * len(ROW),
        list((ROW | {"time": "16:00"}).values()),
    ]
    found = check(xlsx(*lines, merged=["A2:A3"])).faults

    assert [(f.row, f.column, f.rule) for f in found if f.rule is Rule.MERGED] == [
        (2, "A2:A3", Rule.MERGED)
    ]


@pytest.mark.parametrize("step", [1, -1])
def test_a_row_with_shifted_cells_is_named_as_such(step):
    head = ["№", *ROW, "notes"]
    values = ["1", *ROW.values(), ""]
    shifted = ["", *values][: len(head)] if step == 1 else [*values[1:], ""]
    target = io.StringIO()
    csv.writer(target, delimiter=";").writerows([head, values, shifted])
    found = check(target.getvalue().encode()).faults

    assert [(f.row, f.rule) for f in found] == [(3, Rule.SHIFTED)]


def test_a_row_that_stands_there_twice_is_named():
    assert faults({}, {}) == [(3, "", Rule.REPEATED)]


HEADS = [
    ("an unknown column", b"day;place;kind;wrong\n1;2;3;4", Rule.COLUMN_UNKNOWN),
    ("a missing column", b"day;place\n1;2", Rule.COLUMN_MISSING),
    ("a column twice", b"day;day;place;kind\n1;1;2;3", Rule.COLUMN_TWICE),
    ("nothing below the head", b"day;place;kind\n", Rule.NOTHING),
    ("a picture", b"\x89PNG\0\0\0", Rule.UNREADABLE),
    ("a broken spreadsheet", b"PK\x03\x04" + b"x" * 50, Rule.UNREADABLE),
]


@pytest.mark.parametrize(("data", "rule"), [h[1:] for h in HEADS], ids=[h[0] for h in HEADS])
def test_a_file_that_cannot_be_read_says_why(data, rule):
    assert rule in [fault.rule for fault in check(data).faults]


@given(st.binary(max_size=300))
def test_no_bytes_bring_a_reader_down(data):
    found = check(data)

    assert found.rows or found.faults


@pytest.mark.parametrize("language", columns.LANGUAGES)
@pytest.mark.parametrize("write", [templates.to_csv, templates.to_xlsx])
def test_a_template_is_read_without_a_fault(write, language):
    found = check(write(language, date(2026, 8, 5)))

    assert found.faults == []
    assert [row.facts.contacts for row in found.rows] == [60]


@pytest.mark.parametrize("column", columns.COLUMNS, ids=lambda c: c.key)
def test_every_head_means_its_own_column(column):
    for head in column.known:
        assert columns.column_of(head) == column.key, head


def test_rows_come_back_as_they_were_written_down():
    (row,) = check(csv_of({})).rows

    assert rows.from_data(rows.to_data(row)) == row


@pytest.fixture
def partner(enter, team):
    return enter(team.partner)


def bring(browser, team, data, name="list.csv"):
    file = SimpleUploadedFile(name, data)
    return browser.post("bring", campaign=str(team.campaign.pk), file=file)


def test_a_list_is_looked_at_first_and_taken_whole(partner, team):
    answer = bring(partner, team, csv_of({}, {"time": "16:00"}))
    assert not Activity.objects.exists()
    page = words_of_main(partner.get(answer.url))
    assert "Take the whole list" in page
    assert "Forum theatre" in page

    row = ActivityList.objects.get()
    done = partner.post("take", row.pk)
    assert done.status_code == MOVED
    assert Activity.objects.count() == 2
    row.refresh_from_db()
    assert (row.state, row.added, row.rows) == ("taken", 2, [])


def test_one_fault_and_nothing_is_taken(partner, team):
    answer = bring(partner, team, csv_of({}, {"day": "31.09.2026"}))
    page = words_of_main(partner.get(answer.url))

    assert "1 thing is wrong. Nothing was taken." in page
    assert "31.09.2026" in page
    assert partner.post("take", ActivityList.objects.get().pk).status_code in {403, 409}
    assert not Activity.objects.exists()


def test_a_list_that_was_taken_before_adds_nothing(partner, team):
    bring(partner, team, csv_of({}))
    partner.post("take", ActivityList.objects.get().pk)
    answer = bring(partner, team, csv_of({}))

    assert "stands in the log or in this list already" in words_of_main(partner.get(answer.url))


def test_a_list_is_thrown_away(partner, team):
    bring(partner, team, csv_of({}))
    row = ActivityList.objects.get()
    partner.post("drop", row.pk)

    row.refresh_from_db()
    assert (row.state, row.rows) == ("dropped", [])


def test_another_houses_list_is_not_found(enter, team):
    bring(enter(team.partner), team, csv_of({}))
    row = ActivityList.objects.get()
    other = enter(team.other)

    assert other.get("list_import", row.pk).status_code == NOT_FOUND
    assert other.post("take", row.pk).status_code == NOT_FOUND


def test_a_form_without_a_file_says_so(partner, team):
    answer = partner.post("bring", campaign=str(team.campaign.pk))

    assert answer.status_code == REFUSED
    assert "Choose the file" in answer.content.decode()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_templates_are_given_out_in_known_languages(partner, kind):
    known = reverse(f"activities:template_{kind}", args=["ky"])

    assert "attachment" in partner.get(known)["Content-Disposition"]
    assert partner.get(known.replace("-ky", "-fr")).status_code == NOT_FOUND


def test_what_nobody_took_goes_after_an_hour(partner, team, clock):
    bring(partner, team, csv_of({}))
    bring(partner, team, csv_of({"day": "?"}))
    clock.forward(hours=2)
    assert services.sweep() == {"lists": 1, "faults": 0, "photos": 0}
    clock.forward(days=31)
    assert services.sweep() == {"lists": 0, "faults": 1, "photos": 0}


@pytest.mark.django_db(transaction=True)
def test_a_list_brought_twice_and_taken_at_once_is_there_once(team):
    found = services.examine(csv_of({}), _card(team), actor=team.partner.actor)
    one, two = (services.keep_list(found, actor=team.partner.actor) for _ in range(2))
    outcomes = at_once(
        lambda: services.take_list(one.pk, actor=team.partner.actor),
        lambda: services.take_list(two.pk, actor=team.partner.actor),
    )

    assert Activity.objects.filter(state=State.HELD).count() == 1
    assert sorted(type(one).__name__ for one in outcomes) == ["ActivityList", "DomainError"]


def _card(team):
    from korgoo.campaign import api as campaigns

    return campaigns.campaign(team.campaign.key, actor=team.partner.actor)
