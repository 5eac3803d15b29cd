"""The signs of the country's own pack, as people meet them."""

import html
import re
from pathlib import Path

import pytest
from django.test import Client

from korgoo.countrypack import api as packs
from tests.members import words_of_main

pytestmark = pytest.mark.django_db
KYRGYZ = Path(__file__).resolve().parents[2] / "countries" / "kg"
BYTES = 60_000


@pytest.fixture
def real(monkeypatch):
    pack = packs.load(KYRGYZ)
    monkeypatch.setattr(packs, "current", lambda: pack)
    return pack.offer_signs


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_question_and_every_sign_is_told(real, language):
    assert len(real) >= 14
    path = f"/{language}/offers/"
    asked = Client().get(path)
    answered = Client().post(path, {f"sign-{sign.key}": "yes" for sign in real})

    for sign in real:
        assert sign.question.in_language(language) in _plain(asked)
        for part in (sign.sign, sign.why, sign.ask, sign.act):
            assert part.in_language(language) in _plain(answered)


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_questions_are_light(real, language):
    assert len(Client().get(f"/{language}/offers/").content) < BYTES


def _plain(answer):
    return re.sub(r"\s+", " ", html.unescape(words_of_main(answer)))
