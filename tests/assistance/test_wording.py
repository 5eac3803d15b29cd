"""Help that was given, in words."""

import pytest
from django.utils import translation

from korgoo.assistance import wording
from korgoo.assistance.enums import Unit


@pytest.mark.parametrize(
    ("language", "unit", "count", "words"),
    [
        ("en", Unit.NIGHTS, 1, "1 night"),
        ("en", Unit.TIMES, 3, "3 times"),
        ("ru", Unit.TIMES, 3, "3 раза"),
        ("ru", Unit.NIGHTS, 12, "12 ночей"),
        ("ky", Unit.HOURS, 5, "5 саат"),
        ("en", Unit.SOM, 500, "Money of the country: 500"),
    ],
)
def test_how_much_help_was_given_reads_as_people_say_it(language, unit, count, words):
    with translation.override(language):
        assert wording.quantity(unit, count) == words
