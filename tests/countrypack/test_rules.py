"""Each rule is broken on purpose, and must say which one, in which file, on which line."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from korgoo.countrypack import api as packs

BODIES, CLOCKS, VIEW = "bodies.yaml", "clocks.yaml", "views/police.yaml"
HEAD, LIST = "catalogues/small/catalogue.yaml", "catalogues/small/indicators/a.yaml"
UNITS, CONSENT, KEPT = "units.csv", "consent.yaml", "retention.yaml"

# rule, file, words there, words instead, words on the line that the fault must name
BREAKS = [
    # form
    (
        "missing",
        BODIES,
        "    kind: state\n    valid_from: 1990",
        "    valid_from: 1990",
        "code: guard",
    ),
    ("empty", BODIES, "kind: state", "kind:", 10),
    ("unknown-field", BODIES, "successor: police", "succesor: police", "succesor"),
    ("unknown-field", BODIES, "bodies:", "extra: 1\nbodies:", "extra: 1"),
    ("not-allowed", BODIES, "kind: state", "kind: club", "kind: club"),
    ("not-allowed", BODIES, "decide, serve", "judge, serve", "judge"),
    ("date", BODIES, "valid_to: 2009-12-31", "valid_to: 2009-13-31", "2009-13-31"),
    ("date", BODIES, "as_of: unknown", "as_of: lately", "lately"),
    ("wrong-form", BODIES, "code: guard", "code: The Guard", "The Guard"),
    ("wrong-kind", "hotlines.yaml", 'number: "000"', "number: 112", "number: 112"),
    ("duration", CLOCKS, "duration: PT2H", "duration: 2", "duration: 2"),
    ("duration", CLOCKS, "duration: PT2H", "duration: PT0H", "PT0H"),
    ("yaml", BODIES, "short: {ar: حرس, qaa: G}", "short: {ar: حرس, qaa: G", 10),
    ("repeated-key", BODIES, "    kind: state", "    kind: state\n    kind: ngo", "kind: ngo"),
    ("repeated", BODIES, "code: police", "code: guard", 14),
    ("alias", CLOCKS, "legal_basis: {ar: القانون, qaa: Leĝo 1}", "legal_basis: &x {ar: *x}", "*x"),
    ("tag", CLOCKS, "basis: law", "basis: !!python/name:os.system law", "!!python"),
    ("missing", "hotlines.yaml", "hotlines:", "lines:", 1),
    # languages
    (
        "missing-language",
        BODIES,
        "name: {ar: الحرس, qaa: Gardo}",
        "name: {ar: الحرس}",
        "name: {ar: الحرس}",
    ),
    ("unknown-language", BODIES, "qaa: Gardo}", "qaa: Gardo, ru: Страж}", "Страж"),
    (
        "unknown-language",
        "pack.yaml",
        "default_language: ar",
        "default_language: fr",
        "default_language",
    ),
    ("repeated", "pack.yaml", "{code: qaa,", "{code: ar,", "{code: ar, own_name: Testola}"),
    ("unknown-time-zone", "pack.yaml", "Indian/Maldives", "Moon/Sea", "Moon/Sea"),
    (
        "missing-language",
        VIEW,
        "strong: {ar: ساعد أولا, qaa: Helpu unue}",
        "strong: {ar: ساعد أولا}",
        "strong:",
    ),
    # units
    ("unknown-parent", UNITS, "01A,2,01,", "01A,2,09,", "01A,2,09"),
    ("missing-parent", UNITS, "01A,2,01,", "01A,2,,", "01A,2,,"),
    ("parent-level", UNITS, "01A,2,01,", "01A,3,01,", "01A,3"),
    ("date-range", UNITS, "2010-12-31", "2000-12-31", "2000-12-31"),
    ("missing-language", UNITS, "Norda Urbo,ar,", "Norda Urbo,,", "Norda Urbo"),
    ("unknown-language", UNITS, "Norda Urbo,ar,", "Norda Urbo,ar ky,", "Norda Urbo"),
    ("missing-column", UNITS, "p_code,", "pcode,", "pcode"),
    ("unknown-column", UNITS, "p_code,", "pcode,", "pcode"),
    ("row-length", UNITS, "01A,2,01,,Norda", "01A,2,01,,,Norda", "Norda"),
    ("wrong-kind", UNITS, "01A,2,01", "01A,two,01", "two"),
    ("repeated", UNITS, "02,1,", "01,1,", "01,1,,الجنوب"),
    ("missing-file", "units.yaml", "units.csv", "towns.csv", "towns.csv"),
    # bodies
    ("unknown-body", BODIES, "successor: police", "successor: nobody", "successor: nobody"),
    ("successor-without-end", BODIES, "    valid_to: 2009-12-31\n", "", "successor: police"),
    ("successor-circle", BODIES, "successor: police", "successor: guard", "successor: guard"),
    ("date-range", BODIES, "valid_to: 2009", "valid_to: 1909", "1909"),
    ("unknown-body", "hotlines.yaml", "operator: police", "operator: nobody", "nobody"),
    # clocks
    ("missing-clock", CLOCKS, "key: referral_answer", "key: other", "provenance: {source: inv"),
    (
        "law-without-basis",
        CLOCKS,
        "    legal_basis: {ar: القانون, qaa: Leĝo 1}\n",
        "",
        "basis: law",
    ),
    (
        "set-without-time",
        CLOCKS,
        "    by_urgency: {now: PT30M, day: P1D}\n",
        "",
        21,
    ),
    (
        "unset-with-value",
        CLOCKS,
        "basis: unset",
        "basis: unset\n    duration: P3D",
        "duration: P3D",
    ),
    (
        "unset-with-value",
        CLOCKS,
        "provenance: {status: unset}",
        "provenance: {status: unset}\n    by_urgency: {now: P1D}",
        "{now: P1D}",
    ),
    ("unknown-step", CLOCKS, "starts: presumed", "starts: full_moon", "full_moon"),
    ("unknown-step", CLOCKS, "stops: [withdrawn]", "stops: [report_sent, at_risk]", "at_risk"),
    ("unknown-step", CLOCKS, "starts: period_ended", "starts: withdrawn", "starts: withdrawn"),
    (
        "referral-clock",
        CLOCKS,
        "    duration: PT2H\n",
        "    duration: PT2H\n    may_pause: true # so\n",
        "true # so",
    ),
    (
        "ground-twice",
        CLOCKS,
        "      - key: flood\n",
        "      - {key: flood, name: {ar: x, qaa: x}}\n      - key: flood\n",
        "extensions:",
    ),
    ("unset-half", CLOCKS, "    provenance: {status: unset}\n", "", "basis: unset"),
    ("repeated", KEPT, "parts: [coded]", "parts: [coded, health]", "parts: [coded, health]"),
    ("not-allowed", KEPT, "parts: [coded]", "parts: [gossip]", "gossip"),
    ("unset-with-value", KEPT, "basis: unset", "after_closure: P9D\n    basis: unset", "P9D"),
    ("unset-half", KEPT, "    provenance: {status: unset}\n", "", "basis: unset"),
    ("set-without-time", KEPT, "    after_closure: P90D\n", "", "basis: working_value"),
    ("law-without-basis", KEPT, "    legal_basis: {ar: القانون, qaa: Leĝo 1}\n", "", "basis: law"),
    ("duration", KEPT, "P90D", "P0D", "P0D"),
    ("unknown-article", KEPT, "act#1", "act#9", "act#9"),
    ("two-times", CLOCKS, "by_urgency: {now", "duration: P1D\n    by_urgency: {now", "by_urgency"),
    # help
    (
        "nobody-has-mandate",
        "referral_types.yaml",
        "mandate: serve",
        "mandate: consular",
        "consular",
    ),
    ("unknown-clock", "referral_types.yaml", "[referral_receipt]", "[tea_time]", "tea_time"),
    ("unknown-referral-type", "needs_help_now.yaml", "help: refuge", "help: castle", "castle"),
    ("not-allowed", "services.yaml", "SocialCare", "Kindness", "Kindness"),
    ("missing-scope", CONSENT, "  story: {ar: قصة, qaa: Rakonto}\n", "", "scopes:"),
]


@pytest.mark.parametrize(
    ("rule", "file", "old", "new", "at"), BREAKS, ids=[f"{n}-{b[0]}" for n, b in enumerate(BREAKS)]
)
def test_a_broken_rule_names_itself_its_file_and_its_line(broken, rule, file, old, new, at):
    broken(file, old, new).names(rule, at)


def _places(faults):
    return [(fault.file, fault.line, fault.rule) for fault in faults]


def test_all_faults_are_told_at_once_and_sorted(copy, rewrite):
    rewrite(BODIES, "kind: state", "kind: club")
    rewrite(BODIES, "[presume, decide, serve, coordinate]", "[presume, judge]")
    rewrite(CLOCKS, "basis: law", "basis: custom")
    rewrite(VIEW, "indicator: D1.01", "indicator: D1.09")
    faults = packs.check(copy)
    assert [fault.file for fault in faults if fault.rule == "not-allowed"] == [
        BODIES,
        BODIES,
        CLOCKS,
    ]
    assert (VIEW, 8, "unknown-indicator") in _places(faults)
    assert faults == sorted(faults)


def test_a_reference_to_a_faulty_record_is_no_second_fault(copy, rewrite):
    rewrite(BODIES, "kind: state\n    mandates", "kind: club\n    mandates")
    assert [fault.rule for fault in packs.check(copy)] == ["not-allowed"]


@pytest.mark.parametrize("name", [BODIES, CLOCKS, LIST, "referral_types.yaml", "units.yaml"])
def test_a_file_that_cannot_be_read_is_one_fault(copy, name):
    (copy / name).write_text("a: [", encoding="utf-8")
    assert [(fault.file, fault.rule) for fault in packs.check(copy)] == [(name, "yaml")]


def test_a_faulty_head_is_told_once_and_not_for_every_record(copy, rewrite, line_of):
    rewrite(BODIES, "trust: proposal", "trust: rumour")
    assert _places(packs.check(copy)) == [(BODIES, line_of(BODIES, "rumour"), "not-allowed")]


def test_a_value_without_provenance_is_a_fault(copy, rewrite):
    rewrite(CONSENT, "provenance: {source: invented", "# {source: invented")
    assert _places(packs.check(copy)) == [(CONSENT, 1, "missing")]


@pytest.mark.parametrize(
    "name", ["pack.yaml", BODIES, CLOCKS, "referral_types.yaml", CONSENT, HEAD]
)
def test_a_file_that_must_be_there_is_missed(copy, name):
    (copy / name).unlink()
    assert (name, 1, "missing-file") in _places(packs.check(copy))


@pytest.mark.parametrize(
    "name", ["needs_help_now.yaml", "services.yaml", "units.yaml", "guideline.yaml", VIEW]
)
def test_a_pack_can_do_without_the_rest(copy, name):
    (copy / name).unlink()
    if name == "units.yaml":
        (copy / UNITS).unlink()
    assert packs.check(copy) == []


def test_a_misspelt_file_is_noticed(copy):
    (copy / "statuses.yml").write_text("statuses: []\n", encoding="utf-8")
    assert _places(packs.check(copy)) == [("statuses.yml", 1, "unknown-file")]


def test_a_folder_that_is_not_there_is_no_pack(tmp_path):
    assert ("pack.yaml", 1, "missing-file") in _places(packs.check(tmp_path / "nowhere"))


@pytest.mark.parametrize("name", [BODIES, UNITS])
def test_text_that_is_not_utf_8_is_refused(copy, name):
    (copy / name).write_bytes("name: Ёлка\n".encode("cp1251"))
    assert (name, 1) in {(fault.file, fault.line) for fault in packs.check(copy)}


def test_loading_a_faulty_pack_raises_all_its_faults(copy, rewrite):
    rewrite(BODIES, "kind: state", "kind: club")
    with pytest.raises(packs.PackError) as caught:
        packs.load(copy)
    assert list(caught.value.faults) == packs.check(copy)
    assert "bodies.yaml:10: not-allowed:" in str(caught.value)


def test_endless_nesting_is_refused_before_it_can_crash(copy):
    (copy / BODIES).write_text("bodies:\n- " + "[" * 100_000 + "]" * 100_000, encoding="utf-8")
    assert _places(packs.check(copy)) == [(BODIES, 2, "too-deep")]


@given(text=st.text(alphabet=st.sampled_from("ab01:-,[]{}\"'#&*!|>%? \n\t~.ж"), max_size=60))
@example(text="bodies: [[], 1, null, {code: [a]}]")
@example(text="provenance: 3\nbodies: [{provenance: x}]")
@example(text="? {a: b}\n: c")
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_a_file_holds_the_answer_is_faults_and_never_a_crash(copy, text):
    for name in (BODIES, UNITS, VIEW):
        (copy / name).write_text(text, encoding="utf-8")
    faults = packs.check(copy)
    assert {BODIES, UNITS, VIEW} <= {fault.file for fault in faults}
    assert all(fault.line >= 1 and fault.message for fault in faults)
