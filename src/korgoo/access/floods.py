"""How much of one thing the public may send in a while, all senders together.

No address is asked, kept or hashed: one flood of forms must not name anybody, and the quiet ones who share
a connection with it must not be turned away for it. Beyond the budget a page keeps what was typed and asks
to send it again a little later.
"""

from datetime import UTC, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F

from korgoo.access.models import Flood
from korgoo.lib import clock

HOUR = timedelta(hours=1)


def within(name: str, *, most: int, per: timedelta = HOUR) -> bool:
    """Take one from the budget of this stretch of time; tell whether there was one left.

    Args:
        name: Of the budget, such as "offers:report"; never anything of a person.
        most: How many there are in each stretch.
        per: How long a stretch lasts. Stretches begin at fixed moments, the same for everybody.

    Call it outside of the deed's own transaction: a deed that fails was an attempt all the same.
    """
    began = _began(per)
    if _take(name, began, most):
        return True
    if _begin_anew(name, began):
        return most > 0
    # Somebody else began this stretch between the two questions, or it is used up.
    return _take(name, began, most)


def seconds_left(per: timedelta = HOUR) -> int:
    """Give how many seconds pass until the next stretch begins, at least one: for Retry-After."""
    return max(1, int((_began(per) + per - clock.now()).total_seconds()))


def forget(before: datetime) -> int:
    """Remove counters of stretches that began before a moment; give how many went."""
    return Flood.objects.filter(began_at__lt=before).delete()[0]


def _began(per: timedelta) -> datetime:
    seconds = int(per.total_seconds())
    return datetime.fromtimestamp(int(clock.now().timestamp()) // seconds * seconds, tz=UTC)


def _take(name: str, began: datetime, most: int) -> bool:
    left = Flood.objects.filter(name=name, began_at=began, taken__lt=most)
    return bool(left.update(taken=F("taken") + 1))


def _begin_anew(name: str, began: datetime) -> bool:
    """Count the first of a new stretch; False when this stretch has begun already."""
    if Flood.objects.filter(name=name, began_at__lt=began).update(began_at=began, taken=1):
        return True
    try:
        with transaction.atomic():
            Flood(name=name, began_at=began, taken=1).save(force_insert=True)
    except IntegrityError:
        return False
    return True
