"""The pages for everybody, by client: what they tell, what they never tell, what they leave behind."""

import re

import brotli
import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from korgoo.lib.public_forms import SIZE
from korgoo.rights import api, services
from tests import factories_rights as made

pytestmark = pytest.mark.django_db
BYTES = 12_000  # of a page, compressed; style, script and fonts are counted elsewhere


def at(name, *args):
    return reverse(f"rights_public:{name}", args=args)


@pytest.fixture
def read(street, words_of):
    """Open a page in English and read what it is about."""

    def opened(name, *args):
        answer = street.get(at(name, *args))
        assert answer.status_code == 200, answer
        return words_of(answer)

    return opened


def test_every_public_page_opens_without_a_cookie_a_token_or_a_referrer(told, street):
    paths = api.public_paths()
    assert len(paths) == len(set(paths))
    assert {path.split("/")[1] for path in paths} == {"ky", "ru", "en"}
    for path in paths:
        answer = street.get(path)
        assert answer.status_code == 200, path
        assert not answer.cookies, path
        if path.endswith(".pdf"):
            assert answer.content.startswith(b"%PDF"), path
            continue
        assert "csrfmiddlewaretoken" not in answer.text, path
        assert '<meta name="referrer" content="no-referrer">' in answer.text, path
        assert "data-korgoo-exit" in answer.text, path
        assert f'<html lang="{path.split("/")[1]}"' in answer.text, path
        assert len(brotli.compress(answer.content)) < BYTES, path


SECRET = ("Words of ru-stale", "Short ru-stale", "ru-unverified", "Words of ru-over", "99 99")


def test_what_may_not_be_told_stands_on_no_public_page(told, street):
    for path in (one for one in api.public_paths() if one.startswith("/en/")):
        answer = street.get(path)
        if not path.endswith(".pdf"):
            for words in SECRET:
                assert words not in answer.text, (path, words)


def test_nothing_past_its_review_day_shows_its_words(told, street, clock):
    """A year later nobody has looked at anything: no page tells any of it."""
    told_words = re.compile(r"(?:Words of|Short) (?:ru|kz)-")
    assert told_words.search(street.get(at("all", "russia")).text)
    clock.forward(days=365)
    for path in (one for one in api.public_paths() if one.startswith("/en/")):
        answer = street.get(path)
        if not path.endswith(".pdf"):
            assert not told_words.search(answer.text), path


def test_in_three_taps_one_knows_what_to_do_about_a_taken_passport(told, street):
    with override("ky"):
        first, last = at("start"), at("question", "russia", "passport-taken")
        second = at("destination", "russia")
    start = street.get(first).text
    assert f'href="{second}"' in start
    assert f'href="{last}"' in street.get(second).text
    answer = street.get(last).text
    assert "Паспортумду алып коюшту" in answer
    assert "Words of ru-passport." in answer


def test_an_urgent_answer_begins_with_numbers_then_what_to_do_then_the_rule(told, read):
    text = read("question", "russia", "passport-taken")
    order = [
        text.index(words)
        for words in ("Call now", "102", "+7 000 000 00 01", "Words of ru-advice", "Words of ru-p")
    ]
    # The number that an answer names comes before that of the place.
    order[1], order[2] = order[2], order[1]
    assert order == sorted(order)
    assert text.index("Title of ru-stale") > max(order)


def test_an_answer_that_is_not_urgent_ends_with_numbers(told, read):
    text = read("question", "russia", "not-paid")
    assert text.index("Words of ru-press") < text.index("Whom to call")
    assert "Call now" not in text


def test_a_stale_statement_gives_a_number_instead_of_its_words(told, read):
    text = read("item", "russia", "ru-stale")
    assert "Title of ru-stale" in text
    assert "This is being checked." in text
    assert "+7 000 000 00 01" in text


def test_a_stale_statement_without_a_number_of_its_own_gives_those_of_the_place(clock, read):
    api.load(made.information(made.stale(), numbers=[made.number()]))
    assert "+7 000 000 00 01" in read("item", "russia", "ru-stale")


