"""The lawbook of a pack: read whole, and each of its rules broken on purpose."""

from datetime import date

import pytest

from korgoo.countrypack import api as packs

ACT, CHANGE = "lawbook/instruments/act.yaml", "lawbook/instruments/change.yaml"
OFFENCES, CLOCKS = "lawbook/offences.yaml", "clocks.yaml"

# rule, file, words there, words instead, words on the line that the fault must name
BREAKS = [
    ("other-name", ACT, "key: act", "key: bill", "key: bill"),
    ("date-range", CHANGE, "2030-12-31", "2009-12-31", "2009-12-31"),
    ("unknown-instrument", CHANGE, "amends: [act]", "amends: [bill]", "bill"),
    ("unknown-instrument", ACT, "amended_by: change", "amended_by: reform", "reform"),
    ("repeated", ACT, "key: 2-1", 'key: "1"', 22),
    # versions
    ("version-order", ACT, "      - valid_from: 2010-01-01\n        gist", "      - gist", 28),
    ("version-order", ACT, "      - gist", "      - valid_from: 2011-01-01\n        gist", 29),
    ("version-overlap", ACT, "valid_to: 2009-12-31", "valid_to: 2010-01-01", 28),
    (
        "date-range",
        ACT,
        "        valid_to: 2009-12-31",
        "        valid_from: 2009-12-31\n        valid_to: 2001-12-31",
        "2001-12-31",
    ),
    (
        "date",
        ACT,
        "      - valid_from: 2010-01-01\n        gist",
        "      - valid_from: soon\n        gist",
        "soon",
    ),
    ("date", ACT, "adopted: 2001-02-03", "adopted: 86400", "86400"),
    ("date", ACT, "adopted: 2001-02-03", "adopted: 2001-02-30", "2001-02-30"),
    ("wrong-form", ACT, "https://law.example/1", "law.example/1", "law.example"),
    # words and languages
    ("text-language", ACT, "{ar: كل إنسان حر}", "{ar: كل إنسان حر, qaa: Ĉiu}", "Ĉiu"),
    ("unknown-language", ACT, "{ar: كل إنسان حر}", "{ar: كل إنسان حر, ru: Все}", "Все"),
    ("empty", ACT, "text: {ar: كل إنسان حر}", "text: {}", "text: {}"),
    ("missing-language", ACT, "{ar: عشرة أيام, qaa: Dek tagoj}", "{ar: عشرة أيام}", 26),
    ("missing-language", ACT, "title: {ar: المأوى, qaa: Rifuĝejo}", "title: {ar: المأوى}", 24),
    # what is said about the text
    ("text-status", ACT, "text_status: part", "text_status: held", "text_status"),
    ("text-status", ACT, "text_status: part", "text_status: missing", "text_status"),
    ("text-status", CHANGE, "text_status: missing", "text_status: part", "text_status"),
    ("text-status", CHANGE, "text_status: missing", "text_status: held", "text_status"),
    # offences
    ("unknown-concept", OFFENCES, "concepts: [trade]", "concepts: [barter]", "barter"),
    ("unknown-instrument", OFFENCES, "article: act#7", "article: code#7", "code#7"),
    ("repeated", OFFENCES, "key: nearby", "key: trade", 4),
    ("date-range", OFFENCES, "penalty:", "valid_to: 2009-12-31\n    penalty:", None),
    ("missing", OFFENCES, "concepts:\n  - {key", "ideas:\n  - {key", 1),
    ("unknown-field", OFFENCES, "offences:", "extra: 1\noffences:", "extra"),
    ("missing-language", OFFENCES, "{ar: غيره, qaa: Apuda}", "{ar: غيره}", 4),
    # what rests on articles
    ("unknown-instrument", CLOCKS, "[act#1, change]", "[act#1, bill]", "bill"),
    ("unknown-article", CLOCKS, "[act#1, change]", "[act#9, change]", "act#9"),
    ("wrong-form", CLOCKS, "[act#1, change]", "[act 1, change]", "act 1"),
]


