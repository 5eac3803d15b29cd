"""Files as tools write them, whole and broken. Nothing here asks the database."""

import json
import zipfile
from dataclasses import replace
from datetime import datetime
from random import Random
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from korgoo.fieldforms.enums import FileKind
from korgoo.fieldforms.exports import files, names
from korgoo.fieldforms.exports.sheets import sheets
from korgoo.fieldforms.incoming import xml_files
from korgoo.fieldforms.incoming.checking import check
from korgoo.fieldforms.incoming.faults import MOST_NOTED, Rule
from korgoo.fieldforms.incoming.known import Forms, Known
from korgoo.fieldforms.incoming.raw import MOST_SUBMISSIONS
from korgoo.fieldforms.incoming.reading import MOST_BYTES, read_file
from korgoo.fieldforms.incoming.submission import Submission
from korgoo.fieldforms.incoming.zip_files import MOST_UNPACKED
from korgoo.identification.guidelines import Choice
from tests.fieldforms import tools

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Asia/Bishkek"))
SEEDED = Random(3)  # noqa: S311 - a test that repeats itself
KINDS = {
    "csv": FileKind.CSV,
    "kobo-csv": FileKind.CSV,
    "odata": FileKind.JSON,
    "kobo": FileKind.JSON,
    "xml": FileKind.ZIP,
}


@pytest.fixture
def blank(foreign):
    """A form with branches, sealed words and a question that only the field may ask."""
    return foreign["guard"]


@pytest.fixture
def known(foreign):
    views = {key: one.view for key, one in foreign.items() if one.view.pocket is None}
    digest = foreign["guard"].digest
    forms = Forms(digest, NOW.date().replace(month=1), views)
    return Known(lambda d: forms if digest.startswith(d) else None, frozenset({"ky", "ru"}), NOW)


@pytest.fixture
def row(blank):
    """One filled form in which everything is right."""
    return tools.fill(blank, {})


def rules_of(data, known, name="forms.csv"):
    contents = read_file(data, name)
    faults = contents.faults + check(contents.forms, known).faults
    return [(fault.field, fault.rule) for fault in faults]


def one(row, known, way="csv"):
    return rules_of(tools.WAYS[way]([row]), known)


@pytest.mark.parametrize("way", tools.WAYS)
def test_every_tool_gives_the_same_form_back(way, blank, known):
    chance = Random(7)  # noqa: S311
    rows = [tools.fill(blank, tools.random_entries(blank.view, chance)) for _ in range(30)]

    contents = read_file(tools.WAYS[way](rows), "forms")
    checked = check(contents.forms, known)

    assert contents.kind is KINDS[way]
    assert checked.faults == []
    assert [str(s.instance_id) for s in checked.submissions] == [r.instance for r in rows]
    first = check(read_file(tools.to_odata(rows), "f").forms, known).submissions
    assert checked.submissions == first
    assert sum(len(s.choices) for s in first) > 40


def test_a_single_form_comes_as_a_device_sends_it(row, known):
    contents = read_file(tools.to_xml(row), "submission.xml")

    assert contents.kind is FileKind.XML
    [submission] = check(contents.forms, known).submissions
    assert str(submission.instance_id) == row.instance
    assert submission.started.isoformat() == "2026-03-02T08:10:00+06:00"
    assert (submission.talk, submission.opinion, submission.danger) == (
        "alone",
        "not_enough",
        "no",
    )


def test_a_bare_list_of_objects_is_read_too(row, known):
    items = json.loads(tools.to_kobo([row]))["results"]
    assert rules_of(json.dumps(items).encode(), known) == []


def test_an_archive_may_hold_tables_and_folders(row, known):
    data = tools.to_zip(
        [("media/", b""), ("__MACOSX/._forms.csv", b"x"), ("a/forms.csv", tools.to_csv([row]))]
    )
    assert rules_of(data, known) == []


def test_names_of_groups_may_be_left_out(row, known):
    head, _newline, lines = tools.to_csv([row]).decode().partition("\r\n")
    bare = ",".join(column.rsplit("-", 1)[-1] for column in head.split(","))
    assert "page_1" not in bare
    assert rules_of(f"{bare}\r\n{lines}".encode(), known) == []


def test_columns_of_the_tool_say_nothing_to_us(row, known):
    contents = read_file(tools.to_csv([row]), "forms.csv")
    assert "Invented Officer" not in repr(contents)
    kobo = read_file(tools.to_kobo([row]), "forms.json")
    assert "invented-officer" not in repr(kobo)


