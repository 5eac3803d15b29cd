"""Countries are named by the pack, and where it groups them, by name of each."""

import pytest
from django.utils import translation

from korgoo.offers import countries


def test_every_destination_of_the_pack_can_be_chosen_once(pack):
    codes = [code for code, _name in countries.choices()]

    known = {c for place in pack.information.destinations for c in place.countries}
    assert set(codes) == known | {"", countries.OTHER}
    assert len(codes) == len(set(codes))
    assert all(name for _code, name in countries.choices())


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [
        ("en", "TR", "Türkiye"),
        ("ky", "TR", "Түркия"),
        ("ru", "DE", "Германия"),
        ("en", "", ""),
        ("en", "ZZ", "Another country"),
        ("en", "XQ", "XQ"),
    ],
)
def test_a_country_is_named_in_the_language_of_the_reader(language, code, name):
    with translation.override(language):
        assert countries.name(code) == name


def test_the_destination_of_a_country_is_found():
    assert "DE" in countries.destination("DE").countries
    assert countries.destination("XQ") is None
