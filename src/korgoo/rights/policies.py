"""What may be told to the public on a day, and who may do what. Facts in, verdict out: no queries."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.countrypack.schema.information import OFFICIAL
from korgoo.lib.verdict import ALLOWED, Verdict
from korgoo.rights.enums import (
    ENDED,
    MOVES,
    OPEN,
    Confidence,
    Sort,
    Standing,
    Trust,
    VersionState,
)

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

SAME_PERSON = _("Somebody else than the writer must check it.")
OFFICIAL_SOURCES: frozenset[str] = frozenset(OFFICIAL)


class Timed(Protocol):
    """A version, as far as its days are concerned."""

    number: int
    state: str
    valid_from: date | None
    valid_to: date | None
    ended_at: datetime | None
    review_by: date


class Replacing(Protocol):
    """A version, as far as it takes the place of others."""

    valid_from: date | None
    supersedes: list[str]


T = TypeVar("T", bound=Timed)


def standing(version: Timed, today: date, *, is_replaced: bool = False) -> Standing:
    """Say what the public may be told of a version today.

    A rule that ended is history whether or not somebody looked at it; one that nobody looked at in
    time is stale however new its rule is.

    Args:
        version: Which.
        today: The day.
        is_replaced: Another statement took its place (``replaced_keys``).
    """
    if version.state in OPEN or version.state == VersionState.DROPPED:
        return Standing.UNVERIFIED
    is_over = version.valid_to is not None and version.valid_to < today
    if version.state in ENDED or is_over or is_replaced:
        return Standing.HISTORY
    if version.review_by < today:
        return Standing.STALE
    if version.valid_from is not None and version.valid_from > today:
        return Standing.COMING
    return Standing.CURRENT


def replaced_keys(published: Iterable[Replacing], day: date) -> frozenset[str]:
    """Say which statements another one has replaced by a day.

    Two rules that contradict each other never stand side by side, also while the end of the older
    one still waits for an editor.

    Args:
        published: Versions that are told, or that held on the day.
        day: One that begins later replaces nothing yet.
    """
    begun = [one for one in published if one.valid_from is None or one.valid_from <= day]
    return frozenset(key for one in begun for key in one.supersedes)


def may_be_shown(trust: str, sort: str) -> bool:
    """Tell whether something was found in a source, or is advice that claims no rule.

    Background knowledge waits for a person to check it against the primary text.
    """
    return trust == Trust.SOURCED or (trust == Trust.PROPOSAL and sort == Sort.ADVICE)


def may_be_offered(trust: str, checked_on: date | None) -> bool:
    """Tell whether a number may be given to people: found in a source, or called by an editor."""
    return trust == Trust.SOURCED or checked_on is not None


def is_fresh(review_by: date | None, today: date) -> bool:
    """Tell whether a number was confirmed lately enough to be given without a warning."""
    return review_by is not None and today <= review_by


def is_official(trust: str, source_type: str) -> bool:
    """Tell whether the source is one that can say what holds."""
    return trust == Trust.SOURCED and source_type in OFFICIAL_SOURCES


def confidence(trust: str, source_type: str) -> Confidence:
    """Say how sure one may be of what nobody has judged yet.

    Source: blueprint domain 3.1: press is never enough; the text of a law or its ministry is.
    """
    if is_official(trust, source_type):
        return Confidence.HIGH
    # Advice claims no rule: it can be poor advice, but not untrue.
    return Confidence.MEDIUM if trust in {Trust.SOURCED, Trust.PROPOSAL} else Confidence.LOW


def held_on(versions: Iterable[T], day: date) -> T | None:
    """Choose which wording of a statement held on a day.

    Args:
        versions: Those that were told, in any order.
        day: On which, say, a person travelled.

    Returns:
        Of those whose rule covers the day the one that began last, and of its wordings the newest;
        None when the statement did not hold.
    """
    held = [one for one in versions if _covers(one, day)]
    return max(held, key=lambda one: (one.valid_from or date.min, one.number), default=None)


def may(actor: "Actor", permission: Permission) -> Verdict:
    """Say whether somebody's role and organisation include a permission; no case is asked about."""
    return policy.decide(actor, permission, Relation.NONE)


def may_review(actor: "Actor", writer_id: int | None) -> Verdict:
    """Say whether somebody may confirm a version that another wrote."""
    verdict = may(actor, Permission.CONTENT_APPROVE)
    if not verdict:
        return verdict
    return Verdict(SAME_PERSON) if writer_id == actor.user_id else ALLOWED


def may_move(state: str, to: VersionState) -> bool:
    """Tell whether a version may go from one state to another."""
    return to in MOVES[VersionState(state)]


def _covers(version: Timed, day: date) -> bool:
    begun = version.valid_from is None or version.valid_from <= day
    last = _last_day(version)
    return begun and (last is None or day <= last)


def _last_day(version: Timed) -> date | None:
    """What was withdrawn without another in its place is not known to hold afterwards."""
    if version.valid_to is None and version.state == VersionState.EXPIRED and version.ended_at:
        return timezone.localdate(version.ended_at)
    return version.valid_to