def test_answers_survive_storage(blank, known):
    row = tools.fill(blank, tools.random_entries(blank.view, SEEDED))
    [submission] = check(read_file(tools.to_csv([row]), "f").forms, known).submissions

    data = json.loads(json.dumps(submission.to_data()))

    assert Submission.from_data(data) == submission
    with pytest.raises(ValueError, match="unknown format"):
        Submission.from_data({**data, "format": 2})


# What each rule catches: a break on purpose, the field that is named, the rule.
BREAKS = [
    ("korgoo_form", "", "", Rule.UNKNOWN_FORM),
    ("korgoo_form", "somebody-elses-form", "korgoo_form", Rule.UNKNOWN_FORM),
    ("korgoo_form", "0123456789ab-unheard", "korgoo_form", Rule.UNKNOWN_FORM),
    ("korgoo_form", "0123456789ab-card", "korgoo_form", Rule.UNKNOWN_FORM),
    ("korgoo_form", "ffffffffffff-guard", "korgoo_form", Rule.UNKNOWN_EDITION),
    ("q_colour", "red", "q_colour", Rule.UNKNOWN_QUESTION),
    ("story", "He told me", "story", Rule.UNKNOWN_QUESTION),
    ("talk", "", "talk", Rule.MISSING),
    ("talk", "perhaps", "talk", Rule.UNKNOWN_CODE),
    ("moved", "perhaps", "moved", Rule.UNKNOWN_CODE),
    ("opinion", "", "opinion", Rule.MISSING),
    ("opinion", "guilty", "opinion", Rule.UNKNOWN_CODE),
    ("danger", "", "danger", Rule.MISSING),
    ("danger", "maybe", "danger", Rule.UNKNOWN_CODE),
    ("channel", "", "channel", Rule.MISSING),
    ("channel", "pigeon", "channel", Rule.UNKNOWN_CODE),
    ("language", "", "language", Rule.MISSING),
    ("language", "tlh", "language", Rule.UNKNOWN_CODE),
    ("case_code", "482915374", "case_code", Rule.CASE_CODE),
    ("case_code", "48291537", "case_code", Rule.CASE_CODE),
    ("case_code", "a name", "case_code", Rule.CASE_CODE),
    ("start", "", "start", Rule.MISSING),
    ("end", "", "end", Rule.MISSING),
    ("start", "yesterday", "start", Rule.NOT_A_TIME),
    ("end", "2026-03-02T08:00:00.000+06:00", "end", Rule.ENDS_BEFORE_START),
    ("end", "2026-03-02T10:00:00.000+06:00", "end", Rule.IN_THE_FUTURE),
    ("end", "9999-12-31T23:00:00.000-14:00", "end", Rule.NOT_A_TIME),
    ("start", "0001-01-01T00:00:00+14:00", "start", Rule.NOT_A_TIME),
    ("start", "1900-01-01T00:00:00.000+06:00", "start", Rule.NOT_A_TIME),
    ("start", "2025-03-01T08:59:00.000+06:00", "start", Rule.NOT_A_TIME),
    ("start", "2025-12-31T12:00:00.000+06:00", "start", Rule.BEFORE_THE_EDITION),
]


@pytest.mark.parametrize("way", tools.WAYS)
@pytest.mark.parametrize(
    ("name", "value", "field", "rule"), BREAKS, ids=[f"{b[0]}={b[1]}" for b in BREAKS]
)
def test_each_break_is_named_by_field_and_rule(way, name, value, field, rule, row, known):
    broken_row = row.set(name, value)
    if name == "korgoo_form":
        broken_row.version = value
    assert one(broken_row, known, way) == [(field, rule)]


def test_the_version_of_the_tool_serves_when_the_form_has_none_of_its_own(row, known):
    assert one(row.without("korgoo_form"), known) == []
    assert one(row.without("korgoo_form"), known, "kobo") == [("", Rule.UNKNOWN_FORM)]


def test_a_form_of_another_view_is_not_taken_for_this_one(row, known):
    row.form = "korgoo_police"
    assert one(row, known, "xml") == [("korgoo_form", Rule.UNKNOWN_FORM)]


def indicator(blank, *, page=0):
    question = next(q for q in blank.view.pages[page].questions if q.kind == "indicator")
    return names.question_name(question.key), names.source_name(question.key), question


@pytest.mark.parametrize("way", tools.WAYS)
def test_an_answer_that_the_question_does_not_offer(way, row, blank, known):
    name, source, _question = indicator(blank)
    row.set(name, "perhaps").set(source, "told")
    assert one(row, known, way) == [(name, Rule.UNKNOWN_CODE)]


