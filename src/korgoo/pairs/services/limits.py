"""How many people may be compared in a day. Beyond it a case is saved all the same and compared the next day."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from korgoo.access import floods
from korgoo.lib import clock
from korgoo.pairs.models import Check

DAY = timedelta(days=1)
# What is written in two parts in one deed is one comparison.
SAME_DEED = timedelta(minutes=2)


def take(row: Check) -> bool:
    """Take one comparison from the budgets of the day; tell whether there was one left.

    They are those of who wrote the person down, whoever's session compares: otherwise a colleague's next save
    would spend more than its writer may. Cases from before have no writer and count for their organisation.
    """
    if row.times and row.compared_on == clock.today():
        if is_same_deed(row):
            return True
        if row.times >= settings.PAIRS_A_DAY["case"]:
            return False
    most = settings.PAIRS_A_DAY
    by = row.written_by_id
    if by is not None and not floods.within(f"pairs:member:{by}", most=most["member"], per=DAY):
        return False
    return floods.within(f"pairs:organisation:{row.owner_id}", most=most["organisation"], per=DAY)


def is_same_deed(row: Check) -> bool:
    """Tell whether it was compared a moment ago."""
    return row.compared_at is not None and clock.now() - row.compared_at < SAME_DEED


def next_day() -> datetime:
    """Give the moment at which tomorrow begins in the country."""
    return timezone.make_aware(datetime.combine(clock.today() + DAY, time.min))
