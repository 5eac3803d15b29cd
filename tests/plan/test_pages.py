"""The pages of the plan: who may open what, and that what was typed is never lost."""

import io
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook
from PIL import Image
from pypdf import PdfReader

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.plan import selectors, services
from korgoo.plan.enums import ReportState
from korgoo.plan.models import Evidence, FixedReport, Measure, Programme, Report, ValueEntry
from tests import factories_plan
from tests.factories_plan import CODE, H1, TALAS
from tests.members import words

pytestmark = pytest.mark.django_db


def day(name, *parts):
    return dict(
        zip((f"{name}_day", f"{name}_month", f"{name}_year"), map(str, parts), strict=True)
    )


@pytest.fixture
def secretary(world, enter):
    return enter(world.people.secretary)


def entry_of(world, member, region=None):
    found = factories_plan.report(world.round, member, region)
    return found, selectors.entries_of(found)[0]


def fields(entry, **told):
    """The form of a part, with one value under the name of its field."""
    indicator = entry.measure.indicators.get()
    names = {"value": f"value_{indicator.pk}", "why": f"value_reason_{indicator.pk}"}
    seen = entry.saved_at.isoformat() if entry.saved_at else ""
    return {"seen": seen, "done": "Work", "reason": ""} | {
        names.get(k, k): v for k, v in told.items()
    }


def test_every_member_of_the_platform_reads_the_plan(world, enter, words_of):
    browser = enter(world.people.donor)
    assert "Plan" in words_of(browser.get("list"))
    page = words_of(browser.get("programme", CODE))
    assert "Measure 1.1" in page
    assert "Begin a new version" not in page
    for name, *args in (
        ("version", CODE, 1),
        ("measure", CODE, "1.1"),
        ("figures", CODE, H1),
        ("own",),
    ):
        assert browser.get(name, *args).status_code == 200


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("list", ()),
        ("programme", (CODE,)),
        ("figures", (CODE, H1)),
        ("pdf", (CODE, H1)),
        ("own", ()),
    ],
)
def test_who_has_no_part_in_the_platform_finds_nothing(world, enter, name, args):
    assert enter(world.people.officer).get(name, *args).status_code == 404


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("draft", (CODE,)),
        ("adopt", (CODE,)),
        ("bring", (CODE,)),
        ("new_task", (CODE,)),
        ("add", ()),
        ("fix", (CODE, H1)),
    ],
)
def test_only_who_keeps_the_plan_finds_its_deeds(world, enter, name, args):
    assert enter(world.people.talas).get(name, *args).status_code == 404


def test_the_country_without_a_calendar_says_so(world, enter, words_of, monkeypatch):
    from korgoo.countrypack import api as packs

    bare = packs.current().model_copy(update={"plan": None})
    monkeypatch.setattr(packs, "current", lambda: bare)
    browser = enter(world.people.secretary)
    assert "No report calendar set" in words_of(browser.get("list"))
    assert browser.get("programme", CODE).status_code == 200


def test_a_plan_is_entered_filled_adopted_by_hand(people, enter, words_of):
    browser = enter(people.secretary)
    told = {"code": "by-hand", "name_ky": "", "name_ru": "", "name_en": "By hand"}
    days = day("first_day", 1, 1, 2026) | day("last_day", 31, 12, 2027)
    assert browser.post("add", **told, **days).status_code == 302
    browser.post("new_task", "by-hand", code="1", name_en="Task", name_ky="", name_ru="")
    ministry = str(people.secretary.organisation.pk)
    answer = browser.post(
        "new_measure", "by-hand", task="1", code="1.1", name_en="Measure", responsible=[ministry]
    )
    assert answer.status_code == 302
    told = {"code": "1", "name_en": "Events", "kind": "number", "direction": "up", "adds": "sum"}
    assert (
        browser.post("new_indicator", "by-hand", "1.1", **told, target_2026="1 200,5").status_code
        == 302
    )
    told = {"code": "s", "funding": "state", "currency": "KGS", "planned_2026": "1000"}
    assert browser.post("new_line", "by-hand", "1.1", **told).status_code == 302
    assert "1,200.5" in words_of(browser.get("draft", "by-hand"))

    refused = browser.post("adopt", "by-hand", document="Decision 1", **day("day", 1, 1, 2025))
    assert refused.status_code == 422
    assert "Decision 1" in refused.text
    answer = browser.post("adopt", "by-hand", document="Decision 1", **day("day", 1, 1, 2026))
    assert answer.status_code == 302
    assert "In force" not in words_of(browser.get("programme", "by-hand"))
    assert Measure.objects.get(version__programme__code="by-hand").indicators.get().targets == {
        "2026": "1200.5"
    }