@pytest.mark.parametrize(
    ("route", "rest"),
    [
        ("question", ["passport-taken"]),
        ("step", ["trouble"]),
        ("item", ["ru-passport"]),
        ("all", []),
        ("card", []),
        ("sms", []),
    ],
)
def test_a_kept_page_carries_what_to_show_when_it_has_grown_old(told, street, route, rest):
    """A phone keeps pages for months; its script asks each statement how long it may be shown."""
    text = street.get(at(route, "russia", *rest)).text
    until = re.escape('data-korgoo-until="2026-05-21"')  # 90 days after its source
    one = re.search(
        f"<section[^>]*{until}>(?:(?!</section>).)*ru-passport.*?</section>", text, re.DOTALL
    )
    fresh, _mark, stale = one[0].partition("data-korgoo-stale")
    assert re.search(r"data-korgoo-fresh>.*(Words of|Short) ru-passport\.", fresh, re.DOTALL)
    assert re.search(r"^ hidden>.*This is being checked\..*\+7 000 000 00 01", stale, re.DOTALL)
    assert not re.search(r"(Words of|Short) ru-passport\.", stale)


def test_a_kept_page_shows_a_rule_no_longer_than_it_holds(clock, street):
    api.load(made.information(made.item(valid_to="2026-04-10"), made.stale()))
    text = street.get(at("all", "russia")).text
    assert re.findall(r'data-korgoo-until="([^"]*)"', text) == ["2026-04-10"]
    assert text.count("This is being checked.") == 2


def test_what_is_not_official_says_so(told, read):
    reported = "Reported by press (embassy.example), not confirmed by an official source."
    assert reported in read("item", "russia", "ru-press")
    assert "not confirmed" not in read("item", "russia", "ru-passport")
    advice = read("item", "russia", "ru-advice")
    assert "Advice" in advice
    assert "not confirmed" not in advice


def test_a_statement_says_whom_it_concerns_and_where_it_comes_from(told, read):
    text = read("item", "russia", "ru-now")
    for words in (
        "For whom: everybody who works",
        "Holds since 11 November 2025.",
        "Source: embassy (embassy.example), as of 20 February 2026.",
        "Confidence: high.",
        "Nobody here has checked it yet. To be checked by 21 May 2026.",
        "Reference: an invented law",
    ):
        assert words in text


def test_a_source_is_opened_without_a_referrer(told, street):
    text = street.get(at("item", "russia", "ru-passport")).text
    assert 'href="https://embassy.example/paper" rel="noreferrer nofollow"' in text


def test_who_checked_it_is_told_by_the_organisation_alone(told, people, read):
    services.confirm_statement("ru-stale", actor=people.editor.actor)
    text = read("item", "russia", "ru-stale")
    assert "Words of ru-stale." in text
    assert "Checked by Invented Ministry on 2 March 2026." in text
    assert "Editor One" not in text


def test_a_rule_to_come_says_from_when(told, read):
    text = read("step", "russia", "entry")
    assert "Holds only from 1 September 2026 on." in text


def test_a_rule_that_is_over_leads_to_what_holds_now(told, street, read):
    text = read("item", "russia", "ru-over")
    assert "This no longer holds." in text
    assert "Its last day was 10 November 2025." in text
    assert at("item", "russia", "ru-now") in street.get(at("item", "russia", "ru-over")).text


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("destination", ["nowhere"]),
        ("question", ["russia", "nothing"]),
        ("question", ["nowhere", "passport-taken"]),
        ("step", ["russia", "nothing"]),
        ("trouble", ["nothing"]),
        ("all", ["nowhere"]),
        ("card", ["nowhere"]),
        ("card_pdf", ["nowhere"]),
        ("sms", ["nowhere"]),
        ("item", ["russia", "nothing"]),
        ("item", ["russia", "ru-unverified"]),
        ("item", ["kazakhstan", "ru-passport"]),
    ],
)
def test_what_is_not_there_is_not_found(told, street, name, args):
    assert street.get(at(name, *args)).status_code == 404


def test_a_trouble_leads_to_the_places_where_it_is_answered(told, street):
    text = street.get(at("trouble", "not-paid")).text
    assert at("question", "russia", "not-paid") in text
    assert at("question", "korea", "not-paid") not in text
    # In danger one finds numbers everywhere.
    assert at("question", "korea", "held") in street.get(at("trouble", "held")).text


