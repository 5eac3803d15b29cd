"""The Kyrgyz pack is whole, agrees with the ILO lists, and promises nothing it must not."""

import csv
import re
from collections import Counter
from datetime import timedelta

import pytest

from korgoo.casework.enums import Scope
from korgoo.countrypack import api as packs
from tests.countrypack.conftest import KYRGYZ

OUTCOMES = {"strong", "elements", "some", "labour_rights", "not_enough"}


@pytest.fixture(scope="module")
def ilo(kyrgyz):
    return kyrgyz.catalogues["ilo-labour"]


def test_the_pack_has_no_fault():
    assert packs.check(KYRGYZ) == []


def test_the_pack_speaks_three_languages(kyrgyz):
    assert kyrgyz.languages == ("ky", "ru", "en")
    assert kyrgyz.default_language == "ky"
    assert kyrgyz.time_zone == "Asia/Bishkek"


def test_the_lists_have_67_and_65_indicators(ilo):
    assert len(ilo.indicators) == len(ilo.for_profile("adult_labour")) == 67
    assert len(ilo.for_profile("child_labour")) == 65
    assert list(Counter(one.dimension for one in ilo.indicators).values()) == [
        10,
        10,
        16,
        9,
        15,
        7,
    ]


def test_only_two_indicators_are_left_out_for_children(ilo):
    left_out = {one.code for one in ilo.indicators if "child_labour" not in one.weights}
    assert left_out == {"D3.10", "D4.06"}


def test_children_have_no_weak_indicator(ilo):
    assert "weak" not in {one.weights["child_labour"] for one in ilo.for_profile("child_labour")}


def test_the_strong_indicators_are_those_of_the_list(ilo):
    strong = {
        profile: {one.code for one in ilo.indicators if one.weights.get(profile) == "strong"}
        for profile in ilo.profiles
    }
    adult = {"D1.01", "D2.01", "D4.01", "D5.01", "D5.02", "D5.03", "D5.04"}
    child = {"D1.10", "D2.02", "D2.04", "D2.07", "D5.05", "D5.06", "D5.11", "D5.12"}
    assert strong == {"adult_labour": adult, "child_labour": adult | child}


def test_the_weak_indicators_are_those_of_the_list(ilo):
    weak = {one.code for one in ilo.indicators if one.weights["adult_labour"] == "weak"}
    assert weak == {"D1.10", "D3.01", "D3.13", "D4.09", "D5.15", "D6.02", "D6.06"}


@pytest.mark.parametrize(
    ("code", "adult", "child"),
    [
        ("D1.08", "medium", "medium"),
        ("D2.03", "medium", "medium"),
        ("D3.10", "medium", None),
        ("D3.13", "weak", "medium"),
        ("D4.04", "medium", "medium"),
        ("D4.09", "weak", "medium"),
        ("D5.14", "medium", "medium"),
        ("D6.07", "medium", "medium"),
    ],
)
def test_weights_agree_with_the_list(ilo, code, adult, child):
    weights = ilo.indicator(code).weights
    assert (weights["adult_labour"], weights.get("child_labour")) == (adult, child)


def test_doubtful_weights_wait_for_a_look(ilo):
    doubtful = {one.code for one in ilo.indicators if one.check_weight}
    assert doubtful == {"D3.07", "D3.08", "D3.13"}


def test_questions_are_short_enough_to_be_read_aloud(ilo):
    for one in ilo.indicators:
        for language in ("ky", "ru", "en"):
            words = one.question.in_language(language).split()
            assert 3 <= len(words) <= 25, (one.code, language)


def test_every_question_asks_and_is_in_its_own_script(ilo):
    for one in ilo.indicators:
        ky, ru, en = (one.question.in_language(code) for code in ("ky", "ru", "en"))
        assert all("?" in words for words in (ky, ru, en)), one.code
        assert not re.search(r"[A-Za-z]", ky + ru), one.code
        assert not re.search(r"[А-я]", en), one.code
        assert ky != ru, one.code