def test_an_answer_without_its_source_or_with_a_strange_one(row, blank, known):
    name, source, _question = indicator(blank)
    assert one(row.set(name, "unknown"), known) == [(source, Rule.MISSING)]
    assert one(row.set(source, "rumour"), known) == [(source, Rule.UNKNOWN_CODE)]


def test_a_source_without_an_answer_is_the_default_of_the_form(row, blank, known):
    _name, source, _question = indicator(blank)
    assert one(row.set(source, "told"), known) == []


def branches(blank):
    for page in blank.view.pages:
        for question in page.questions:
            if page.when and question.kind != "sealed":
                yield names.question_name(question.key), question


def test_an_answer_on_a_page_that_is_not_asked(row, blank, known):
    name, question = next(branches(blank))
    row.set(name, question.options[0].key)
    if question.kind == "indicator":
        row.set(name.replace("q", "s", 1), "told")
    assert one(row, known) == [(name, Rule.NOT_ASKED)]


def test_sealed_words_are_refused_and_not_repeated(row, blank, known):
    sealed = [q for page in blank.view.pages for q in page.questions if q.kind == "sealed"]
    assert sealed
    name = names.question_name(sealed[0].key)
    contents = read_file(tools.to_csv([row.set(name, "Invented Person")]), "f")
    [fault] = check(contents.forms, known).faults
    assert (fault.field, fault.rule) == (name, Rule.UNKNOWN_QUESTION)
    assert "Invented" not in fault.found


def test_a_case_that_is_there_says_nothing_of_how_it_began(row, known):
    row.set("case_code", "482 915 373").without("danger").without("channel").without("language")
    [submission] = check(read_file(tools.to_csv([row]), "f").forms, known).submissions
    assert submission.case_code == "482915373"
    assert not submission.is_new_case
    assert submission.danger == ""


def test_a_clock_that_is_a_little_fast_is_forgiven(row, known):
    assert one(row.set("end", "2026-03-02T09:10:00.000+06:00"), known) == []


def test_a_time_without_a_zone_is_the_countrys(row, known):
    row.set("end", "2026-03-02T08:59:00")
    [submission] = check(read_file(tools.to_csv([row]), "f").forms, known).submissions
    assert submission.ended.isoformat() == "2026-03-02T08:59:00+06:00"


@pytest.mark.parametrize("way", tools.WAYS)
def test_the_same_form_twice_in_a_file(way, blank, known):
    first, second = tools.fill(blank, {}), tools.fill(blank, {})
    second.instance = first.instance
    assert one_of([first, second], known, way) == [("", Rule.TWICE_IN_FILE)]


def one_of(rows, known, way):
    return rules_of(tools.WAYS[way](rows), known)


def test_a_form_and_its_later_edit_are_the_same_form(blank, known):
    first, edit = tools.fill(blank, {}), tools.fill(blank, {})
    items = json.loads(tools.to_kobo([first, edit]))["results"]
    items[1]["meta/rootUuid"] = f"uuid:{first.instance}"
    assert rules_of(json.dumps(items).encode(), known) == [("", Rule.TWICE_IN_FILE)]
    items[1].pop("meta/rootUuid")
    items[1]["meta/deprecatedID"] = f"uuid:{first.instance}"
    assert rules_of(json.dumps(items).encode(), known) == [("", Rule.TWICE_IN_FILE)]


def test_a_form_without_a_number(row, known):
    row.instance = "first one"
    assert ("", Rule.NO_INSTANCE) in one(row, known)


def test_every_fault_of_every_form_is_told_with_its_line(blank, known):
    rows = [tools.fill(blank, {}) for _ in range(4)]
    rows[1].set("talk", "x").set("opinion", "")
    rows[3].set("danger", "x")

    contents = read_file(tools.to_csv(rows), "forms.csv")
    checked = check(contents.forms, known)

    told = [(f.place.line, f.field, f.place.instance) for f in checked.faults]
    assert sorted(told) == sorted(
        [
            (3, "talk", rows[1].instance),
            (3, "opinion", rows[1].instance),
            (5, "danger", rows[3].instance),
        ]
    )
    assert len(checked.submissions) == 2
    assert [place.line for place in checked.places] == [2, 4]


def test_a_field_twice_with_two_values(row, known):
    row.values["other/talk"] = "others"
    assert one(row, known) == [("talk", Rule.TWICE_IN_ONE)]


