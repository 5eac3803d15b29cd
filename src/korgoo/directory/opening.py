"""When a service is open: a week of hours, days on which it is closed. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

# Monday is "0". Hours are "HH:MM"; an end before its start lies on the next day.
Hours = Mapping[str, Sequence[str]]


def is_open(hours: Hours, closed_days: Sequence[str], local: datetime) -> bool | None:
    """Tell whether it is open at a moment.

    Args:
        hours: From and to by weekday, of the days on which it opens at all.
        closed_days: ISO dates on which it stays closed.
        local: The moment in the time zone of the country.

    Returns:
        None when no hours were given.
    """
    if not hours:
        return None
    yesterday = local - timedelta(days=1)
    return _today(hours, closed_days, local) or _over_night(hours, closed_days, yesterday, local)


def _today(hours: Hours, closed_days: Sequence[str], local: datetime) -> bool:
    start, end = _of(hours, closed_days, local)
    now = f"{local:%H:%M}"
    if start < end:
        return start <= now < end
    return bool(start) and now >= start


def _over_night(
    hours: Hours, closed_days: Sequence[str], yesterday: datetime, local: datetime
) -> bool:
    start, end = _of(hours, closed_days, yesterday)
    return start >= end and f"{local:%H:%M}" < end


def _of(hours: Hours, closed_days: Sequence[str], local: datetime) -> tuple[str, str]:
    if f"{local:%Y-%m-%d}" in closed_days:
        return "", ""
    start, end = hours.get(str(local.weekday()), ("", ""))
    return start, end
