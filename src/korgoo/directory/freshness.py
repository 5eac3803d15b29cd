"""How long an entry of the directory is believed without another look."""

from datetime import datetime, timedelta

from korgoo.countrypack import api as packs
from korgoo.lib import clock

# Clocks of the pack, and the working values of the platform where a pack has none.
ENTRY, PLACES = "service_check", "places_check"
WORKING = {ENTRY: timedelta(days=90), PLACES: timedelta(days=3)}


def allowed(key: str) -> timedelta | None:
    """Say how long a look is good for; None when the pack sets no limit."""
    kept = packs.current().clocks.get(key)
    return kept.allowed() if kept else WORKING[key]


def is_stale(key: str, checked_at: datetime) -> bool:
    """Tell whether nobody has looked for too long: then one calls first."""
    limit = allowed(key)
    return limit is not None and checked_at + limit <= clock.now()


def since(checked_at: datetime) -> timedelta:
    """Say how long ago somebody looked: whole days, whole hours, or minutes; nobody needs more."""
    passed = max(clock.now() - checked_at, timedelta(0))
    unit = timedelta(days=1) if passed.days else timedelta(hours=1)
    return passed // unit * unit if passed >= unit else passed
