"""The plan of a pack: each rule is broken on purpose; a pack works without a plan."""

from datetime import date

import pytest

from korgoo.countrypack import api as packs
from korgoo.plan import periods

PLAN = """\
levels:
  programme: {ar: خطة, qaa: Plano}
collected_by: police
clock: null
currency: XTS
periods:
  - {key: y1, name: {ar: أول, qaa: Unua}, first: "01-01", last: "06-30", due: "07-15"}
  - {key: y2, name: {ar: ثان, qaa: Dua}, first: "07-01", last: "12-31", due: "01-15"}
provenance: {source: invented, as_of: unknown, trust: proposal, status: needs_review}
"""


def faults(pack, text):
    (pack / "plan.yaml").write_text(text, encoding="utf-8")
    return [fault.rule for fault in packs.check(pack) if fault.file == "plan.yaml"]


def without_clock(text):
    return text.replace("clock: null\n", "")


def test_a_pack_may_have_no_plan(copy):
    assert packs.load(copy).plan is None


def test_a_whole_plan_is_read(copy):
    assert faults(copy, without_clock(PLAN)) == []
    assert packs.load(copy).plan.periods[1].due == "01-15"


@pytest.mark.parametrize(
    ("words", "instead", "rule"),
    [
        ("collected_by: police", "collected_by: nobody", "unknown-body"),
        ("currency: XTS", "clock: nothing\ncurrency: XTS", "unknown-clock"),
        ('first: "07-01"', 'first: "06-01"', "order"),
        ('last: "12-31"', 'last: "06-31"', "order"),
        ("key: y2", "key: y1", "repeated"),
        ('due: "01-15"', 'due: "02-30"', "date"),
        ('due: "01-15"', 'due: "15.01"', "wrong-form"),
        ("qaa: Dua", "ru: Dua", "missing-language"),
    ],
)
def test_each_rule_of_the_plan_says_its_name(copy, words, instead, rule):
    assert rule in faults(copy, without_clock(PLAN).replace(words, instead))


def test_periods_of_the_kyrgyz_pack_are_due_on_the_fifteenth():
    found = periods.frames(date(2026, 1, 1), date(2026, 12, 31))
    assert [(one.key, one.ends, one.due_on) for one in found] == [
        ("2026-h1", date(2026, 6, 30), date(2026, 7, 15)),
        ("2026-h2", date(2026, 12, 31), date(2027, 1, 15)),
    ]