def test_short_texts_carry_their_number(told, read, street):
    assert "Short ru-passport. +7 000 000 00 01" in read("sms", "russia")
    assert 'href="sms:?body=Short%20ru-passport.' in street.get(at("sms", "russia")).text


def test_numbers_that_nobody_called_say_so_once(clock, read):
    old = made.SOURCED | {"as_of": "2020-01-01"}
    numbers = [made.number(provenance=old), made.number("two", provenance=old)]
    api.load(made.information(made.item(), numbers=numbers))
    text = read("destination", "russia")
    assert text.count("We have not called all of these numbers lately.") == 1


def test_the_card_gives_the_same_bytes_for_the_same_words_on_another_day(told, street, clock):
    first = street.get(at("card_pdf", "russia")).content
    clock.forward(days=1)
    assert street.get(at("card_pdf", "russia")).content == first
    api.load(made.information(made.advice("ru-new")))
    assert street.get(at("card_pdf", "russia")).content != first


def test_the_card_leaves_out_what_is_being_checked(told, read):
    text = read("card", "russia")
    assert "Short ru-passport." in text
    assert "ru-stale" not in text
    assert "As told on 2 March 2026. Ask again after 22 April 2026" not in text
    assert "Ask again after 21 May 2026: rules change." in text


def test_search_is_answered_by_post_and_leaves_nothing(told, street, words_of):
    answer = street.post(at("search"), {"words": "they took my pasport"})
    text = words_of(answer)
    assert answer.status_code == 200
    assert "They took my passport" in text
    assert not answer.cookies
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert len(answer.content) % SIZE == 0


def test_search_in_a_place_leads_to_its_answers(told, street):
    answer = street.post(at("search"), {"words": "passport", "destination": "russia"})
    assert at("question", "russia", "passport-taken") in answer.text
    assert at("item", "kazakhstan", "kz-days") not in answer.text


def test_an_unknown_place_is_everywhere(told, street):
    answer = street.post(at("search"), {"words": "passport", "destination": "<nowhere>"})
    assert answer.status_code == 200
    assert at("trouble", "passport-taken") in answer.text


def test_a_search_that_finds_nothing_says_what_to_do(told, street, words_of):
    answer = street.post(at("search"), {"words": "xyzzy"})
    assert "We found nothing like it." in words_of(answer)


@pytest.mark.parametrize("words", ["", "  ", "w" * 101])
def test_an_empty_or_endless_search_is_shown_again(told, street, words):
    answer = street.post(at("search"), {"words": words})
    assert answer.status_code == 422
    assert 'id="error-summary' in answer.text or "There is a problem" in answer.text
    if words.strip():
        assert words in answer.text


def test_a_search_from_a_copy_of_our_pages_is_answered_and_keeps_nothing(told):
    answer = Client(headers={"sec-fetch-site": "cross-site"}).post(
        at("search"), {"words": "passport"}
    )
    assert answer.status_code == 200
    assert at("trouble", "passport-taken") in answer.text
    assert not answer.cookies


@pytest.mark.parametrize("name", ["start", "destination", "question", "all", "item", "sms"])
def test_a_page_asks_little_of_the_database_and_nothing_twice(
    told, street, django_assert_max_num_queries, name
):
    args = {
        "start": [],
        "question": ["russia", "passport-taken"],
        "item": ["russia", "ru-passport"],
    }.get(name, ["russia"])
    with django_assert_max_num_queries(4):
        first = street.get(at(name, *args))
    with django_assert_max_num_queries(1):
        assert street.get(at(name, *args)).content == first.content


def test_a_change_is_seen_at_once(told, street, people):
    page = at("item", "russia", "ru-stale")
    assert "Words of ru-stale." not in street.get(page).text
    services.confirm_statement("ru-stale", actor=people.editor.actor)
    assert "Words of ru-stale." in street.get(page).text


def test_a_page_of_yesterday_is_not_given_out_today(told, street, clock):
    page = at("item", "russia", "ru-passport")
    assert "Words of ru-passport." in street.get(page).text
    clock.forward(days=90)
    assert "Words of ru-passport." not in street.get(page).text


def test_the_pages_stand_before_anything_was_loaded(db, clock, street):
    for path in (one for one in api.public_paths() if one.startswith("/ky/")):
        assert street.get(path).status_code == 200, path
