"""What the country's pack ships: sourced, whole, never shown unverified, never shown when it is old.

The last test breaks the rule on purpose, so that these cannot be green for nothing.
"""

import html
import re
from datetime import date, timedelta

import pytest
from django.conf import settings

from korgoo.countrypack import api as packs
from korgoo.lib import clock as platform_clock
from korgoo.rights import api, policies
from korgoo.rights.enums import Standing

LANGUAGES = ("ky", "ru", "en")
SPOKEN = ("title", "text", "applies_to", "sms")
PACK = packs.load(settings.COUNTRY_PACK).information
SHOWN = [one for one in PACK.items if one.may_be_shown]
UNVERIFIED = [one for one in PACK.items if not one.may_be_shown]
GATHERED = date(2026, 11, 27)  # when the texts were written
SORTS = sorted({one.sort for one in SHOWN})
UNTIL = {one.key: PACK.review_by(one) for one in PACK.items}


@pytest.fixture
def shipped(db, clock):
    """The pack, loaded on the day on which its texts were gathered."""
    clock.set(GATHERED.year, GATHERED.month, GATHERED.day, 9)
    api.load_pack()
    return clock


@pytest.mark.parametrize("item", PACK.items, ids=lambda one: one.key)
def test_every_shipped_statement_has_source_as_of_and_three_languages(item):
    assert item.provenance.source.strip()
    assert item.as_of <= GATHERED
    for name in SPOKEN:
        words = getattr(item, name).root
        assert set(words) >= set(LANGUAGES)
        assert all(text.strip() for text in words.values())


def test_there_is_something_to_look_at():
    assert len(SHOWN) > 80
    assert len(UNVERIFIED) > 3
    assert {one.sort for one in SHOWN} >= {"law", "advice"}


def pages(street, languages, places=("",)):
    """Read every public page that is no paper: its language, its path and what stands on it."""
    for path in api.public_paths():
        language = path.split("/")[1]
        is_there = any(place in path for place in places)
        if language in languages and is_there and not path.endswith(".pdf"):
            answer = street.get(path)
            assert answer.status_code == 200, path
            yield language, path, html.unescape(answer.text)


def refuse(street, items, names, languages, places=("",)):
    """Fail when a text of these statements stands on a public page."""
    looked = 0
    for language, path, text in pages(street, languages, places):
        looked += 1
        for one in items:
            for name in names:
                words = getattr(one, name).root[language]
                assert words not in text, (path, one.key, name)
    assert looked > 100


def refuse_old(language="en"):
    """Fail when a statement past its review day is told, or its words are handed out."""
    today = platform_clock.today()
    told = 0
    for one in api.items_for(None, None, language):
        if one.text or one.sms or one.is_told:
            told += 1
            assert UNTIL[one.key] >= today, (one.key, today)
    for card in api.cards_for(language):
        assert not card.statement.text or UNTIL[card.statement.key] >= today, card.statement.key
    return told


def test_background_knowledge_stands_on_no_public_page(shipped, street):
    shared = {one.title.root["en"] for one in SHOWN}
    hidden = [one for one in UNVERIFIED if one.title.root["en"] not in shared]
    assert hidden
    names = ("title", "text", "sms")
    refuse(street, hidden, names, ["ky"])
    refuse(street, hidden, names, ["ru", "en"], {f"/{one.destination}/" for one in hidden})


def handful(sort):
    """Choose a few plain statements of a sort: without days of their own, replaced by nothing."""
    replaced = {key for one in PACK.items for key in one.supersedes}
    plain = [
        one
        for one in SHOWN
        if one.sort == sort and one.key not in replaced and not (one.valid_to or one.valid_from)
    ]
    assert plain
    return plain[:3]


def test_day_by_day_over_more_than_a_year_nothing_old_is_told_as_current(db, clock):
    chosen = [one for sort in SORTS for one in handful(sort)]
    first = min(UNTIL[one.key] for one in chosen) - timedelta(days=1)
    clock.set(first.year, first.month, first.day, 9)
    api.load(PACK.model_copy(update={"items": tuple(chosen)}))
    last = max(UNTIL[one.key] for one in chosen) + timedelta(days=1)
    counts = []
    for _day in range(max(366, (last - first).days + 1)):
        counts.append(refuse_old())
        clock.forward(days=1)
    assert counts[0] == len(chosen)
    assert counts[-1] == 0


@pytest.mark.parametrize("sort", SORTS)
def test_a_page_tells_the_words_until_their_day_and_not_after(shipped, street, sort):
    for one in handful(sort):
        path = f"/en/rights/{one.destination}/i/{one.key}/"
        for days, is_told in ((0, True), (1, False)):
            day = UNTIL[one.key] + timedelta(days=days)
            shipped.set(day.year, day.month, day.day, 12)
            text = html.unescape(street.get(path).text)
            assert (one.text.root["en"] in text) is is_told, (one.key, day)
            # While it holds, the words for later are there for a page kept on a phone, but hidden.
            for_later = re.findall(r"<div data-korgoo-stale hidden>", text)
            assert bool(for_later) is is_told
            assert text.count("This is being checked.") == 1


def test_long_after_nobody_looked_no_page_tells_any_of_it(shipped, street):
    last = max(UNTIL.values()) + timedelta(days=1)
    shipped.set(last.year, last.month, last.day, 12)
    refuse(street, SHOWN, ("text", "sms"), ["en"])


def test_the_tests_above_see_it_when_the_rule_is_broken(shipped, street, monkeypatch):
    """As if every published statement were current for ever."""
    shipped.set(2029, 1, 1, 12)
    assert refuse_old() == 0
    monkeypatch.setattr(policies, "standing", lambda *_args, **_named: Standing.CURRENT)
    with pytest.raises(AssertionError):
        refuse_old()
    with pytest.raises(AssertionError):
        refuse(street, SHOWN, ("text", "sms"), ["en"])