def test_the_inspector_has_twelve_questions_on_four_pages(kyrgyz):
    view = kyrgyz.views["labour-inspector"]
    assert [len(page.questions) for page in view.pages] == [3, 3, 3, 3]


def _codes(question):
    return {code for option in question.options for code in option.sets}


def test_the_inspectors_questions_lead_to_the_agreed_indicators(kyrgyz):
    pages = kyrgyz.views["labour-inspector"].pages
    assert [_codes(question) for page in pages for question in page.questions] == [
        {"D5.01"},
        {"D4.04", "D5.14"},
        {"D4.08"},
        {"D5.02"},
        {"D4.01"},
        {"D5.03", "D4.02"},
        {"D1.03", "D4.05"},
        {"D1.01"},
        {"D5.09", "D5.13"},
        {"D4.03", "D4.07"},
        set(),
        {"D5.08"},
    ]


def test_unpaid_wages_alone_do_not_say_that_people_are_held(kyrgyz):
    pay = kyrgyz.views["labour-inspector"].pages[0].questions[1]
    sets = {option.key: dict(option.sets) for option in pay.options}
    assert sets == {
        "in-full": {"D4.04": "absent", "D5.14": "absent"},
        "less": {"D4.04": "present"},
        "kept-back": {"D4.04": "present", "D5.14": "present"},
    }


@pytest.mark.parametrize("key", ["labour-inspector", "presumed-victim"])
def test_age_is_asked_and_may_be_in_doubt(kyrgyz, key):
    questions = [q for page in kyrgyz.views[key].pages for q in page.questions if q.kind == "age"]
    assert [[option.age for option in q.options] for q in questions] == [
        ["adult", "child", "doubt"]
    ]


def test_the_general_form_spreads_twenty_indicators_over_five_short_pages(kyrgyz, ilo):
    pages = kyrgyz.views["presumed-victim"].pages
    codes = set().union(*(_codes(question) for page in pages for question in page.questions))
    strong = {one.code for one in ilo.indicators if one.weights["adult_labour"] == "strong"}
    assert len(codes) == 20
    assert strong <= codes
    assert {code[:2] for code in codes} == {"D1", "D2", "D3", "D4", "D5", "D6"}
    assert len(pages) == 5
    assert max(len(page.questions) for page in pages) <= 5


def test_a_short_question_takes_words_and_answers_from_the_catalogue(kyrgyz, ilo):
    question = kyrgyz.views["presumed-victim"].pages[0].questions[1]
    assert question.text == ilo.indicator("D1.01").question
    sets = [dict(option.sets) for option in question.options]
    assert sets == [{"D1.01": "present"}, {"D1.01": "absent"}]
    assert [option.text.in_language("ky") for option in question.options] == ["Ооба", "Жок"]


@pytest.mark.parametrize("key", ["labour-inspector", "presumed-victim"])
def test_advice_never_judges_and_never_counts(kyrgyz, key):
    view = kyrgyz.views[key]
    assert set(view.advice) == OUTCOMES
    for text in view.advice.values():
        for words in (text.in_language(code).lower() for code in kyrgyz.languages):
            assert not re.search(
                r"%|процент|пайыз|per cent|victim|жертв|курмандык|жабырлануучу", words
            )


@pytest.mark.parametrize("key", ["labour-inspector", "presumed-victim"])
def test_strong_advice_puts_help_first_and_leaves_the_employer_alone(kyrgyz, key):
    words = kyrgyz.views[key].advice["strong"].in_language("en")
    places = [words.index(part) for part in ("Help comes first", "Call the co-ordinator now")]
    assert places == sorted(places)
    assert "not confront" in words
    assert "Do not promise" in words


def test_time_that_the_law_leaves_open_is_unset(kyrgyz):
    unset = {clock.key for clock in kyrgyz.clocks.values() if not clock.is_set}
    assert unset == {
        "reflection",
        "status_decision",
        "status_appeal",
        "programme_review",
        "content_review",
        "subject_request",
    }
    assert {kyrgyz.clocks[key].provenance.status for key in unset} == {"unset"}


