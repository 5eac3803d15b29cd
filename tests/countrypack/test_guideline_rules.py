"""Rules on catalogues, views, branches and test vectors, each broken on purpose."""

import itertools

import pytest

from korgoo.countrypack import api as packs
from korgoo.countrypack.rules.firing import can_be_positive
from korgoo.identification.rules.tally import rule_of

HEAD, LIST = "catalogues/small/catalogue.yaml", "catalogues/small/indicators/a.yaml"
THREE, THREES = "catalogues/three/catalogue.yaml", "catalogues/three/indicators/all.yaml"
HINTS = "catalogues/hints/catalogue.yaml"
ECHO, ECHOES = "catalogues/echo/catalogue.yaml", "catalogues/echo/indicators/all.yaml"
VIEW, GUARD, CARD = "views/police.yaml", "views/guard.yaml", "views/card.yaml"
VECTORS, GUIDELINE = "vectors.yaml", "guideline.yaml"
LAWS = ("lawbook/instruments/act.yaml", "lawbook/offences.yaml")

MEANS = "dimensions: [M1], not_for_children: true}"
AGE = """      - key: old
        kind: age
        text: {ar: س, qaa: x}
        options:
          - {key: a, text: {ar: س, qaa: x}, age: adult}
          - {key: b, text: {ar: س, qaa: x}, age: child}
"""

