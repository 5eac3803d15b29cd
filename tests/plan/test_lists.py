"""A plan from a file: taken whole or not at all, and every fault named by its cell."""

import csv
import io
from datetime import date

import pytest
from django.utils import translation
from openpyxl import Workbook

from korgoo.countrypack import api as packs
from korgoo.plan import regions, services, wording
from korgoo.plan.lists import templates
from korgoo.plan.lists.checking import check
from korgoo.plan.lists.columns import LANGUAGES
from korgoo.plan.lists.faults import Fault, Rule
from korgoo.plan.lists.known import KnownBody, known
from korgoo.plan.services.files import examine
from tests import factories_plan
from tests.factories_plan import CODE

BODIES = (
    KnownBody(1, ("ministry-labour", "Министерство труда", "Ministry of Labour")),
    KnownBody(2, ("ministry-interior", "МВД", "Ministry of Internal Affairs")),
    KnownBody(3, ("ministry-health", "Ministry of Health")),
    KnownBody(4, ("state-migration-service", "State Migration Service"), "Ministry of Labour"),
)
FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
HEAD = (
    *("Код задачи", "Задача", "Код мероприятия", "Мероприятие", "Ответственные", "Соисполнители"),
    *("Регионы", "Срок", "Код показателя", "Показатель", "Вид показателя", "Цель 2026"),
    *("Источник финансирования", "Валюта", "Запланировано 2026"),
)
ROW = (
    *(
        "1",
        "Обучение",
        "1.1",
        "Обучить 40 сотрудников",
        "МВД",
        "ministry-health; Министерство труда",
    ),
    *("Ошская область; Таласская область", "31.12.2026", "1", "Обучены", "число", "40"),
    *("государственный бюджет", "KGS", "1 200,50"),
)


def what_is_known():
    return known(BODIES, ["presumed"], FIRST, LAST, date(2026, 7, 6))


def csv_of(*rows, head=HEAD):
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=";").writerows([head, *rows])
    return target.getvalue().encode()


def xlsx_of(*rows, merged=()):
    book = Workbook()
    for row in (HEAD, *rows):
        book.worksheets[0].append(row)
    for cells in merged:
        book.worksheets[0].merge_cells(cells)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def with_(**changes):
    """The row with other words under some heads."""
    places = {"task": 0, "code": 2, "who": 4, "with": 5, "where": 6, "due": 7, "kind": 10}
    places |= {"target": 11, "funding": 12, "currency": 13, "planned": 14}
    row = list(ROW)
    for name, words in changes.items():
        row[places[name]] = words
    return tuple(row)


def faults_of(*rows, **told):
    checked = check(csv_of(*rows, **told), what_is_known())
    assert (checked.tree is None) == bool(checked.faults), "half a plan"
    return [(one.cell, one.rule) for one in checked.faults]


@pytest.mark.parametrize("make", [csv_of, xlsx_of])
def test_a_whole_row_becomes_a_measure(make):
    checked = check(make(ROW), what_is_known())
    assert checked.faults == []
    (task,) = checked.tree.tasks
    (measure,) = task.measures
    assert (task.code, task.names) == ("1", {"ru": "Обучение"})
    assert (measure.responsible, measure.co_executors) == ((2,), (3, 1))
    assert measure.regions == ("41706000000000", "41707000000000")
    assert measure.due_on == date(2026, 12, 31)
    assert measure.indicators[0].targets == {"2026": "40"}
    assert measure.lines[0].planned == {"2026": "1200.5"}


def test_a_measure_may_have_a_row_for_each_indicator():
    second = ("1", "", "1.1", "", "", "", "", "", "2", "Курсы", "", "5", "", "", "")
    checked = check(csv_of(ROW, second), what_is_known())
    (measure,) = checked.tree.measures.values()
    assert [one.code for one in measure.indicators] == ["1", "2"]
    assert len(measure.lines) == 1


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (with_(due="31.02.2026"), [("H2", Rule.DAY)]),
        (with_(due="31.12.2031"), [("H2", Rule.DAY_OUTSIDE)]),
        (with_(who="Министерство погоды"), [("E2", Rule.BODY_UNKNOWN)]),
        (with_(who="State Migration Service"), [("E2", Rule.BODY_ENDED)]),
        (with_(who=""), [("E2", Rule.MISSING)]),
        (with_(where="Атлантида"), [("G2", Rule.REGION_UNKNOWN)]),
        (with_(kind="много"), [("K2", Rule.KIND)]),
        (with_(target="сорок"), [("L2", Rule.AMOUNT)]),
        (with_(target="-1"), [("L2", Rule.AMOUNT)]),
        (with_(funding="касса"), [("M2", Rule.FUNDING), ("N2", Rule.CURRENCY)][:1]),
        (with_(currency="сом"), [("N2", Rule.CURRENCY)]),
        (with_(code="1.1 a"), [("C2", Rule.CODE)]),
        (with_(code=""), [("C2", Rule.MISSING)]),
        ((*ROW, "more"), [("P2", Rule.ROW_LENGTH)]),
    ],
)
def test_each_fault_is_named_by_its_cell(row, expected):
    assert faults_of(row) == expected


