"""What a country says of campaigns: each rule is broken on purpose, and says where."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from korgoo.countrypack import api as packs

KYRGYZ = Path(__file__).parents[2] / "countries" / "kg"
FILE = "campaign.yaml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(KYRGYZ, tmp_path / "kg"))


def broken(copy: Path, there: str, instead: str) -> list[packs.Fault]:
    text = (copy / FILE).read_text(encoding="utf-8")
    assert there in text
    (copy / FILE).write_text(text.replace(there, instead, 1), encoding="utf-8")
    return [one for one in packs.check(copy) if one.file == FILE]


@pytest.mark.parametrize(
    ("rule", "there", "instead"),
    [
        ("date", 'first: "07-31"', 'first: "02-29"'),
        ("wrong-form", 'first: "07-31"', 'first: "31 July"'),
        ("not-allowed", "unit: contacts", "unit: people"),
        ("one-right-answer", "        is_right: true\n", ""),
        ("order", "day: 2017-11-20", "day: 2016-11-20"),
        ("missing-language", "ky: Плакат, ", ""),
        ("repeated", "key: ticket", "key: office"),
        ("missing", "history:\n", "past:\n"),
    ],
)
def test_a_slip_is_named_with_its_rule(copy: Path, rule: str, there: str, instead: str) -> None:
    assert rule in {one.rule for one in broken(copy, there, instead)}


def test_two_last_days_are_said_to_contradict_each_other(copy: Path) -> None:
    text = (copy / FILE).read_text(encoding="utf-8")
    conflict = text[text.index("    conflict:\n") : text.index("    lesson:\n")]
    assert [one.rule for one in broken(copy, conflict, "")] == ["conflict-unsaid"]


def test_a_pack_without_the_file_has_no_campaign(copy: Path) -> None:
    (copy / FILE).unlink()
    assert packs.check(copy) == []
    assert packs.load(copy).campaign == packs.CampaignFacts()


def test_the_hundred_days_begin_on_the_day_after_the_world_day() -> None:
    facts = packs.load(KYRGYZ).campaign
    world_day, hundred = facts.days_of("world-day"), facts.days_of("hundred-days")
    assert world_day
    assert world_day.first_in(2026) == date(2026, 7, 30)
    assert hundred
    assert hundred.first_in(2026) == date(2026, 7, 31)
    assert hundred.days == 100
    assert facts.days_of("no-such-days") is None


def test_history_is_told_in_events_and_contacts_with_its_conflict() -> None:
    facts = packs.load(KYRGYZ).campaign
    past = {one.key: one for one in facts.history}
    assert [(one.unit, one.figure) for one in past["2017"].figures] == [
        ("events", 77),
        ("contacts", 10_000),
    ]
    assert past["2017"].conflict
    assert len(past["2017"].last_days) == 2
    assert [(one.unit, one.figure) for one in past["2019"].figures] == [
        ("events", 5_000),
        ("contacts", 80_000),
    ]


def test_every_question_to_the_public_waits_for_a_native_speaker() -> None:
    facts = packs.load(KYRGYZ).campaign
    assert len(facts.questions) == 3
    assert {one.provenance.status for one in facts.questions} == {"needs_review"}