def test_a_wrong_form_names_the_field_and_keeps_what_was_typed(secretary):
    services.begin_version(CODE, actor=secretary.member.actor)
    told = {"code": "a b", "name_en": "Events", "kind": "share", "direction": "up", "adds": "sum"}
    answer = secretary.post("new_indicator", CODE, "1.1", **told, target_2026="forty")
    assert answer.status_code == 422
    page = words(answer)
    assert "Only numbers are added up" in page
    assert "Target for 2026 – Write a number" in page
    assert 'value="forty"' in answer.text
    assert 'value="a b"' in answer.text


def test_a_draft_is_changed_and_taken_out_of(secretary, words_of):
    secretary.post("begin", CODE)
    page = secretary.get("indicator", CODE, "1.1", "1")
    assert 'value="40"' in page.text
    assert secretary.get("draft_measure", CODE, "1.1").status_code == 200
    assert secretary.get("line", CODE, "1.1", "s").status_code == 200
    assert secretary.get("reporters", CODE).status_code == 200
    secretary.post("remove_part", CODE, "indicator", "1.1", "1")
    secretary.post("remove", CODE, "measure", "1.2")
    page = words_of(secretary.get("draft", CODE))
    assert "Measure 1.2 gone" in page
    assert "Indicator 1.1/1 gone" in page
    assert secretary.get("task", CODE, "77").status_code == 404
    assert secretary.post("drop", CODE).status_code == 302


def test_a_file_is_looked_at_before_it_is_taken(people, enter, words_of):
    factories_plan.programme(people, adopted=False)
    browser = enter(people.secretary)
    head = "Task code;Task in English;Measure code;Measure in English;Responsible;Due\n"
    file = SimpleUploadedFile(
        "plan.csv", f"{head}1;T;1.1;M;Invented Ministry;31.02.2026\n".encode()
    )
    answer = browser.client.post(
        browser.address("bring", CODE), {"file": file, "submission_key": str(uuid4())}, follow=True
    )
    page = words_of(answer)
    assert "1 thing is wrong. Nothing was taken." in page
    assert "F2 Due 31.02.2026 A day that exists" in page

    file = SimpleUploadedFile(
        "plan.csv", f"{head}1;T;1.1;M;Invented Ministry;30.07.2026\n".encode()
    )
    answer = browser.client.post(
        browser.address("bring", CODE), {"file": file, "submission_key": str(uuid4())}, follow=True
    )
    assert "Measure 1.2 gone" in words_of(answer)
    take = answer.request["PATH_INFO"] + "take/"
    assert browser.post(take).status_code == 302
    assert [one.code for one in Measure.objects.all()] == ["1.1"]


@pytest.mark.parametrize("name", ["template_csv", "template_xlsx"])
def test_templates_are_offered_in_three_languages(people, enter, name):
    factories_plan.programme(people, adopted=False)
    browser = enter(people.secretary)
    assert browser.get(name, CODE, "ky").status_code == 200
    assert browser.get(name, CODE, "fr").status_code == 404


def test_a_region_writes_its_report_part_by_part_and_sends_it(world, enter, words_of):
    browser = enter(world.people.talas)
    found, entry = entry_of(world, world.people.talas)
    assert "10 days" in words_of(browser.get("list"))
    assert (
        browser.post("entry", found.pk, "1.1", **fields(entry, value="0"), save="1").status_code
        == 302
    )
    assert ValueEntry.objects.get().value == Decimal(0)
    page = words_of(browser.get("report", found.pk))
    assert "Events: 0 events" in page
    assert "1 field is not reported yet" in page
    assert browser.post("send", found.pk).status_code == 302
    found.refresh_from_db()
    assert found.state == ReportState.SENT
    assert "It can be changed when it is returned to you" in words_of(
        browser.get("entry", found.pk, "1.1")
    )
    assert browser.post("entry", found.pk, "1.1", **fields(entry, value="9")).status_code == 422


