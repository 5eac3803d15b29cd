"""The public pages: anybody reads the law, on any day, and leaves nothing behind."""

import re
from datetime import date

import pytest

from korgoo.lawbook import services
from korgoo.lawbook.services import Place
from tests.lawbook.conftest import BASIS, Browser, adopt, in_all, put

pytestmark = pytest.mark.django_db
PUBLIC = [
    ("instruments", (), {}),
    ("instruments", (), {"q": "shelter"}),
    ("instrument", ("law-55-2005",), {}),
    ("instrument", ("law-55-2005",), {"on": "2010-01-01"}),
    ("article", ("law-55-2005", "21-4"), {}),
    ("article", ("law-55-2005", "6"), {"before": "1", "after": "2"}),
    ("offences", (), {}),
    ("offences", (), {"on": "01.06.2020"}),
]


@pytest.fixture
def reader(enter, clock):
    """Somebody from the street, on 2 March 2026."""
    return enter()


@pytest.mark.parametrize(("page", "args", "query"), PUBLIC)
def test_anybody_reads_and_no_cookie_is_set(client, clock, page, args, query):
    answer = Browser(client).get(page, *args, **query)

    assert answer.status_code == 200
    assert not answer.cookies
    assert "sessionid" not in client.cookies


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_pages_speak_the_language_of_the_reader(client, clock, language):
    client.cookies["language"] = language
    titles = {
        "ky": "Баш калкалоочу жайда канча турса болот",
        "ru": "Сколько можно оставаться в убежище",
        "en": "How long one may stay in a shelter",
    }

    assert titles[language] in client.get("/laws/law-55-2005/").text


def test_the_list_has_every_kind(reader, words_of):
    words = words_of(reader.get("instruments"))

    for heading in ("Laws", "Codes", "Decrees and decisions", "International treaties"):
        assert heading in words
    assert "Law against trafficking in persons (2005, No. 55)" in words
    assert "Packages of amendments" not in words


@pytest.mark.parametrize(
    ("q", "found", "left_out"),
    [
        ("493", "National referral mechanism (2019, No. 493)", "Palermo Protocol"),
        ("SHELTER stay", "Law against trafficking in persons", "ILO Convention No. 29"),
        ("убежище", "Law against trafficking in persons", "ILO Convention No. 29"),
        ("21-4", "Law against trafficking in persons", "Palermo Protocol"),
    ],
)
def test_instruments_are_found_by_number_and_by_words(reader, words_of, q, found, left_out):
    words = words_of(reader.get("instruments", q=q))

    assert found in words
    assert left_out not in words


def test_a_search_without_a_hit_says_so(reader, words_of):
    assert "Nothing in the lawbook fits" in words_of(reader.get("instruments", q="zzzz"))


def test_too_long_a_search_keeps_what_was_typed_and_shows_all(reader, words_of):
    answer = reader.get("instruments", q="a" * 101)

    assert "There is a problem" in words_of(answer)
    assert "a" * 101 in answer.text
    assert "Palermo Protocol" in words_of(answer)


def test_the_law_before_and_after_an_amendment(reader, words_of):
    before = words_of(reader.get("instrument", "law-55-2005", on="10.01.2018"))
    after = words_of(reader.get("instrument", "law-55-2005", on="11.01.2018"))

    assert "As it stood on 10 January 2018" in before
    assert "the co-ordinating body is to be named by the President" in before
    assert "Changed so that the work can be co-ordinated in full" in after
    assert "to be named by the President" not in after


def test_what_is_not_known_of_a_day_is_listed_as_such(reader, words_of):
    words = words_of(reader.get("instrument", "law-55-2005", on="2010-05-05"))

    unknown = words.split("How these articles stood on this day is not known")[1]
    assert "Article 21-4" in unknown
    assert "may stay in a shelter for ten days" not in words


@pytest.mark.parametrize(
    ("key", "on", "expected"),
    [
        ("code-2017", "2018-12-31", "not in force yet"),
        ("code-2017", "2021-12-01", "not in force any more"),
        ("law-55-2005", "2020-01-01", "From which day it is in force is not known"),
    ],
)
def test_whether_it_was_in_force_is_said(reader, words_of, key, on, expected):
    assert expected in words_of(reader.get("instrument", key, on=on))


@pytest.mark.parametrize("typed", ["yesterday", "31.02.2018", "1899-12-31", "2018", "<b>"])
def test_a_day_that_is_none_is_named_and_today_is_shown(reader, words_of, typed):
    answer = reader.get("instrument", "law-55-2005", on=typed)
    words = words_of(answer)

    assert answer.status_code == 200
    assert "There is a problem" in words
    assert "As it stood on 2 March 2026" in words
    assert "<b>" not in re.findall(r'name="on"[^>]*', answer.text)[0]


@pytest.mark.parametrize("typed", ["2018-01-11", "11.01.2018", "11/01/2018", "11 1 2018"])
def test_a_day_may_be_written_in_several_ways(reader, words_of, typed):
    words = words_of(reader.get("instrument", "law-55-2005", on=typed))

    assert "As it stood on 11 January 2018" in words


