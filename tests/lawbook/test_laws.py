from datetime import date

import pytest

from korgoo.lawbook import api, dependents, laws
from korgoo.lawbook.api import Dependent
from korgoo.lib.errors import NotFound

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


def test_the_lawbook_knows_what_it_has():
    assert api.exists("law-55-2005")
    assert api.exists("law-55-2005#21-4")
    assert not api.exists("law-55-2005#999")
    assert not api.exists("law-99")
    assert not api.exists("")


def test_an_article_is_named_with_its_law_in_each_language():
    ref = "law-55-2005#21-4"

    assert api.title_of(ref, "en") == (
        "Law against trafficking in persons (2005, No. 55): "
        "Article 21-4. How long one may stay in a shelter"
    )
    assert "Сколько можно оставаться в убежище" in api.title_of(ref, "ru")
    assert "Баш калкалоочу жайда канча турса болот" in api.title_of(ref, "ky")


def test_what_has_no_number_is_named_by_its_title():
    assert api.title_of("palermo-protocol#party", "en") == (
        "Palermo Protocol: Kyrgyzstan's part in it"
    )
    assert api.title_of("ilo-c29", "en") == "ILO Convention No. 29"


def test_links_lead_to_the_public_pages():
    assert api.link("law-55-2005") == "/laws/law-55-2005/"
    assert api.link("law-55-2005#21-4") == "/laws/law-55-2005/21-4/"


@pytest.mark.parametrize("ref", ["law-99", "law-55-2005#999"])
def test_what_is_not_there_is_not_found(ref):
    for ask in (api.link, lambda one: api.title_of(one, "en")):
        with pytest.raises(NotFound):
            ask(ref)
    with pytest.raises(NotFound):
        api.as_it_stood(ref, TODAY)


def test_an_article_as_it_stood_says_since_when_as_far_as_known():
    found = api.as_it_stood("law-55-2005#21-4", TODAY)

    assert "ten days" in found.gist
    assert found.text == ""
    assert (found.since, found.is_day_known) == (date(2011, 11, 18), False)


def test_an_article_that_nobody_knows_for_a_day_is_none():
    assert api.as_it_stood("law-55-2005#21-4", date(2005, 3, 17)) is None


def test_what_rests_on_an_article_is_listed_from_the_pack():
    found = {(one.kind, one.title) for one in api.dependents("law-55-2005#21-4")}

    assert found == {("Time limit", "First stay in a shelter"), ("Kind of help", "Shelter")}


def test_consent_and_statuses_rest_on_articles_too():
    assert [one.kind for one in api.dependents("law-58-2008#9")] == ["Consent"]
    assert [one.kind for one in api.dependents("code-2021#release")] == ["Status"]


def test_missions_above_tell_what_rests_on_an_article(monkeypatch):
    monkeypatch.setattr(dependents, "_providers", dict(dependents._providers))

    def decisions(asked):
        return [Dependent("Decision", "K-1")] if "law-55-2005#27" in asked else []

    api.register(decisions)
    api.register(decisions)

    assert api.dependents("law-55-2005#27") == [Dependent("Decision", "K-1")]
    assert Dependent("Decision", "K-1") not in api.dependents("law-55-2005#21-4")


@pytest.mark.parametrize(
    ("key", "before"),
    [("21-5", "27"), ("2", "3"), ("21-3", "21-4"), ("99", None), ("6.1", "7")],
)
def test_a_new_article_stands_where_its_number_belongs(key, before):
    rows = {article.key: [] for article in laws.instrument("law-55-2005").articles}

    keys = list(laws._inserted(rows, key))

    place = keys.index(key)
    assert keys[place + 1 : place + 2] == ([before] if before else [])
    assert len(keys) == len(rows) + 1