def test_only_the_ten_days_of_shelter_and_the_half_year_report_are_set_by_law(kyrgyz):
    by_law = {key: clock.duration for key, clock in kyrgyz.clocks.items() if clock.basis == "law"}
    assert by_law == {
        "shelter_first_stay": timedelta(days=10),
        "half_year_report": timedelta(days=15),
    }


@pytest.mark.parametrize("key", ["referral_receipt", "referral_answer"])
def test_working_values_of_a_referral_depend_on_urgency(kyrgyz, key):
    clock = kyrgyz.clocks[key]
    assert clock.basis == "working_value"
    assert clock.provenance.trust == "proposal"
    allowed = [clock.allowed(urgency) for urgency in ("now", "day", "planned")]
    assert allowed == [timedelta(hours=1), timedelta(hours=24), timedelta(days=7)]


def test_working_values_are_proposals_that_wait_for_review(kyrgyz):
    working = [clock for clock in kyrgyz.clocks.values() if clock.basis == "working_value"]
    assert len(working) == 11
    assert {clock.legal_basis for clock in working} == {None}
    marks = {(clock.provenance.trust, clock.provenance.status) for clock in working}
    assert marks == {("proposal", "needs_review")}


def test_the_lead_body_is_reached_through_its_predecessors(kyrgyz):
    bodies = {body.code: body for body in kyrgyz.bodies}
    line = ["ministry-labour-migration-youth"]
    while bodies[line[-1]].successor:
        line.append(bodies[line[-1]].successor)
    assert line[1:] == [
        "state-migration-service",
        "ministry-health-social-development",
        "ministry-labour",
    ]
    assert "coordinate" in bodies["ministry-labour"].mandates


def test_units_are_the_three_upper_levels_and_their_codes_are_text(kyrgyz):
    assert Counter(unit.level for unit in kyrgyz.units) == {1: 9, 2: 57, 3: 516}
    assert all(re.fullmatch(r"\d{14}", unit.code) for unit in kyrgyz.units)
    assert "41700000000021" not in {unit.code for unit in kyrgyz.units}


def test_the_unit_table_has_not_been_through_a_spreadsheet():
    rows = list(csv.DictReader((KYRGYZ / "units.csv").read_text("utf-8").splitlines()))
    assert len(rows) == 582
    assert not any("E+" in row["code"] or "." in row["code"] for row in rows)


def test_consent_tells_the_seven_items(kyrgyz):
    assert len(kyrgyz.consent.told) == 7
    assert set(kyrgyz.consent.scopes) == set(Scope.values)
    assert kyrgyz.consent.provenance.status == "needs_review"


def test_the_helpline_is_189_and_never_1899(kyrgyz):
    numbers = {line.number for line in kyrgyz.hotlines}
    assert {"189", "0800 0000 189"} <= numbers
    assert "1899" not in numbers


def test_emergency_numbers_without_a_source_are_marked(kyrgyz):
    marks = {
        (line.provenance.trust, line.provenance.status)
        for line in kyrgyz.hotlines
        if line.purpose == "emergency"
    }
    assert marks == {("background-high", "needs_review")}


def test_six_questions_ask_for_help_needed_now(kyrgyz):
    assert len(kyrgyz.needs_help_now) == 6


def test_nothing_claims_to_be_verified_yet(kyrgyz):
    sections = (kyrgyz.units, kyrgyz.bodies, kyrgyz.hotlines, tuple(kyrgyz.clocks.values()))
    assert not any(value.provenance.is_verified for values in sections for value in values)


def test_every_cited_source_is_in_the_list():
    listed = set(re.findall(r"S\d+", _first_cells((KYRGYZ / "README.md").read_text("utf-8"))))
    cited = {
        code
        for path in KYRGYZ.rglob("*.yaml")
        for code in re.findall(r"\bS\d{2,3}\b", path.read_text("utf-8"))
    }
    assert cited
    assert cited <= listed


def _first_cells(markdown):
    rows = [line for line in markdown.splitlines() if line.startswith("| S")]
    return " ".join(row.split("|")[1] for row in rows)