def test_the_days_of_change_lead_to_the_law_on_those_days(reader, words_of):
    answer = reader.get("instrument", "law-55-2005")

    assert "/laws/law-55-2005/?on=2011-11-18" in answer.text
    assert "(at the earliest)" in words_of(answer)


def test_missing_words_are_listed_with_where_they_should_stand(reader, words_of):
    answer = reader.get("instrument", "law-55-2005")

    assert "The words could not be had" in words_of(answer)
    assert 'href="http://cbd.minjust.gov.kg/act/view/ru-ru/1650?cl=ky-kg"' in answer.text
    assert "Needs review by a lawyer" in words_of(answer)


def test_words_in_another_language_say_so_and_are_marked_for_readers_aloud(reader, words_of):
    answer = reader.get("article", "law-55-2005", "preamble")

    assert "The words are here only in: Кыргызча" in words_of(answer)
    assert re.search(r'<blockquote[^>]* lang="ky"', answer.text)
    assert "The Law sets the organisational and legal basis" in words_of(answer)


def test_an_article_shows_all_versions_and_what_depends_on_it(reader, words_of):
    words = words_of(reader.get("article", "law-55-2005", "21-4"))

    assert "It stands so since 18 November 2011 at the earliest" in words
    assert "Law No. 218 of 2011 (amendments)" in words
    depends = words.split("What depends on this article")[1]
    assert "Time limit: First stay in a shelter" in depends


def test_versions_without_words_are_set_side_by_side(reader, words_of):
    words = words_of(reader.get("article", "law-55-2005", "6"))

    assert "cannot be compared word by word" in words
    compared = words.split("What differs between two versions")[1]
    assert "named by the President" in compared
    assert "co-ordinated in full" in compared


@pytest.mark.parametrize("query", [{"before": "7", "after": "1"}, {"before": "x"}, {"after": ""}])
def test_versions_that_are_not_there_are_named_and_the_newest_compared(reader, words_of, query):
    answer = reader.get("article", "law-55-2005", "6", **query)

    assert answer.status_code == 200
    assert "There is a problem" in words_of(answer)
    assert "What differs between two versions" in words_of(answer)


def test_the_difference_of_two_adopted_wordings_is_said_in_words(
    package, people, clock, enter, words_of
):
    new = Place("law-55-2005", "21-5")
    put(package, people, new, number="21-5", text="Help is free.")
    adopt(package, people, clock)
    clock.set(2026, 3, 2, 9)
    second = services.start_package(in_all("Again"), "More.", actor=people.editor.actor)
    put(second, people, new, number="21-5", text="Help is always free.")
    adopt(second, people, clock, takes_effect=date(2026, 7, 1))

    answer = enter().get("article", "law-55-2005", "21-5", before="1", after="2")

    assert re.search(r"<ins><span[^>]*>added: </span>always <span", answer.text)
    assert "Underlined: words that come." in words_of(answer)
    assert f"Adopted here on the basis of: {BASIS}" in words_of(answer)


@pytest.mark.parametrize(
    "address",
    ["/laws/law-99/", "/laws/law-55-2005/999/", "/laws/law-99/1/", "/laws/law-55-2005/x%20y/"],
)
def test_what_the_lawbook_does_not_have_is_not_found(reader, address):
    assert reader.get(address).status_code == 404


def test_offences_stand_by_concept_and_edition(reader, words_of):
    answer = reader.get("offences")
    words = words_of(answer)

    row = words.split("Articles by edition")[1].split("Trafficking in adults")[1]
    row = row.split("Trafficking in children")[0]
    assert re.findall(r"Article (\d+)", row) == ["124", "171", "166"]
    assert "Until 31 December 2018" in words
    assert "From 1 January 2019 to 30 November 2021" in words
    assert "Since 1 December 2021" in words
    assert "not found in a source" in words
    assert "number not known" in words
    assert 'href="/laws/code-1997/124/"' in answer.text


def test_offences_on_a_day_are_those_of_one_edition(reader, words_of):
    words = words_of(reader.get("offences", on="01.06.2020"))

    assert "In force on 1 June 2020" in words
    assert "Article 171" in words
    assert "Article 124" not in words
    assert "Article 166" not in words


def test_a_day_that_is_none_shows_offences_of_all_editions(reader, words_of):
    words = words_of(reader.get("offences", on="never"))

    assert "There is a problem" in words
    assert all(f"Article {number}" in words for number in (124, 171, 166))


def test_what_stands_beside_trafficking_is_said_to(reader, words_of):
    assert "and is not trafficking" in words_of(reader.get("offences"))


def test_members_find_the_packages_from_the_list(people, enter):
    assert "/laws/packages/" in enter(people.officer).get("instruments").text
    assert "/laws/packages/" not in enter(people.administrator).get("instruments").text


def test_reading_asks_the_database_once_for_each_page(
    client, clock, db, django_assert_max_num_queries
):
    with django_assert_max_num_queries(2):
        client.get("/laws/law-55-2005/")
    with django_assert_max_num_queries(0):
        client.get("/laws/")