def test_a_body_that_has_ended_is_named_with_the_one_that_followed():
    (fault,) = check(csv_of(with_(who="State Migration Service")), what_is_known()).faults
    assert fault.found == "State Migration Service → Ministry of Labour"


def test_a_district_that_no_longer_exists_is_named(monkeypatch):
    unit = packs.current().units[1]
    gone = unit.model_copy(update={"valid_to": date(2024, 12, 31)})
    monkeypatch.setattr(regions, "units", lambda: {gone.code: gone})
    assert faults_of(with_(where=unit.code)) == [("G2", Rule.REGION_ENDED)]


def test_all_faults_of_a_file_are_told_at_once():
    assert faults_of(with_(due="31.02.2026"), with_(code="1.2", who="?", target="x")) == [
        ("H2", Rule.DAY),
        ("E3", Rule.BODY_UNKNOWN),
        ("L3", Rule.AMOUNT),
    ]


@pytest.mark.parametrize("row", [("", *ROW), ROW[1:]], ids=["to the right", "to the left"])
def test_a_row_that_has_slipped_is_called_so_once(row):
    found = [one for one in faults_of(row) if one[1] is Rule.SHIFTED]
    assert found == [("2", Rule.SHIFTED)]


def test_merged_cells_are_named():
    checked = check(xlsx_of(ROW, with_(code="1.2"), merged=["A2:A3"]), what_is_known())
    assert checked.tree is None
    assert [(one.cell, one.rule) for one in checked.faults] == [("A2:A3", Rule.MERGED)]


def test_heads_are_known_in_three_languages_and_unknown_ones_named():
    assert faults_of(("1",) * 2, head=("Task code", "Colour")) == [
        ("B1", Rule.COLUMN_UNKNOWN),
        ("1", Rule.COLUMN_MISSING),
        ("1", Rule.COLUMN_MISSING),
        ("1", Rule.COLUMN_MISSING),
    ]
    twice = (*HEAD, "Срок")
    assert ("P1", Rule.COLUMN_TWICE) in faults_of((*ROW, ""), head=twice)


def test_a_measure_that_says_two_things_is_named():
    assert faults_of(ROW, with_(who="ministry-labour")) == [
        ("E3", Rule.DIFFERS),
        ("I3", Rule.CODE_TWICE),
    ]


def test_only_numbers_add_up():
    head = (*HEAD, "Как складывается")
    assert faults_of((*with_(kind="доля"), "сумма"), head=head) == [("P2", Rule.ONLY_NUMBERS_ADD)]


@pytest.mark.parametrize("data", [b"", b"\0\1", b"PK\3\4 broken", b"a;b"])
def test_what_is_no_table_is_refused(data):
    checked = check(data, what_is_known())
    assert checked.tree is None
    assert checked.faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_templates_read_back_without_a_fault(language):
    years = [2026, 2027]
    for data in (templates.to_csv(language, years), templates.to_xlsx(language, years)):
        checked = check(data, what_is_known())
        assert checked.faults == []
        assert list(checked.tree.measures) == ["1.1"]


def test_every_rule_has_words():
    assert set(wording.RULES) == set(Rule)
    for language in LANGUAGES:
        with translation.override(language):
            assert all(str(words) for words in wording.RULES.values())


def test_a_fault_reads_back_from_plain_data():
    fault = Fault("C7", "Due", Rule.DAY, "31.02.2026")
    assert Fault.from_data(fault.to_data()) == fault


@pytest.mark.django_db
def test_a_file_is_taken_into_the_draft_whole_and_once(people):
    plan = factories_plan.programme(people, adopted=False)
    row = with_(who=people.interior.organisation.code, **{"with": "", "where": ""})
    digest, checked = examine(csv_of(row), plan)
    kept = services.keep_file(CODE, digest, checked, actor=people.secretary.actor)
    services.take_file(CODE, kept.pk, actor=people.secretary.actor)
    assert [one.code for one in plan.versions.get().measures.all()] == ["1.1"]
    assert plan.versions.get().reporters.count() == 2, "who reports for regions stays"
    with pytest.raises(Exception, match="already"):
        services.take_file(CODE, kept.pk, actor=people.secretary.actor)


@pytest.mark.django_db
def test_a_file_with_a_fault_leaves_the_draft_as_it_is(people):
    plan = factories_plan.programme(people, adopted=False)
    digest, checked = examine(csv_of(with_(due="31.02.2026")), plan)
    kept = services.keep_file(CODE, digest, checked, actor=people.secretary.actor)
    assert kept.rows == []
    with pytest.raises(Exception, match="already"):
        services.take_file(CODE, kept.pk, actor=people.secretary.actor)
    assert plan.versions.get().measures.count() == 2


@pytest.mark.django_db
def test_files_that_nobody_took_are_thrown_away(people, clock):
    plan = factories_plan.programme(people, adopted=False)
    row = with_(who=people.interior.organisation.code, **{"with": "", "where": ""})
    services.keep_file(CODE, *examine(csv_of(row), plan), actor=people.secretary.actor)
    services.keep_file(CODE, *examine(csv_of(with_(who="?")), plan), actor=people.secretary.actor)
    clock.forward(days=2)
    assert services.sweep_files() == {"files": 1, "faults": 0}
    clock.forward(days=40)
    assert services.sweep_files() == {"files": 0, "faults": 1}
