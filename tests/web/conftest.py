from types import SimpleNamespace

import pytest
from django.template import engines
from django.utils import translation

from korgoo.web import helplines


class Words:
    """A text of a pack, the same in every language."""

    def __init__(self, text):
        self.text = text

    def in_language(self, language):
        return f"{self.text} ({language})"


def line(number, purpose, *, is_verified):
    return SimpleNamespace(
        number=number,
        name=Words(f"Invented line {number}"),
        purpose=purpose,
        hours=None,
        provenance=SimpleNamespace(is_verified=is_verified),
    )


@pytest.fixture
def pack(monkeypatch):
    """An invented country with two lines: one unconfirmed for help, one for danger."""
    found = SimpleNamespace(
        default_language="ky",
        languages=("ky", "en"),
        language_details={c: SimpleNamespace(own_name=f"Own {c}") for c in ("ky", "en")},
        hotlines=(
            line("0555 000", "help", is_verified=False),
            line("0999", "emergency", is_verified=True),
        ),
    )
    monkeypatch.setattr(helplines.packs, "current", lambda: found)
    return found


@pytest.fixture
def template():
    """Compile a few lines as a page would write them."""
    return engines["jinja2"].from_string


@pytest.fixture
def english():
    with translation.override("en"):
        yield
