"""The one place where the platform reads the time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_stopped: ContextVar[datetime | None] = ContextVar("korgoo_clock", default=None)


def now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return _stopped.get() or timezone.now()


def today() -> date:
    """Return today's date in the time zone of the country (settings.TIME_ZONE)."""
    return timezone.localdate(now())


@contextmanager
def stopped_at(moment: datetime) -> Iterator[None]:
    """Stop the clock at a moment (aware): for tests, and for demo cases that lived for weeks."""
    token = _stopped.set(moment)
    try:
        yield
    finally:
        _stopped.reset(token)
