"""A country with another alphabet, from right to left: nothing national is in code."""

from pathlib import Path

import pytest

from korgoo.rights import api
from korgoo.rights.enums import Standing

FICTITIOUS = Path(__file__).parents[1] / "countrypack" / "packs" / "zz"

pytestmark = pytest.mark.django_db


@pytest.fixture
def far(settings, clock):
    settings.COUNTRY_PACK = FICTITIOUS
    clock.set(2024, 1, 5, 9)
    return api.load_pack()


def test_its_statements_are_told_in_its_languages(far):
    assert far.new == ["zz-passport"]
    assert api.statement("zz-passport", "ar").text == "لا يحق لأحد أن يحتفظ بجواز سفرك."
    assert api.statement("zz-passport", "qaa").title == "La pasporto estas via"
    assert [one.key for one in api.destinations("ar")] == ["home", "far-land"]
    assert [one.number for one in api.numbers_for("far-land", "ar")] == ["+99 000 1"]


def test_they_are_believed_as_long_as_its_pack_says(far, clock):
    clock.set(2024, 1, 11, 9)
    assert api.statement("zz-passport", "ar").standing == Standing.CURRENT
    clock.set(2024, 1, 12, 0, 1)
    assert api.statement("zz-passport", "ar").standing == Standing.STALE


def test_they_are_found_in_its_script(far):
    found = api.find("جواز", "ar")
    assert [one.key for one in found.questions] == ["passport-taken"]
    assert [one.key for one in found.statements] == ["zz-passport"]
    assert api.find("pasporton", "qaa").statements


def test_they_are_written_out_and_read_back(far):
    text = api.export()
    assert not api.load_file(text.encode(), name="zz.yaml").has_changed
