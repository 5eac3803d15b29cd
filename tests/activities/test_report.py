"""The report against an example worked out by hand, to the digit: page, paper, open file, plan."""

import csv
import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from pypdf import PdfReader

from korgoo.activities import reporting, services
from korgoo.activities.enums import State
from korgoo.activities.presentation import files
from korgoo.activities.presentation import report as report_of
from korgoo.activities.services.media import PlacementFacts
from korgoo.campaign import api as campaigns
from korgoo.campaign import registry
from korgoo.campaign.api import Effect
from korgoo.plan import sources
from tests import factories_activities as made
from tests.members import words_of_main

KYRGYZ_LAKE = "41702000000000"  # the region of the village
THEATRE, TALK = "forum-theatre", "talk-in-village"


def calls(codes, first, last):
    """By code: five on one day."""
    return {("1001", date(2026, 8, 3)): 5} if "1001" in codes else {}


def all_calls(first, last):
    """One a day before the campaign, two during, three after."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return {day: 1 if day < made.FIRST else 2 if day <= made.LAST else 3 for day in days}


@pytest.fixture
def effect(monkeypatch):
    effects = {"calls": Effect("calls", "Calls to the helpline", calls, all_calls)}
    monkeypatch.setattr(registry, "_effects", effects)


@pytest.fixture
def example(team, effect):
    """Four held, one of them uncounted; two planned, one of them past; one cancelled."""
    row, who = team.campaign, team.partner
    made.code(row)

    def log(day, unit, kind, contacts, **traits):
        told = {"day": date(2026, 8, day), "unit": unit, "kind": kind} | traits
        return made.activity(row, who, **told, contacts=contacts)

    women_and_men = (("female", "18-24", 25), ("male", "unknown", 10))
    log(3, made.VILLAGE, TALK, 40, counting="one", counts=women_and_men, asked=20, before=0)
    log(5, made.VILLAGE, TALK, 60, counting="eye", audience="leavers")
    log(5, made.OSH, THEATRE, 30, counting="list", signals=2, cost=Decimal("1500.50"))
    log(6, made.OSH, THEATRE, None)
    for day in (1, 20):
        made.activity(row, who, state=State.PLANNED, day=date(2026, 8, day), unit=made.TALAS)
    gone = made.activity(row, who, state=State.PLANNED, day=date(2026, 8, 8), unit=made.NARYN)
    services.cancel(gone.pk, "The road is closed", actor=who.actor)
    told = PlacementFacts(
        "radio",
        "Invented radio",
        "Phone-in",
        date(2026, 8, 4),
        2700,
        5000,
        "the station",
        7,
        Decimal(200),
    )
    services.record_placement(row.pk, told, actor=who.actor)
    services.record_placement(
        row.pk,
        PlacementFacts("radio", "Other radio", "News", date(2026, 8, 5), seconds=60),
        actor=who.actor,
    )
    services.write_lesson(row.pk, "Begin with the teachers", actor=who.actor)
    return team


def told(team):
    return reporting.report(campaigns.campaign(team.campaign.key, actor=team.partner.actor))


def figures(line):
    reach = line.reach
    return (line.planned, line.held, line.cancelled, reach.contacts, reach.least, reach.most)


def test_all_of_it_added_up(example):
    total = told(example).total

    # Contacts 40 + 60 + 30. At least: the largest of each place, 60 + 30. 40 without a second visit: 130.
    assert figures(total) == (2, 4, 1, 130, 90, 130)
    assert (total.reach.people, total.reach.uncounted, total.signals) == (None, 1, 2)
    assert (total.cost, total.priced) == (Decimal("1500.50"), 1)
    assert total.counted == {"one": 40, "eye": 60, "list": 30, "": 0}


def test_by_region_day_type_and_audience(example):
    report = told(example)

    assert figures(report.regions[KYRGYZ_LAKE]) == (0, 2, 0, 100, 60, 100)
    assert figures(report.regions[made.OSH]) == (0, 2, 0, 30, 30, 30)
    assert figures(report.regions[made.TALAS]) == (2, 0, 0, 0, 0, 0)
    assert figures(report.regions[made.NARYN]) == (0, 0, 1, 0, 0, 0)
    assert len(report.regions) == 9
    assert figures(report.days[date(2026, 8, 5)]) == (0, 2, 0, 90, 90, 90)
    assert list(report.days) == sorted(report.days)
    assert figures(report.kinds[THEATRE]) == (0, 2, 0, 30, 30, 30)
    assert figures(report.kinds[TALK]) == (2, 2, 1, 100, 60, 100)
    assert figures(report.audiences["leavers"]) == (0, 1, 0, 60, 60, 60)
    assert figures(report.audiences[""]) == (2, 3, 1, 70, 70, 70)


def test_the_rest_of_the_contacts_is_not_known(example):
    people = told(example).people

    assert people == {
        ("female", "18-24"): 25,
        ("male", "unknown"): 10,
        ("unknown", "unknown"): 95,
    }
    assert sum(people.values()) == 130


def test_gaps_are_named(example, clock):
    report = told(example)

    assert set(report.regions) - set(report.silent) == {KYRGYZ_LAKE, made.OSH}
    assert report.unheard == []  # five calls came by the code of Osh
    assert report.unlogged == 1


def test_a_region_without_calls_is_named(example, monkeypatch):
    quiet = Effect("calls", "Calls", lambda codes, first, last: {}, all_calls)
    monkeypatch.setattr(registry, "_effects", {"calls": quiet})

    assert told(example).unheard == [made.OSH]


def test_small_numbers_by_codes_are_in_no_report_and_follow_from_none(example, monkeypatch):
    counts = {("1001", 3): 3, ("1002", 3): 9, ("1003", 4): 20}
    came = {(code, date(2026, 8, day)): count for (code, day), count in counts.items()}
    quiet = Effect("calls", "Calls", lambda _codes, _first, _last: came, all_calls, least=5)
    monkeypatch.setattr(registry, "_effects", {"calls": quiet})
    made.code(example.campaign, "1002", made.OSH)
    made.code(example.campaign, "1003", made.TALAS)
    gaps = next(one for one in report_of.sections(told(example)) if one.key == "gaps")
    seen = {code: cells[-1] for code, cells in gaps.rows}

    # Osh has 3 and 9: neither the 3 nor what it would follow from is told; a small one is not "none".
    assert (seen[made.OSH], seen[made.TALAS]) == ("…", 20)
    assert "Fewer than 5" in gaps.words[-1]
    assert told(example).unheard == []
    assert "…" not in files.to_csv(told(example)).decode("utf-8-sig")


def test_before_during_and_after_in_weeks_that_add_up(example, clock):
    clock.set(2027, 3, 1, 9)
    (series,) = [one for one in told(example).effects if one.key == "calls"]
    bars = reporting.bars_of(series)

    assert [series.sum_of(span) for span in (series.periods.before, series.periods.during)] == [
        *(100, 200),
    ]
    # A hundred days are fourteen weeks and two days, three times.
    assert [bar.count for bar in bars] == [7] * 14 + [2] + [14] * 14 + [4] + [21] * 14 + [6]
    assert bars[15].first == made.FIRST
    assert series.coded == 5


def test_a_week_that_is_not_over_has_no_count(example):
    (series,) = [one for one in told(example).effects if one.key == "calls"]
    counts = [bar.count for bar in reporting.bars_of(series)]

    assert counts[:15] == [7] * 14 + [2]
    assert counts[15:17] == [14, None]


def test_media_are_added_up_apart(example):
    (line,) = told(example).media

    assert (line.count, line.seconds, line.reach, line.estimated) == (2, 2760, 5000, 1)
    assert (line.clicks, line.cost) == (7, Decimal(200))


@pytest.fixture
def partner(enter, example):
    return enter(example.partner)


def test_the_page_says_the_same(partner, example):
    page = words_of_main(partner.get("report", example.campaign.key))

    assert "Between 90 and 130 people." in page
    assert "Contacts: everybody at every event." in page
    assert "All activities 2 4 1 130 90 130" in page
    assert "Regions in which nothing was held:" in page
    assert "Planned activities of past days that nobody logged: 1." in page
    assert "With a code of the campaign: 5." in page
    assert "before 100, during not over yet, after not over yet" in page
    assert "In all 1,700.5" in page
    assert "The cost was said for 1 of 7 activities." in page
    assert "Begin with the teachers" in page


def rows_of(partner, example):
    answer = partner.get("open_file", example.campaign.key)
    text = answer.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_the_open_file_says_the_same(partner, example):
    rows = rows_of(partner, example)
    values = {(r["section"], r["item"], r["measure"]): r["value"] for r in rows}

    assert values["total", "all", "contacts"] == "130"
    assert values["total", "all", "people_least"] == "90"
    assert values["regions", made.OSH, "held"] == "2"
    assert values["days", "2026-08-05", "contacts"] == "90"
    assert values["people", "unknown", "unknown"] == "95"
    assert values["costs", "all", "cost"] == "1700.50"
    assert values["gaps", made.TALAS, "calls"] == ""  # no code hangs there: not known
    assert values["gaps", made.OSH, "calls"] == "5"
    assert values["effect-calls", "during 2026-08-07", "count"] == ""


def test_words_that_a_spreadsheet_could_run_are_only_words(partner, example):
    from korgoo.activities.presentation.files import _safe

    assert _safe("=1+1") == "'=1+1"
    assert {row["campaign"] for row in rows_of(partner, example)} == {"days-2026"}


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Report of the campaign"), ("ru", "Пример 100 дней"), ("ky", "Үлгү 100 күн")],
)
def test_the_paper_says_the_same_and_is_accessible(partner, example, language, words):
    address = partner.address("paper", example.campaign.key)
    answer = partner.client.get(address, {"in": language})
    reader = PdfReader(io.BytesIO(answer.content))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())

    assert answer["Content-Type"] == "application/pdf"
    assert words in text
    assert "130" in text
    assert b"pdfuaid" in answer.content
    assert reader.trailer["/Root"]["/Lang"].startswith(language)


def test_a_report_of_a_hidden_campaign_is_not_found(enter, team):
    hidden = made.campaign(team.keeper.organisation.pk, key="draft", state="draft")

    for page in ("report", "paper", "open_file"):
        assert enter(team.partner).get(page, hidden.key).status_code == 404
        assert enter(team.keeper).get(page, hidden.key).status_code == 200


def test_the_plan_draws_from_the_log(example):
    first, last = made.FIRST, date(2026, 8, 31)
    held, contacts = (sources.find(f"activities.{key}") for key in ("held", "contacts"))

    assert held.count(first, last, None).value == 4
    assert held.count(first, last, made.OSH).value == 2
    assert held.count(first, date(2026, 8, 4), None).value == 1
    told_ = contacts.count(first, last, None)
    assert (told_.value, told_.is_hidden) == (130, False)
    assert "At 1 of 4 events nobody counted." in told_.note