@pytest.mark.parametrize(
    ("rule", "file", "old", "new", "at"), BREAKS, ids=[f"{n}-{b[0]}" for n, b in enumerate(BREAKS)]
)
def test_a_broken_rule_names_itself_its_file_and_its_line(broken, rule, file, old, new, at):
    done = broken(file, old, new)
    if at is None:
        assert (file, rule) in {(fault.file, fault.rule) for fault in done.found}, done.found
    else:
        done.names(rule, at)


def test_the_same_part_of_an_article_on_the_same_days_is_there_twice(copy, rewrite):
    rewrite(OFFENCES, '    part: "2"\n', "")
    assert packs.check(copy) == []
    rewrite(OFFENCES, "    valid_from: 2010-01-01\n", "")
    (fault,) = packs.check(copy)
    assert (fault.file, fault.item, fault.rule) == (OFFENCES, "offence 2 article", "repeated")


def test_a_version_inherits_the_provenance_of_its_instrument_and_may_differ(fictitious):
    first, second = fictitious.lawbook.instrument("act").article("1").versions
    assert first.provenance.source == "invented"
    assert second.provenance.source == "the law of the test"
    assert second.provenance.trust == "proposal"


def test_a_faulty_provenance_is_told_once_and_not_for_every_version(broken):
    found = broken(
        ACT, "{source: invented, as_of: unknown, trust: proposal", "{trust: rumour"
    ).found
    assert {fault.file for fault in found} == {ACT}
    assert {fault.line for fault in found} == {30}


def test_words_of_a_law_may_exist_in_some_languages_only(fictitious):
    version = fictitious.lawbook.instrument("act").article("1").versions[0]
    assert version.text.languages == {"ar"}
    assert not version.is_missing


def test_a_text_that_could_not_be_had_is_listed_and_said_in_our_own_words(fictitious):
    versions = fictitious.lawbook.instrument("act").article("2-1").versions
    assert [one.is_missing for one in versions] == [True, True]
    assert versions[1].gist.in_language("qaa") == "Tridek tagoj"
    assert versions[1].valid_from == date(2010, 1, 1)


def test_offences_are_counted_under_concepts(fictitious):
    whole, part = fictitious.lawbook.offences
    assert (whole.part, part.part) == (None, "2")
    assert part.concepts == ("trade", "nearby")
    assert [concept.beside for concept in fictitious.lawbook.concepts] == [False, True]


@pytest.mark.parametrize("find", ["instrument", "article"])
def test_what_is_not_in_the_lawbook_is_not_found(fictitious, find):
    book = fictitious.lawbook
    with pytest.raises(KeyError):
        book.instrument("bill") if find == "instrument" else book.instrument("act").article("9")


def test_a_later_version_of_an_unknown_day_says_so(copy, rewrite):
    later = "      - valid_from: 2010-01-01\n        gist"
    rewrite(ACT, later, "      - day_known: false\n        gist")
    assert packs.check(copy) == []


def test_a_pack_can_do_without_a_lawbook(copy, rewrite):
    for name in (ACT, CHANGE, OFFENCES):
        (copy / name).unlink()
    rewrite(CLOCKS, "    rests_on: [act#1, change]\n", "")
    rewrite("guideline.yaml", "rests_on: [act#1]\n", "")
    rewrite("services.yaml", "rests_on: [act#1], ", "")
    rewrite("retention.yaml", "    rests_on: [act#1]\n", "")
    rewrite("catalogues/small/indicators/a.yaml", "    rests_on: [act#1]\n", "")
    assert packs.check(copy) == []
    assert packs.load(copy).lawbook.instruments == ()


def test_a_stray_file_of_the_lawbook_is_noticed(copy):
    (copy / "lawbook" / "laws.yaml").write_text("laws: []\n", encoding="utf-8")
    assert [(fault.file, fault.rule) for fault in packs.check(copy)] == [
        ("lawbook/laws.yaml", "unknown-file")
    ]
