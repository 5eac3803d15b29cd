"""What workers said of pairs in the months before: made up, so that the page on matching has something to show."""

from datetime import date
from decimal import Decimal

from korgoo.demo.stage import Stage
from korgoo.lib import clock
from korgoo.lookup.enums import Script
from korgoo.lookup.models import Judgement

# Number of pairs, what matching had said (empty: found by hand), one person, writing, citizenship, between two.
Row = tuple[int, str, bool, Script, str, bool]
MADE_UP: tuple[Row, ...] = (
    (46, "0.99", True, Script.CYRILLIC, "KG", False),
    (21, "0.99", True, Script.MIXED, "KG", True),
    (14, "0.99", True, Script.LATIN, "UZ", True),
    (24, "0.95", True, Script.CYRILLIC, "KG", False),
    (2, "0.95", False, Script.CYRILLIC, "KG", False),
    (11, "0.94", True, Script.MIXED, "KG", False),
    (1, "0.94", False, Script.MIXED, "UZ", True),
    (9, "0.78", True, Script.MIXED, "KG", False),
    (3, "0.74", False, Script.CYRILLIC, "KG", False),
    (5, "0.61", True, Script.LATIN, "UZ", False),
    (4, "0.58", False, Script.MIXED, "TJ", False),
    (3, "", True, Script.CYRILLIC, "KG", False),
    (4, "", True, Script.MIXED, "UZ", False),
)


def plan(stage: Stage) -> None:
    """Plan the story: pairs of invented people, judged in the two months before."""
    stage.at(20.0, lambda: _judged(offset=0))
    stage.at(50.0, lambda: _judged(offset=1))


def _judged(*, offset: int) -> None:
    Judgement.objects.bulk_create(_pairs(clock.today().replace(day=1), offset))


def _pairs(month: date, offset: int) -> list[Judgement]:
    """Make every second pair of each kind for one of the months."""
    return [
        Judgement(
            posterior=Decimal(said) if said else None,
            is_same=is_same,
            across=across,
            script=script,
            citizenship=citizenship,
            month=month,
        )
        for number, said, is_same, script, citizenship, across in MADE_UP
        for _pair in range(offset, number, 2)
    ]
