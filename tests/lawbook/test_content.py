"""What the Kyrgyz pack says of the law: only what sources prove."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from korgoo.countrypack import api as packs
from korgoo.lawbook import offences, standing
from korgoo.lawbook.force import Force, force_on

KYRGYZ = Path(__file__).parents[2] / "countries" / "kg"
LANGUAGES = ("ky", "ru", "en")


@pytest.fixture(scope="module")
def book():
    return packs.load(KYRGYZ).lawbook


def versions(book):
    return [
        (f"{law.key}#{article.key}", version)
        for law in book.instruments
        for article in law.articles
        for version in article.versions
    ]


def on(book, key, article, day):
    law = book.instrument(key)
    days = {one.key: one.adopted for one in book.instruments}
    rows = standing.from_pack(law.article(article), law, days)
    return standing.on_day(standing.arrange(rows, last=law.in_force_to), day)


def test_the_lawbook_is_there(book):
    assert len(book.instruments) == 31
    assert len(versions(book)) > 50
    assert {one.kind for one in book.instruments} == {
        "law",
        "code",
        "decree",
        "plan",
        "procedure",
        "convention",
        "standard",
    }


def test_every_article_says_something_and_names_its_source(book):
    for ref, version in versions(book):
        assert version.text or version.gist, ref
        assert len(version.provenance.source) > 10, ref


def test_what_is_known_only_from_elsewhere_is_in_own_words_in_three_languages(book):
    for ref, version in versions(book):
        if version.gist:
            ky, ru, en = (version.gist.root[code] for code in LANGUAGES)
            assert ky != ru, ref
            assert re.search(r"[А-я]", ky), ref
            assert re.search(r"[А-я]", ru), ref
            assert not re.search(r"[А-я]", en), ref


def test_nothing_claims_to_be_checked(book):
    marks = [one.provenance for one in (*book.instruments, *book.offences)]
    marks += [version.provenance for _ref, version in versions(book)]
    assert {mark.status for mark in marks} == {"needs_review"}
    assert not any(mark.is_verified for mark in marks)


def test_what_comes_from_a_source_gives_an_address_to_look_at(book):
    marks = [one.provenance for one in (*book.instruments, *book.offences)]
    marks += [version.provenance for _ref, version in versions(book)]
    sourced = [mark for mark in marks if mark.trust == "sourced"]
    assert len(sourced) > 80
    assert all(
        "http" in mark.source or "Trafficking in Persons report" in mark.source for mark in sourced
    )


def test_texts_that_could_not_be_had_are_missing_and_not_invented(book):
    here = {ref for ref, version in versions(book) if version.text}
    assert here == {
        "law-55-2005#preamble",
        "decree-759-2017#1",
        "decree-759-2017#3",
        "decree-760-2017#1",
    }


def test_days_that_are_not_known_stay_open(book):
    assert book.instrument("decree-101-2019").adopted is None
    assert book.instrument("decree-252-2021").adopted is None
    assert book.instrument("law-55-2005").in_force_from is None
    assert all(
        version.valid_from is None and not version.day_known
        for ref, version in versions(book)
        if version.amended_by
    )


def test_articles_of_the_new_code_without_a_source_are_left_out(book):
    assert {one.key for one in book.instrument("code-2021").articles} == {
        "159",
        "166",
        "167",
        "170",
        "172",
        "release",
        "mercenary",
    }


def test_a_treaty_that_does_not_bind_says_so(book):
    gist = book.instrument("coe-convention-2005").article("party").versions[0].gist
    assert "not a party" in gist.root["en"]
    assert "милдет жүктөбөйт" in gist.root["ky"]


def test_the_law_of_2005_was_amended_four_times(book):
    amending = [one for one in book.instruments if "law-55-2005" in one.amends]
    assert sorted(str(one.adopted) for one in amending) == [
        "2011-05-19",
        "2011-11-18",
        "2016-07-06",
        "2018-01-11",
    ]


@pytest.mark.parametrize(
    ("article", "day", "words"),
    [
        ("1", date(2011, 11, 17), "recruitment"),
        ("1", date(2011, 11, 18), "exploiting minors"),
        ("6", date(2018, 1, 10), "named by the President"),
        ("6", date(2018, 1, 11), "co-ordinated in full"),
    ],
)
def test_an_article_before_and_after_its_amendment(book, article, day, words):
    assert words in on(book, "law-55-2005", article, day).gist["en"]


def test_how_long_one_may_stay_is_not_known_before_2011(book):
    assert on(book, "law-55-2005", "21-4", date(2011, 11, 17)) is None
    since = on(book, "law-55-2005", "21-4", date(2026, 3, 2))
    assert since.starts == date(2011, 11, 18)
    assert not since.is_day_known


def test_each_day_has_one_criminal_code(book):
    codes = [one for one in book.instruments if one.kind == "code"]
    for day in (date(2018, 12, 31), date(2019, 1, 1), date(2021, 11, 30), date(2021, 12, 1)):
        running = [one for one in codes if force_on(one, day) not in (Force.NOT_YET, Force.OVER)]
        assert len(running) == 1, day


def test_trafficking_in_adults_is_124_then_171_then_166_without_a_break(book):
    spans = offences.series(book.offences, "trafficking-adults")

    assert [[one.article for one in span.offences] for span in spans] == [
        ["code-1997#124"],
        ["code-2017#171"],
        ["code-2021#166"],
    ]
    assert [span.starts for span in spans] == [None, date(2019, 1, 1), date(2021, 12, 1)]
    assert offences.gaps(spans) == ()
    assert all(before.ends < after.starts for before, after in pairwise(spans))


@pytest.mark.parametrize("concept", ["trafficking-children", "kidnapping-for-marriage"])
def test_other_series_do_not_break_either(book, concept):
    assert offences.gaps(offences.series(book.offences, concept)) == ()


def test_what_stands_beside_trafficking_is_told_apart(book):
    beside = {one.key for one in book.concepts if one.beside}
    assert beside == {"prostitution", "kidnapping", "kidnapping-for-marriage", "mercenary"}


def test_penalties_on_which_sources_differ_say_so(book):
    (forced,) = offences.of_concept(book.offences, "forced-labour", date(2026, 1, 1))
    assert "sources differ" in forced.penalty.root["en"]


def test_the_first_stay_in_a_shelter_rests_on_its_article():
    assert packs.load(KYRGYZ).clocks["shelter_first_stay"].rests_on == ("law-55-2005#21-4",)