FILES = {
    "no text": (b"\xff\xfe\x00\x01,", Rule.UNREADABLE),
    "nothing": (b"", Rule.NOTHING),
    "only a head": (b"start,end\n", Rule.NOTHING),
    "open quotation": (b'start,end\n"a,b\n', Rule.UNREADABLE),
    "short line": (b"start,end\na\n", Rule.ROW_LENGTH),
    "column twice": (b"start,start\na,b\n", Rule.TWICE_IN_ONE),
    "more columns than any form": (b",".join(b"c%d" % n for n in range(601)), Rule.UNREADABLE),
    "no json": (b'{"results": [', Rule.UNREADABLE),
    "json of something else": (b'{"rows": []}', Rule.UNREADABLE),
    "json without forms": (b'{"value": []}', Rule.NOTHING),
    "json of words": (b'["a", 1, null]', Rule.UNREADABLE),
    "deep json": (b"[" * 100_000, Rule.UNREADABLE),
    "long number": (b"[" + b"9" * 5_000 + b"]", Rule.UNREADABLE),
    "json of too many fields": (
        b'[{"a": {%s}}]' % b",".join(b'"f%d": 1' % n for n in range(2_001)),
        Rule.UNREADABLE,
    ),
    "no xml": (b"<data><open></data>", Rule.UNREADABLE),
    "xml with entities": (
        b'<!DOCTYPE d [<!ENTITY a "aaaa">]><data>&a;</data>',
        Rule.UNREADABLE,
    ),
    "xml from outside": (
        b'<!DOCTYPE d SYSTEM "file:///etc/passwd"><data/>',
        Rule.UNREADABLE,
    ),
    "xml in a strange encoding": (
        b'<?xml version="1.0" encoding="klingon"?><d/>',
        Rule.UNREADABLE,
    ),
    "deep xml": (b"<a>" * 5_000 + b"</a>" * 5_000, Rule.UNREADABLE),
    "xml of very many elements": (b"<d>" + b"<a/>" * 1_200_000 + b"</d>", Rule.UNREADABLE),
    "broken archive": (b"PK\x03\x04 and then nothing", Rule.UNREADABLE),
    "too large": (b"a" * (MOST_BYTES + 1), Rule.TOO_LARGE),
}


@pytest.mark.parametrize("what", FILES)
def test_a_file_that_cannot_be_read_is_named_and_gives_nothing(what, known):
    data, rule = FILES[what]
    contents = read_file(data, "from the field.dat")
    assert {fault.rule for fault in contents.faults} == {rule}
    assert {fault.place.file for fault in contents.faults} == {"from the field.dat"}
    assert contents.forms == [] or rule is Rule.TWICE_IN_ONE


def test_a_wide_table_is_read_and_its_columns_that_are_there_twice_are_named():
    head = b",".join([*(b"c%d" % n for n in range(598)), b"twice", b"twice"])
    contents = read_file(head + b"\n" + b"," * 599 + b"\n" + b"x" + b"," * 599, "f.csv")
    assert [(fault.field, fault.rule) for fault in contents.faults] == [
        ("twice", Rule.TWICE_IN_ONE)
    ]
    assert len(contents.forms) == 1


def test_elements_are_counted_before_a_tree_is_built_of_them():
    tree = xml_files._Counting()
    for _ in range(xml_files.MOST_ELEMENTS):
        tree.start("a", {})
    with pytest.raises(ValueError, match="one too many"):
        tree.start("one too many", {})


def wrong_in_every_cell():
    columns = ["korgoo_form", *(f"wrong{n}" for n in range(599))]
    line = ",".join(["0123456789ab-guard", *["x"] * 599])
    return "\n".join([",".join(columns), *[line] * 50]).encode()


@pytest.mark.parametrize(
    "data",
    [
        wrong_in_every_cell(),
        tools.to_zip([(f"{n}.csv", wrong_in_every_cell()) for n in range(20)]),
        b"start,end\n" + b"a\n" * 50_000,
        tools.to_zip([(f"{n}.json", b"[" + b"1," * 1_000 + b"1]") for n in range(50)]),
        tools.to_zip([(f"{n}.json", b'[{"wrong%d": 1}]' % n) for n in range(1_999)]),
    ],
    ids=["table", "tables", "short lines", "lists of nothing", "many files"],
)
def test_no_file_has_more_faults_than_anybody_could_read(data, known):
    contents = read_file(data, "forms")
    checked = check(contents.forms, known)
    assert len(contents.faults) + len(checked.faults) >= MOST_NOTED
    assert max(len(contents.faults), len(checked.faults)) < 2 * MOST_NOTED


@pytest.mark.parametrize("name", [*tools.FRAME, "korgoo_form", "case_code", "q_colour"])
def test_half_a_sign_in_a_value_is_wrong_and_can_be_shown(name, row, known):
    data = tools.to_kobo([row.set(name, "half")]).replace(b'"half"', b'"\\ud800"')
    [fault] = check(read_file(data, "f.json").forms, known).faults
    assert fault.field == name
    assert fault.found == "?"


