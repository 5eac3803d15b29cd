"""Wishes to be told. They are kept without a trace of who, from where, or at what hour."""

from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.agencies import selectors
from korgoo.agencies.models import Watch
from korgoo.agencies.policies import WATCH_STAYS
from korgoo.lib import clock

if TYPE_CHECKING:
    from datetime import timedelta


# No row in the audit trail: it would keep the minute in which somebody asked, which the record leaves out.
def watch(locator: str, agency_id: UUID, country: str) -> Watch:
    """Keep a wish to be told; the same wish again keeps nothing new.

    Args:
        locator: Hash of the person's code.
        agency_id: About whom.
        country: Where to.

    Raises:
        NotFound: No such agency.
    """
    selectors.find_agency(agency_id)
    row, _is_new = Watch.objects.get_or_create(
        locator=locator,
        agency_id=agency_id,
        country=country,
        defaults={"asked_on": clock.today()},
    )
    return row


def forget_old() -> int:
    """Delete wishes after two years; tell how many went."""
    last: timedelta = WATCH_STAYS
    gone, _by = Watch.objects.filter(asked_on__lt=clock.today() - last).delete()
    return gone
