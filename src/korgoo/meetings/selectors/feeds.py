from typing import TYPE_CHECKING

from korgoo.access import api as access
from korgoo.access import policy
from korgoo.countrypack import api as packs
from korgoo.meetings.models import CalendarFeed

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def feed_of(*, actor: "Actor") -> CalendarFeed | None:
    """Fetch the member's own calendar address, without its secret."""
    return CalendarFeed.objects.filter(user_id=actor.user_id).first()


def organisation_of_feed(digest: str) -> int | None:
    """Say for which organisation a secret address gives meetings; None when it does not any more.

    Who has left the organisation, or has no role there today that reads of meetings, gets nothing.
    """
    row = CalendarFeed.objects.filter(digest=digest).first()
    if row is None:
        return None
    mine = [post for post in access.posts([row.organisation_id]) if post.user_id == row.user_id]
    return row.organisation_id if any(post.role in policy.PLATFORM for post in mine) else None


def language_of_feed() -> str:
    """Say in which language calendars are written: a program that fetches them names none."""
    return packs.current().default_language