# rule, file, words there, words instead, words on the line that the fault must name
CATALOGUES = [
    ("other-name", HEAD, "key: small", "key: large", "key: large"),
    ("repeated", HEAD, "key: D4", "key: D1", 9),
    ("weighted-dimensions", HEAD, "key: D4", "key: D7", "key: D7"),
    ("code-of-other-dimension", LIST, "dimension: D4", "dimension: D1", "code: D4.01"),
    ("unknown-dimension", LIST, "dimension: D4", "dimension: D3", "dimension: D3"),
    ("unknown-profile", LIST, "adult_labour: weak", "elder: weak", "elder"),
    ("unknown-profile", THREES, "profiles: [grown]", "profiles: [elder]", "elder"),
    ("unknown-profile", HEAD, "child_profiles: [ch", "child_profiles: [elder, ch", "elder"),
    ("repeated", HEAD, "\nprofiles: [adult_labour", "\nprofiles: [adult_labour, adult_labour", 4),
    (
        "profile-for-nobody",
        HEAD,
        "\nprofiles: [adult_labour",
        "\nprofiles: [adult_labour, elder",
        "elder",
    ),
    ("empty-profile", HEAD, "\nprofiles: [adult_labour", "\nprofiles: [elder", "elder"),
    (
        "used-by-nobody",
        LIST,
        "    weights: {adult_labour: weak, child_labour: medium}\n",
        "",
        "code: D4.01",
    ),
    ("used-by-nobody", THREES, "    profiles: [grown]\n", "", "code: M1.01"),
    ("not-allowed", LIST, "adult_labour: weak", "adult_labour: heavy", "heavy"),
    ("weights-not-read", THREES, "profiles: [grown]", "weights: {grown: weak}", "weights"),
    (
        "profiles-not-read",
        LIST,
        "dimension: D4\n",
        "dimension: D4\n    profiles: [adult_labour]\n",
        "profiles",
    ),
    ("elements-not-read", THREE, "rule: elements", "rule: signs", "elements:"),
    ("means-not-read", HINTS, "rule: signs", "rule: signs\nvulnerability_as_means: true", "means"),
    ("no-elements", HINTS, "rule: signs", "rule: elements", "rule: elements"),
    ("repeated", THREE, "{key: means", "{key: act", "not_for_children"),
    ("unknown-dimension", THREE, "[P1, A1]", "[P1, A2]", "A2"),
    # rules that can never fire
    ("never-fires", LIST, "adult_labour: medium", "other: medium", None),
    ("never-fires", THREE, MEANS, "dimensions: [M1], at_least: 2}", "at_least: 2}"),
    ("never-fires", THREE, "at_least: 2, core", "at_least: 3, core", "at_least: 3"),
    ("wrong-value", THREE, "at_least: 2, core", "at_least: 0, core", "at_least: 0"),
    # facts stated in several catalogues
    ("repeated", ECHOES, "code: E1.01\n    dimension: E1", "code: H1.01\n    dimension: H1", None),
    ("unknown-same-as", THREES, "[D4.01]", "[D4.09]", "D4.09"),
    ("unknown-same-as", THREES, "[D4.01]", "[A1.01]", "same_as"),
    ("unknown-catalogue", ECHO, "second_to: small", "second_to: nowhere", "nowhere"),
    ("unknown-catalogue", ECHO, "second_to: small", "second_to: echo", "second_to"),
    ("second-to-second", HINTS, "rule: signs", "rule: signs\nsecond_to: echo", "second_to"),
    ("second-without-same", ECHOES, "    same_as: [D1.01]\n", "", "E1.01"),
    ("second-without-same", ECHOES, "[D1.01]", "[A1.01]", "E1.01"),
]
VIEWS = [
    ("unknown-catalogue", VIEW, "catalogue: small", "catalogue: other", "catalogue: other"),
    ("unknown-catalogue", GUARD, "also: [hints]", "also: [other]", "also:"),
    ("repeated", GUARD, "also: [hints]", "also: [hints, three]", "also:"),
    ("second-asked", GUARD, "also: [hints]", "also: [hints, echo]", "also:"),
    ("unknown-indicator", VIEW, "indicator: D1.01", "indicator: D1.09", "D1.09"),
    ("unknown-indicator", VIEW, "{D4.01: present}", "{D4.09: present}", "D4.09"),
    ("unknown-indicator", GUARD, "indicator: H1.01", "indicator: D1.01", "D1.01"),
    ("unknown-indicator", CARD, "[H1.01, H1.02]", "[H1.01, D1.01]", "D1.01"),
    ("repeated", CARD, "[H1.01, H1.02]", "[H1.01, H1.01]", "H1.01"),
    ("asked-twice", VIEW, "{D4.01: present}", "{D1.01: present}", "{D1.01: present}"),
    ("asked-twice", GUARD, "{M1.01: present,", "{H1.01: present,", "{H1.01: present,"),
    ("missing-advice", VIEW, "  some: {ar: ساعد, qaa: Helpu}\n", "", "advice:"),
    ("missing-advice", VIEW, "  signs: {ar: انظر, qaa: Rigardu}\n", "", "advice:"),
    ("needless-advice", VIEW, "  some:", "  elements: {ar: س, qaa: x}\n  some:", "elements"),
    ("needless-advice", CARD, "pocket:", "advice: {some: {ar: س, qaa: x}}\npocket:", "advice"),
    ("other-name", VIEW, "key: police", "key: inspector", "key: inspector"),
    ("reserved-key", VIEW, "key: police", "key: full--small", "key: full"),
    ("reserved-key", VIEW, "key: few", "key: refused", "refused"),
    ("two-ways", VIEW, "indicator: D1.01", "indicator: D1.01\n        kind: plain", "D1.01"),
    (
        "two-ways",
        VIEW,
        "indicator: D1.01",
        "indicator: D1.01\n        text: {ar: س, qaa: x}",
        "indicator: D1.01",
    ),
    (
        "incomplete-question",
        VIEW,
        "        text: {ar: كم ساعة؟, qaa: Kiom da horoj?}\n",
        "",
        "key: work",
    ),
    ("repeated", VIEW, "key: age", "key: work", 18),
    ("repeated", VIEW, "key: few", "key: many", 15),
    ("option-kind", VIEW, "            age: adult\n", "", "key: grown"),
    ("option-kind", VIEW, "sets: {D4.01: absent}", "age: child", "key: few"),
    ("plain-sets", GUARD, "qaa: Jes}}", "qaa: Jes}, sets: {H1.02: present}}", "H1.02"),
    ("sets-nothing", GUARD, "        kind: plain\n", "", "key: safe"),
    ("missing", VIEW, "- key: work\n        text", "- text", "- text: {ar: كم"),
    ("age-twice", VIEW, "advice:\n", f"{AGE}advice:\n", 29),
    ("sealed-without-facet", GUARD, "        facet: identity\n", "", "kind: sealed"),
    (
        "sealed-options",
        GUARD,
        "facet: identity",
        "facet: identity\n        options: [{key: a, text: {ar: س, qaa: x}}]",
        "options: [",
    ),
    ("facet-without-seal", GUARD, "kind: plain", "kind: plain\n        facet: story", "facet: st"),
    # what stands around the guideline
    ("unknown-hotline", CARD, "call: [line]", "call: [wire]", "wire"),
    ("unknown-body", GUARD, "for_bodies: [police]", "for_bodies: [army]", "army"),
    ("nobody-has-mandate", GUARD, "[presume]", "[consular]", "consular"),
    ("nobody-has-mandate", GUIDELINE, "[decide]", "[decide, inspect]", "inspect"),
    ("unknown-instrument", GUIDELINE, "[act#1]", "[bill#1]", "bill"),
    ("unknown-article", GUIDELINE, "[act#1]", "[act#9]", "act#9"),
    ("unknown-article", LIST, "[act#1]", "[act#9]", "act#9"),
]
SAFE, THEN = "{question: safe, any_of: [alone]}", "{question: A1.01, any_of:"
BRANCHES = [
    ("unknown-question", GUARD, SAFE, "{question: calm, any_of: [alone]}", "calm"),
    ("unknown-option", GUARD, SAFE, "{question: safe, any_of: [alone, maybe]}", "maybe"),
    ("unknown-option", GUARD, f'{THEN} ["yes"]', f"{THEN} [unknown]", "[unknown]"),
    ("branch-self", GUARD, SAFE, '{question: A1.01, any_of: ["yes"]}', 21),
    ("branch-order", GUARD, SAFE, "{question: forced, any_of: [much]}", "any_of: [much]"),
    ("branch-loop", GUARD, SAFE, "{question: forced, any_of: [much]}", 20),
    ("never-reached", GUARD, "[alone, watched]", "[watched]", 29),
    ("wrong-form", GUARD, SAFE, "{question: Is it safe, any_of: [alone]}", "Is it"),
    ("empty", GUARD, SAFE, "{question: safe, any_of: }", "any_of: }"),
]
VECTORS_BROKEN = [
    ("unknown-catalogue", VECTORS, "catalogue: three", "catalogue: four", "four"),
    ("unknown-indicator", VECTORS, "[A1.01, M1.01", "[A1.01, D1.01", "present: [A1.01"),
    ("unknown-indicator", VECTORS, "absent: [D1.01]", "absent: [A1.01]", "absent"),
    ("repeated", VECTORS, "[D4.01, D4.02]", "[D4.01, D4.01]", "D4.01, D4.01"),
    ("repeated", VECTORS, "key: young-deceived", "key: grown-all", 8),
    ("both-ways", VECTORS, "absent: [D1.01]", "absent: [D4.01]", "absent"),
    ("impossible-outcome", VECTORS, "expected: elements", "expected: strong", 7),
    ("not-allowed", VECTORS, "expected: elements", "expected: certain", "certain"),
]
BREAKS = [*CATALOGUES, *VIEWS, *BRANCHES, *VECTORS_BROKEN]


