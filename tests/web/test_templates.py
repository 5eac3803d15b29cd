"""Every template of every app: nothing that the policy of content would have to make room for."""

import re
from pathlib import Path

import pytest

import korgoo

ROOT = Path(korgoo.__file__).parent
TEMPLATES = sorted(ROOT.glob("*/jinja2/**/*.html"))
FORBIDDEN = {
    "inline style": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "style element": re.compile(r"<style\b", re.IGNORECASE),
    "inline script": re.compile(r"<script\b(?![^>]*\bsrc=)", re.IGNORECASE),
    "handler in the page": re.compile(r"\son[a-z]+\s*=\s*[\"']", re.IGNORECASE),
    "address that is code": re.compile(r"javascript:", re.IGNORECASE),
    "unescaped value": re.compile(r"\|\s*safe\b"),
    "foreign address": re.compile(r"(?:src|href|action)=\"https?://"),
    "htmx code": re.compile(r"hx-(?:on|vals=\"js)"),
}


def test_there_are_templates_to_look_at():
    assert len(TEMPLATES) >= 12


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_template_keeps_the_policy(path):
    text = path.read_text(encoding="utf-8")
    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(text)] == []


@pytest.mark.parametrize(
    "broken",
    [
        '<p style="color:red">',
        "<style>",
        "<script>alert(1)</script>",
        '<a onclick="x()">',
        '<a href="javascript:x">',
        "{{ text | safe }}",
        '<img src="https://elsewhere.example/">',
        '<div hx-on:click="x()">',
    ],
)
def test_the_look_finds_what_it_looks_for(broken):
    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(broken)]
