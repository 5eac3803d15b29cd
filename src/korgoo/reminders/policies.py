"""Whom a stage wakes, and when. Facts in, plain data out."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from korgoo.access.api import Post
from korgoo.access.enums import KEY_HOLDING_ROLES, Role
from korgoo.countrypack import api as packs
from korgoo.reminders.enums import STAGES, Stage
from korgoo.reminders.sources import Due

HORIZON = timedelta(days=31)
# Who works where, by organisation.
Staff = Mapping[int, list[Post]]


def moments_of(due: Due) -> dict[Stage, datetime]:
    """Say when each stage of a time limit begins, in the order of time."""
    times = packs.current().reminders
    moments = times.moments(due.due_at, due.started_at, approaching=due.warn_before)
    return dict(zip(STAGES, moments, strict=True))


def stage_at(due: Due, moment: datetime) -> Stage | None:
    """Say how far a time limit has come; None while nobody is to be woken."""
    begun = [stage for stage, begins in moments_of(due).items() if begins <= moment]
    return begun[-1] if begun else None


def next_waking(due: Due, moment: datetime) -> datetime | None:
    """Say when the next stage begins after a moment; None after the last."""
    later = [begins for begins in moments_of(due).values() if begins > moment]
    return min(later) if later else None


def longest_warning() -> timedelta:
    """Say how long before its end a thing may be found, so that no source is asked for more."""
    return max(packs.current().reminders.approaching, HORIZON)


def whom_to_wake(
    due: Due, stages: Iterable[Stage], *, staff: Staff, watchers: Iterable[int]
) -> set[tuple[int, int]]:
    """Say who is woken: pairs of member and the organisation they are woken for.

    Several stages when some were skipped: nobody who should have known is passed over.

    Args:
        due: What runs out.
        stages: The stage that has come, and those that were skipped before it.
        staff: Who works where today.
        watchers: The organisations that co-ordinate.
    """
    found: set[tuple[int, int]] = set()
    for stage in stages:
        if stage is Stage.COORDINATOR:
            found |= _with_roles(staff, watchers, {Role.COORDINATOR})
        elif stage is Stage.HEAD:
            found |= _heads(due, staff)
        else:
            found |= _responsible(due, staff)
    return found


def _responsible(due: Due, staff: Staff) -> set[tuple[int, int]]:
    """The member whose case it is; without one, who works on cases there; without any, who asked."""
    place = due.organisation_id
    if any(post.user_id == due.user_id for post in staff.get(place, [])):
        return {(due.user_id or 0, place)}
    workers = _with_roles(staff, [place], due.roles or KEY_HOLDING_ROLES)
    everybody = workers or {(post.user_id, place) for post in staff.get(place, [])}
    if everybody or due.else_id is None:
        return everybody
    return _with_roles(staff, [due.else_id], KEY_HOLDING_ROLES)


def _heads(due: Due, staff: Staff) -> set[tuple[int, int]]:
    """The head of who must act; where there is none, all who work on cases there."""
    heads = _with_roles(staff, [due.organisation_id], {Role.HEAD})
    return heads or _responsible(due, staff)


def _with_roles(
    staff: Staff, places: Iterable[int], roles: Iterable[Role]
) -> set[tuple[int, int]]:
    wanted = set(roles)
    return {
        (post.user_id, place)
        for place in places
        for post in staff.get(place, [])
        if post.role in wanted
    }
