"""What search engines are told: pages for everybody, nothing of members, nothing of a demonstration."""

import re

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from korgoo.public import pages

pytestmark = pytest.mark.django_db


def rules():
    answer = Client().get("/robots.txt")
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert not answer.cookies
    return re.findall(r"^(Allow|Disallow): (\S+)$", answer.content.decode(), re.MULTILINE)


def may_look(path, said=None):
    """Read the rules as RFC 9309 says: the longest one that fits counts, of two as long the kinder."""
    said = said or rules()
    fits = [(len(place), kind == "Allow") for kind, place in said if pattern(place).match(path)]
    return max(fits)[1]


def pattern(place):
    inside = re.escape(place.removesuffix("$")).replace(r"\*", ".*")
    return re.compile(inside + ("$" if place.endswith("$") else ""))


def test_every_page_for_everybody_may_be_found(told):
    paths, said = pages.all_paths(), rules()
    assert len(paths) > 100
    assert all(may_look(path, said) for path in ("/", "/static/korgoo/korgoo.css", *paths))


@pytest.mark.parametrize(
    "route",
    ["web:home", "account_login", "mypage:door", "casework:list", "demo:roles", "board:board"],
)
def test_nothing_else_is_looked_at(db, route):
    assert not may_look(reverse(route))


def test_no_question_is_kept_by_a_search_engine(db):
    assert not may_look("/ky/rights/search/?words=passport")


@override_settings(DEMO=True)
def test_nothing_of_a_demonstration_is_found(told):
    assert not any(may_look(path) for path in ("/", "/ky/", "/ky/rights/russia/"))
