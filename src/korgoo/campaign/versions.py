"""What the public pages of campaigns are drawn from, told by one small query."""

from collections.abc import Hashable

from django.db.models import Count, Sum

from korgoo.campaign.models import Campaign
from korgoo.countrypack import api as packs
from korgoo.rights import api as rights


def version() -> Hashable:
    """Tell what stands on the public pages; another after every change of a campaign or a number."""
    found = Campaign.objects.aggregate(rows=Count("pk"), changes=Sum("changes"))
    return (id(packs.current()), found["rows"], found["changes"], rights.version())