def test_zero_nothing_and_not_reported_are_told_apart_on_the_page(world, enter, words_of):
    browser = enter(world.people.talas)
    found, entry = entry_of(world, world.people.talas)
    assert "Not reported" in words_of(browser.get("report", found.pk))
    browser.post("entry", found.pk, "1.1", **fields(entry, why="Nobody was there"))
    assert "Nothing to report: Nobody was there" in words_of(browser.get("report", found.pk))


def test_a_wrong_value_is_shown_again_with_everything_typed(world, enter):
    browser = enter(world.people.talas)
    found, entry = entry_of(world, world.people.talas)
    told = fields(entry, value="many", done="Long words of work")
    answer = browser.post("entry", found.pk, "1.1", **told)
    assert answer.status_code == 422
    assert "Long words of work" in answer.text
    assert 'value="many"' in answer.text
    both = browser.post("entry", found.pk, "1.1", **fields(entry, value="3", why="None"))
    assert "not both" in words(both)


def test_the_same_form_sent_twice_counts_once(world, enter):
    browser = enter(world.people.talas)
    found, entry = entry_of(world, world.people.talas)
    told = fields(entry, value="3") | {"submission_key": str(uuid4())}
    first, second = (browser.post("entry", found.pk, "1.1", **told) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    assert AuditEvent.objects.filter(event=Event.PLAN_REPORT_SAVED).count() == 1


@pytest.mark.parametrize("name", ["report", "correct", "give_back"])
def test_the_report_of_another_is_not_found(world, enter, name):
    found, _entry = entry_of(world, world.people.talas)
    for stranger in (world.people.osh, world.people.donor, world.people.interior):
        assert enter(stranger).get(name, found.pk).status_code == 404


def test_the_secretariat_sees_who_is_late_and_who_is_missing(world, secretary, clock, words_of):
    clock.set(2026, 7, 18, 9)
    factories_plan.sent(world.round, world.people.talas, 3)
    page = words_of(secretary.get("round", CODE, H1))
    assert "Invented Talas Office Talas Sent, not accepted yet sent late" in page
    assert "Invented Interior – Missing 2 days late" in page
    report = Report.objects.get(region=TALAS)
    assert secretary.post("give_back", report.pk, text="").status_code == 422
    assert secretary.post("give_back", report.pk, text="Which villages?").status_code == 302
    factories_plan.save(report, world.people.talas, figure=4)
    services.send(report.pk, actor=world.people.talas.actor)
    assert secretary.post("accept", report.pk).status_code == 302


def test_others_see_how_many_reported_but_not_who(world, enter, words_of):
    factories_plan.sent(world.round, world.people.talas, 3)
    page = words_of(enter(world.people.donor).get("round", CODE, H1))
    assert "Sent, not accepted yet 1" in page
    assert "Invented Talas Office" not in page


def test_a_comment_stands_beside_the_report(world, enter, words_of):
    browser = enter(world.people.talas)
    found, _entry = entry_of(world, world.people.talas)
    assert browser.post("comment", found.pk, text="").status_code == 422
    browser.post("comment", found.pk, text="Lists are in the office.")
    assert "Lists are in the office." in words_of(browser.get("report", found.pk))


def test_evidence_is_made_anew_and_read_by_those_who_may(world, enter):
    browser = enter(world.people.talas)
    found, _entry = entry_of(world, world.people.talas)
    picture = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(picture, "PNG")
    file = SimpleUploadedFile("Secret name.png", picture.getvalue())
    answer = browser.post(
        "add_evidence", found.pk, "1.1", title="Photo of the hall", file=file, address=""
    )
    assert answer.status_code == 302
    row = Evidence.objects.get()
    assert browser.get("evidence", row.pk).headers["Content-Type"] == "image/png"
    bad = SimpleUploadedFile("x.exe", b"MZ")
    assert (
        browser.post("add_evidence", found.pk, "1.1", title="X", file=bad, address="").status_code
        == 422
    )
    none = browser.post("add_evidence", found.pk, "1.1", title="X", address="")
    assert none.status_code == 422
    assert enter(world.people.osh).get("evidence", row.pk).status_code == 404
    assert enter(world.people.talas).post("remove_evidence", row.pk).status_code == 302
    assert not Evidence.objects.exists()


@pytest.fixture
def reported(world):
    """Talas with a formula for words, the ministry with zero, the others not at all."""
    factories_plan.sent(world.round, world.people.talas, 3, spent=10, done='=HYPERLINK("x")')
    factories_plan.sent(world.round, world.people.secretary, 0)
    return world


@pytest.mark.parametrize("view", ["council", "donor", "questionnaire"])
def test_the_same_figures_are_laid_out_for_each_reader(reported, enter, words_of, view):
    page = words_of(enter(reported.people.donor).get("figures", CODE, H1, **{"for": view}))
    assert "3 of 40" in page or "1.1. Events, events 2,026" in page or "2026" in page
    assert "1 not reported" in page


def test_an_unknown_layout_is_not_found(reported, enter):
    assert enter(reported.people.donor).get("figures", CODE, H1, **{"for": "x"}).status_code == 404


def test_the_words_of_a_report_are_for_everybody_once_it_is_accepted(reported, enter, words_of):
    browser = enter(reported.people.donor)
    assert "HYPERLINK" not in words_of(browser.get("figures", CODE, H1))
    found = factories_plan.report(reported.round, reported.people.talas)
    services.accept(found.pk, actor=reported.people.secretary.actor)
    assert "HYPERLINK" in words_of(browser.get("figures", CODE, H1))


def test_the_spreadsheet_holds_numbers_and_days_and_no_formula(reported, enter):
    found = factories_plan.report(reported.round, reported.people.talas)
    services.accept(found.pk, actor=reported.people.secretary.actor)
    answer = enter(reported.people.donor).get("xlsx", CODE, H1)
    book = load_workbook(io.BytesIO(answer.content))
    sheet = book["Measures"]
    assert sheet.freeze_panes == "B2"
    row = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert row["Value"].value == 3
    assert row["Target"].value == 40
    assert "not reported: 1" in row["Answers"].value
    went = book["Reporting"]
    sent = [row[3].value for row in went.iter_rows(min_row=2) if row[3].is_date]
    assert {one.strftime("%Y-%m-%d") for one in sent} == {"2026-07-06"}
    cells = [cell for one in book.worksheets for line in one.iter_rows() for cell in line]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any(cell.value == '=HYPERLINK("x")' and cell.data_type == "s" for cell in cells)
    assert AuditEvent.objects.filter(event=Event.PLAN_FIGURES_EXPORTED).count() == 1


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_paper_is_printed_in_three_languages_and_accessible(reported, enter, language):
    answer = enter(reported.people.donor).get("pdf", CODE, H1, **{"in": language})
    reader = PdfReader(io.BytesIO(answer.content))
    assert reader.trailer["/Root"]["/Lang"].startswith(language)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data()
    assert "1.1" in "".join(page.extract_text() for page in reader.pages)


def test_figures_are_fixed_by_the_keeper_and_read_by_all(reported, enter, words_of):
    browser = enter(reported.people.secretary)
    assert browser.post("fix", CODE, H1, title="").status_code == 422
    assert browser.post("fix", CODE, H1, title="Council of July").status_code == 302
    row = FixedReport.objects.get()
    page = words_of(enter(reported.people.donor).get("fixed", CODE, row.pk))
    assert "Nothing has changed since." in page
    assert row.digest in page
    factories_plan.sent(reported.round, reported.people.osh, 5, region="41706000000000")
    page = words_of(enter(reported.people.donor).get("fixed", CODE, row.pk))
    assert "1.1. Events, events; The country as a whole; First half-year 2026; Value 3 8" in page


def test_a_round_is_opened_by_hand(people, enter):
    factories_plan.programme(people)
    browser = enter(people.secretary)
    assert browser.post("begin_round", CODE, H1).status_code == 302
    assert browser.post("begin_round", CODE, "2026-h2").status_code == 403
    assert browser.post("begin_round", CODE, "2031-h2").status_code == 404
    assert Programme.objects.get().rounds.count() == 1


def test_titles_of_pages_name_nobody(world, enter):
    browser = enter(world.people.talas)
    found, _entry = entry_of(world, world.people.talas)
    for address in (reverse("plan:report", args=[found.pk]), reverse("plan:own")):
        title = browser.get(address).text.partition("<title>")[2].partition("</title>")[0]
        assert "Invented" not in title
