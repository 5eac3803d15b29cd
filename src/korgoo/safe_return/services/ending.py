"""What the clock ends: consent that ran out."""

from django.db.models import F

from korgoo.safe_return import sealed_places
from korgoo.safe_return.models import SealedPlace
from korgoo.safe_return.services.packages import stop_what_ended


def close_what_ended() -> int:
    """Close what rests on consent that ran out. Run by the sweep, as often as wanted.

    Returns:
        How many copies of places and packages were destroyed.
    """
    rows = SealedPlace.objects.select_related("plan__case").defer("sealed")
    gone = 0
    for row in rows.exclude(organisation=F("plan__case__owner")):
        if not sealed_places.may_know(row.plan, row.organisation_id):
            gone += sealed_places.close(row.plan, row.organisation_id, actor=None)
    return gone + stop_what_ended()
