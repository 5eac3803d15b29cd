"""The first view of a visitor with a slow line: counted from the page as it is sent."""

import re

import brotli
import pytest
from django.contrib.staticfiles import finders

BYTES, REQUESTS = 60_000, 5


@pytest.fixture
def page(client, pack):
    return client.get("/").content.decode()


def parts(page):
    """List the files a browser fetches for the page: named in it, and the fonts its style names."""
    named = set(re.findall(r'(?:src|href)="/static/([^"]+)"', page))
    for path in [name for name in named if name.endswith(".css")]:
        folder = path.rpartition("/")[0]
        style = read(path).decode()
        named |= {f"{folder}/{found}" for found in re.findall(r'url\("?([\w.-]+)"?\)', style)}
    return sorted(named)


def read(name):
    with open(finders.find(name), "rb") as file:
        return file.read()


def sent(name):
    content = read(name)
    return len(content if name.endswith(".woff2") else brotli.compress(content, quality=11))


def test_the_first_view_is_one_page_style_script_and_two_fonts(page):
    kinds = sorted(name.rpartition(".")[2] for name in parts(page))
    assert kinds == ["css", "js", "woff2", "woff2"]
    assert 1 + len(kinds) <= REQUESTS


def test_the_first_view_fits_a_slow_line(page):
    total = len(brotli.compress(page.encode(), quality=5)) + sum(map(sent, parts(page)))
    assert 20_000 < total < BYTES


def test_the_icon_costs_no_request(page):
    assert 'rel="icon" type="image/svg+xml" href="data:image/svg+xml,' in page


def test_nothing_comes_from_elsewhere(page):
    assert not re.findall(r'(?:src|action)="(?:https?:)?//', page)
    assert re.findall(r'href="https?://[^"]+" rel="nofollow noreferrer"', page)
    assert page.count("https://") == 1
