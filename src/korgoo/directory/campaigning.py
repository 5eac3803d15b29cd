"""What the directory tells a campaign before it begins: free places by group, never where."""

from uuid import UUID

from django.db.models import Sum
from django.utils.translation import gettext as _

from korgoo.campaign import api as campaigns
from korgoo.directory.enums import Group
from korgoo.directory.models import Places, Service
from korgoo.lib import clock


def register() -> None:
    """Show free places beside the check of shelters."""
    fact = campaigns.ReadinessFact("directory.places", campaigns.Check.SHELTERS, free_places)
    campaigns.register_readiness(fact)


def free_places(_campaign: UUID) -> list[campaigns.SeenCount]:
    """Count free places of all services that exist today, by group."""
    services = Service.objects.valid_on(clock.today())
    rows = Places.objects.filter(service__in=services).order_by().values_list("group")
    counts = {
        group: (free, total) for group, free, total in rows.annotate(f=Sum("free"), t=Sum("total"))
    }
    return [
        campaigns.SeenCount(
            _("Free places: %(group)s") % {"group": group.label},
            counts[group][0],
            _("of %(total)s") % {"total": counts[group][1]},
        )
        for group in Group
        if group in counts
    ]