@pytest.mark.parametrize(
    ("rule", "file", "old", "new", "at"), BREAKS, ids=[f"{n}-{b[0]}" for n, b in enumerate(BREAKS)]
)
def test_a_broken_rule_names_itself_its_file_and_its_line(broken, rule, file, old, new, at):
    done = broken(file, old, new)
    if at is None:  # the fault is told in another file, where it can be mended
        assert rule in {fault.rule for fault in done.found}
    else:
        done.names(rule, at)


def _told(faults):
    return [(fault.file, fault.item, fault.rule) for fault in faults]


def test_a_weighted_dimension_that_can_never_be_positive_is_told_by_profile(broken):
    found = broken(LIST, "adult_labour: medium, child", "child").found
    assert _told(found) == [(HEAD, "dimension D1 key", "never-fires")]
    assert "'adult_labour'" in found[0].message
    assert "'D1'" in found[0].message


def test_an_element_counts_only_the_signs_that_a_profile_uses(broken):
    found = broken(
        THREES,
        "code: A1.01\n    dimension: A1\n    profiles: [grown, young]",
        "code: A1.01\n    dimension: A1\n    profiles: [grown]",
    ).found
    assert _told(found) == [
        (THREE, "element act key", "never-fires"),
        (THREE, "element purpose key", "never-fires"),
    ]
    assert all("'young'" in fault.message for fault in found)


def test_an_element_that_children_need_not_show_may_have_no_sign_for_them(fictitious):
    three = fictitious.catalogues["three"]
    assert "young" not in three.indicator("M1.01").used_by
    assert three.elements[1].not_for_children