def test_half_a_sign_in_a_name_or_a_number_can_be_shown(known):
    data = b'[{"\\ud800": "x", "_uuid": "\\ud800"}]'
    contents = read_file(data, "\ud800.json")
    faults = check(contents.forms, known).faults
    assert {fault.place.file for fault in faults} == {"?.json"}
    assert {fault.place.instance for fault in faults} == {"?"}
    assert repr(faults).encode()
    assert read_file(b"", "\ud800.csv").faults[0].place.file == "?.csv"


def test_a_broken_line_is_named():
    contents = read_file(b'start,end\na,b\nc,"d\ne,f\n', "f.csv")
    assert [fault.place.line for fault in contents.faults] == [3]
    contents = read_file(b"<data>\n<open>\n</data>", "f.xml")
    assert [fault.place.line for fault in contents.faults] == [3]


def test_an_archive_that_unpacks_to_too_much():
    packed = tools.to_zip([("a.csv", b"0" * (MOST_UNPACKED + 1))])
    assert len(packed) < MOST_BYTES
    contents = read_file(packed, "bomb.zip")
    assert [fault.rule for fault in contents.faults] == [Rule.PACKED]
    assert contents.forms == []


def test_an_archive_that_lies_about_its_sizes_gives_nothing():
    data = bytearray(tools.to_zip([("a.csv", b"start\n" * 500)]))
    for mark, size_at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + size_at
        data[at : at + 4] = (6).to_bytes(4, "little")
    contents = read_file(bytes(data), "bomb.zip")
    assert [fault.rule for fault in contents.faults] == [Rule.UNREADABLE]
    assert contents.forms == []


def test_an_archive_of_archives_or_pictures():
    inner = tools.to_zip([("a.csv", b"start\n")])
    contents = read_file(tools.to_zip([("inner.zip", inner)]), "outer.zip")
    assert [fault.rule for fault in contents.faults] == [Rule.UNKNOWN_KIND]
    assert contents.faults[0].place.file == "inner.zip"


def test_a_spreadsheet_is_no_export_that_we_read(blank):
    contents = read_file(files.to_xlsx(sheets(blank)), "form.xlsx")
    assert [fault.rule for fault in contents.faults] == [Rule.UNKNOWN_KIND]
    assert contents.faults[0].place.file == "form.xlsx"


def test_a_locked_archive():
    data = bytearray(tools.to_zip([("a.csv", b"start\n")], method=zipfile.ZIP_STORED))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.index(mark) + (6 if mark.endswith(b"\x04") else 8)
        data[at] |= 1
    assert [f.rule for f in read_file(bytes(data), "f.zip").faults] == [Rule.UNREADABLE]


@pytest.mark.parametrize("way", ["csv", "odata", "kobo", "xml"])
def test_more_forms_than_are_taken_at_once(way, row, monkeypatch):
    small = replace(row, values={"korgoo_form": row.version})
    rows = [replace(small, instance=str(uuid4())) for _ in range(MOST_SUBMISSIONS + 1)]
    contents = read_file(tools.WAYS[way](rows), "many")
    assert [fault.rule for fault in contents.faults] == [Rule.TOO_MANY]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300), st.sampled_from([b"", b"{", b"[", b"<", b"PK\x03\x04", b"a,b\n"]))
def test_no_file_whatever_breaks_the_reading(data, start):
    contents = read_file(start + data, "any")
    assert contents.faults or contents.forms


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(min_value=0), st.integers(0, 255), st.sampled_from(sorted(tools.WAYS)))
def test_no_flipped_byte_breaks_the_reading_or_slips_through_unread(row, known, at, byte, way):
    data = bytearray(tools.WAYS[way]([row]))
    data[at % len(data)] = byte
    contents = read_file(bytes(data), "any")
    checked = check(contents.forms, known)
    assert contents.faults or checked.faults or checked.submissions


def test_only_faultless_forms_are_choices(blank, known):
    name, source, question = indicator(blank)
    row = tools.fill(blank, {name: question.options[0].key, source: "observed"})
    [submission] = check(read_file(tools.to_csv([row]), "f").forms, known).submissions
    assert Choice(question.key, question.options[0].key, "observed") in submission.choices


def test_the_limits_are_those_that_the_page_promises():
    assert MOST_BYTES == 5 * 1024 * 1024
    assert MOST_SUBMISSIONS == 2_000
    assert MOST_UNPACKED == 8 * 1024 * 1024
