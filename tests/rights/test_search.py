"""Finding with the spellings that people use. The words of the questions are those of the country pack."""

import time

import pytest

from korgoo.countrypack import api as packs
from korgoo.rights import api, search
from tests import factories_rights as made

MISSPELT = [
    # Kyrgyz: without ң ө ү, in Latin letters, as it is heard.
    ("ky", "паспортумду алып койду", "passport-taken"),
    ("ky", "пасportumdu", "passport-taken"),
    ("ky", "pasport alip koidu", "passport-taken"),
    ("ky", "паспартымды алып коюшту", "passport-taken"),
    ("ky", "айлыгымды бербейт", "not-paid"),
    ("ky", "ailik berbei jatat", "not-paid"),
    ("ky", "кош бойлу", "pregnant"),
    ("ky", "мени камап койду", "held"),
    ("ky", "асkерге кол кой", "army"),
    ("ky", "кара тизмe", "banned"),
    # Russian
    ("ru", "забрали поспорт", "passport-taken"),
    ("ru", "zabrali pasport", "passport-taken"),
    ("ru", "ПАСПОРТ ОТАБРАЛИ", "passport-taken"),
    ("ru", "не плотят зарплату", "not-paid"),
    ("ru", "ne platyat zarplatu", "not-paid"),
    ("ru", "черный список", "banned"),
    ("ru", "депортацыя", "banned"),
    ("ru", "беремена", "pregnant"),
    ("ru", "дагавор потирял", "contract-lost"),
    # English
    ("en", "pasport taken", "passport-taken"),
    ("en", "unpaid wagse", "not-paid"),
    ("en", "blak list", "banned"),
    ("en", "pregnent", "pregnant"),
    ("en", "locked in", "held"),
]


@pytest.fixture
def index():
    def of(language):
        asked = packs.current().information.questions
        return search.build(
            search.Entry(
                one.key, {1.0: [one.text.in_language(language), one.words.in_language(language)]}
            )
            for one in asked
        )

    return of


@pytest.mark.parametrize(("language", "typed", "meant"), MISSPELT, ids=lambda p: str(p))
def test_a_misspelt_trouble_is_found(index, language, typed, meant):
    assert meant in search.find(index(language), typed, most=2)


@pytest.mark.parametrize("nothing", ["", "   ", "?!", "xyzzy", "qqq www"])
def test_what_is_like_nothing_finds_nothing(index, nothing):
    assert search.find(index("en"), nothing, most=5) == []


def test_a_script_that_no_skeleton_reads_is_found_as_it_is_written():
    index = search.build([search.Entry("a", {1.0: ["أخذوا جواز سفري"]})])
    assert search.find(index, "جواز", most=5) == ["a"]
    assert search.find(index, "مدرسة", most=5) == []


def test_a_title_weighs_more_than_a_text():
    entries = [
        search.Entry("text", {3.0: ["Pay"], 1.0: ["They keep your passport"]}),
        search.Entry("title", {3.0: ["Your passport"], 1.0: ["It is yours"]}),
    ]
    assert search.find(search.build(entries), "passport", most=5)[0] == "title"


def test_only_what_may_be_given_out_is_ranked():
    index = search.build(search.Entry(str(n), {1.0: ["passport"]}) for n in range(30))
    found = search.find(index, "passport", most=5, keep=lambda key: int(key) % 10 == 0)
    assert found == ["0", "10", "20"]


def test_a_thousand_statements_are_searched_at_once():
    """Measured against itself: a search may cost no more than a small part of making the index."""
    asked = packs.current().information.questions
    entries = [
        search.Entry(
            f"{one.key}-{n}",
            {3.0: [one.text.in_language("ru")], 1.0: [one.words.in_language("ru"), f"слово{n}"]},
        )
        for n in range(90)
        for one in asked
    ]
    start = time.perf_counter()
    index = search.build(entries)
    made_in = time.perf_counter() - start
    start = time.perf_counter()
    found = search.find(index, "забрали поспорт", most=12)
    found_in = time.perf_counter() - start
    assert len(entries) > 1000
    assert found[0].startswith("passport-taken")
    assert found_in < max(made_in, 0.05)


@pytest.mark.django_db
def test_what_is_told_is_found_by_its_words_and_place(told):
    found = api.find("title of ru-press", "en")
    assert found.statements[0].key == "ru-press"
    assert {one.destination for one in api.find("title", "en", "kazakhstan").statements} == {
        "kazakhstan"
    }
    assert [one.key for one in api.find("Kazakstan", "en").statements] == ["kz-days"]


@pytest.mark.django_db
def test_a_change_is_found_at_once(told):
    assert api.find("umbrella", "en").statements == ()
    api.load(made.information(made.item("new", title=made.words("Umbrella"))))
    assert [one.key for one in api.find("umbrela", "en").statements] == ["new"]


@pytest.mark.django_db
def test_words_that_may_not_be_told_are_not_searched(told):
    keys = {one.key for one in api.find("unverified", "en").statements}
    assert "ru-unverified" not in keys
    assert "ru-over" not in {one.key for one in api.find("ru over", "en").statements}