@pytest.mark.parametrize("signs", itertools.product(range(4), repeat=3), ids=str)
def test_what_can_be_positive_is_what_the_rule_calls_positive(signs):
    strong, medium, weak = signs
    weights = ["strong"] * strong + ["medium"] * medium + ["weak"] * weak
    assert can_be_positive(weights) == (rule_of(*signs) is not None)


def test_something_must_be_needed_for_children_too(copy, rewrite):
    rewrite(THREE, "[A1]}", "[A1], not_for_children: true}")
    rewrite(THREE, "at_least: 2,", "not_for_children: true,")
    assert _told(packs.check(copy)) == [(THREE, "elements", "nothing-needed")]


def test_an_empty_dimension_is_told_where_it_is_listed(broken):
    found = broken(HINTS, "dimensions:\n", "dimensions:\n  - {key: H2, title: {ar: س, qaa: x}}\n")
    found.names("empty-dimension", "key: H2")


def test_an_indicator_in_two_files_is_repeated(copy):
    twin = "catalogues/small/indicators/b.yaml"
    (copy / twin).write_bytes((copy / LIST).read_bytes())
    found = packs.check(copy)
    assert {fault.rule for fault in found} == {"repeated"}
    assert [fault.item for fault in found] == [
        f"{code} code" for code in ("D1.01", "D1.02", "D4.01", "D4.02")
    ]


def test_a_code_in_two_catalogues_is_repeated(copy, rewrite):
    rewrite(ECHO, "key: E1", "key: H1")
    rewrite(ECHOES, "code: E1.01\n    dimension: E1", "code: H1.01\n    dimension: H1")
    hints = "catalogues/hints/indicators/all.yaml"
    assert _told(packs.check(copy)) == [(hints, "H1.01 code", "repeated")]


def test_a_loop_names_its_pages_once(copy, rewrite):
    rewrite(GUARD, SAFE, "{question: forced, any_of: [much]}")
    loops = [fault for fault in packs.check(copy) if fault.rule == "branch-loop"]
    assert [fault.item for fault in loops] == ["page 2 when"]
    assert "2 (الرحلة), 3 (العمل)" in loops[0].message


def test_pages_that_wait_for_a_page_of_a_loop_are_not_in_it(copy, rewrite):
    rewrite(GUARD, SAFE, "{question: name, any_of: [x]}")
    rules = {fault.rule for fault in packs.check(copy)}
    assert rules == {"branch-self", "unknown-option"}


def test_a_page_that_waits_for_a_contradiction_is_told_with_it(copy, rewrite):
    rewrite(GUARD, "[alone, watched]", "[watched]")
    found = packs.check(copy)
    assert _told(found) == [(GUARD, "page 3 when", "never-reached")]
    assert "'safe'" in found[0].message


def test_a_card_with_pages_is_neither_card_nor_form(copy, rewrite):
    rewrite(
        CARD,
        "pocket:",
        "pages:\n  - title: {ar: س, qaa: x}\n    questions:\n      - indicator: H1.01\npocket:",
    )
    assert (CARD, "pocket", "pages-or-pocket") in _told(packs.check(copy))


def test_a_view_that_asks_nothing_is_no_view(copy, rewrite):
    text = (copy / CARD).read_text("utf-8")
    (copy / CARD).write_text(text.split("pocket:")[0] + text[text.index("provenance:") :], "utf-8")
    assert (CARD, "pages", "pages-or-pocket") in _told(packs.check(copy))


@pytest.mark.parametrize(
    "name",
    [GUIDELINE, VECTORS, HEAD, THREE, THREES, HINTS, ECHO, ECHOES, GUARD, CARD, *LAWS],
)
def test_a_file_that_cannot_be_read_is_one_fault(copy, name):
    (copy / name).write_text("a: [", encoding="utf-8")
    assert [(fault.file, fault.rule) for fault in packs.check(copy)] == [(name, "yaml")]


def test_what_stands_in_a_file_that_cannot_be_read_is_not_missed(copy):
    for name in ("hotlines.yaml", "bodies.yaml", "lawbook/instruments/act.yaml", LIST):
        (copy / name).write_text("a: [", encoding="utf-8")
    assert {fault.rule for fault in packs.check(copy)} == {"yaml"}
