"""What every reader gets: the same bytes, no cookie, nothing that ties a page to a person."""

import json
import re

import pytest
from django.test import Client

from korgoo.access.enums import Role
from korgoo.public import pages
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor():
    return Client()


def test_every_page_is_there_and_leaves_nothing_with_the_reader(told, visitor):
    paths = pages.all_paths()
    assert len(paths) > 100
    for path in paths:
        answer = visitor.get(path)
        assert answer.status_code == 200, path
        assert not answer.cookies, path
        assert "Cookie" not in answer.headers.get("Vary", ""), path
        assert "no-store" not in answer.headers.get("Cache-Control", ""), path


def test_a_page_says_nothing_of_who_reads_it(told, visitor, enter):
    member = enter(factories.member(Role.OFFICER))
    for path in ("/ky/", "/ky/rights/", "/en/rights/russia/", "/ru/offers/", "/ky/agencies/"):
        anybody, signed_in = visitor.get(path).content, member.get(path).content
        assert anybody == signed_in, path


def test_no_page_holds_a_token_or_asks_a_third_party(told, visitor):
    for path in pages.all_paths():
        answer = visitor.get(path)
        if not answer.headers["Content-Type"].startswith("text/html"):
            continue
        page = answer.content.decode()
        assert "csrfmiddlewaretoken" not in page, path
        assert '<meta name="referrer" content="no-referrer">' in page, path
        loaded = re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="(http[^"]+)"', page)
        assert not loaded, path


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_language_stands_in_the_address(told, visitor, language):
    visitor.cookies["language"] = "en"  # the address says more than what was chosen elsewhere
    page = visitor.get(f"/{language}/rights/russia/").content.decode()
    assert f'<html lang="{language}"' in page
    others = set(re.findall(r'hreflang="(\w\w)"', page))
    assert others == {"ky", "ru", "en"}


def test_a_phone_keeps_the_pages_of_a_country_and_no_other(told, visitor):
    said = json.loads(visitor.get("/ky/kept/russia.json").content)
    assert "/ky/rights/russia/" in said["pages"]
    assert all(p.startswith(("/ky/rights/russia/", "/ky/")) for p in said["pages"])
    assert not any("kazakhstan" in p or p.endswith(".pdf") for p in said["pages"])
    assert set(said["first"]) < set(said["pages"])
    for path in said["pages"]:
        assert visitor.get(path).status_code == 200, path


def test_the_list_says_when_anything_changed(told, visitor, rights_change):
    before = json.loads(visitor.get("/ky/kept/russia.json").content)["edition"]
    assert json.loads(visitor.get("/ky/kept/russia.json").content)["edition"] == before
    rights_change()
    assert json.loads(visitor.get("/ky/kept/russia.json").content)["edition"] != before


def test_there_is_no_list_of_a_country_that_is_not_told_of(told, visitor):
    assert visitor.get("/ky/kept/atlantis.json").status_code == 404


def test_the_worker_is_a_script_that_names_what_is_there(told, visitor):
    answer = visitor.get("/sw.js")
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    script = answer.content.decode()
    alone = json.loads(re.search(r"ALONE = (\{.*?\});", script)[1])
    assert set(alone) == {"ky", "ru", "en"}
    assert all(visitor.get(path).status_code == 200 for path in alone.values())
    assert "&#" not in script


def test_without_a_network_one_is_told_whom_to_call(told, visitor):
    page = visitor.get("/en/alone/").content.decode()
    assert "There is no network now" in page
    assert 'href="tel:189"' in page
    assert "/en/rights/russia/" in page
