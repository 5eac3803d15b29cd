"""The one place where the platform reads the time."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return timezone.now()


def today() -> date:
    """Return today's date in the time zone of the country (settings.TIME_ZONE)."""
    return timezone.localdate(now())
