"""Facts on being ready that campaigns look up themselves, in missions below them."""

from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from korgoo.campaign.enums import Check
from korgoo.campaign.models import Partner
from korgoo.campaign.registry import ReadinessFact, SeenCount, register_readiness
from korgoo.campaign.words import reader
from korgoo.lib import clock
from korgoo.rights import api as rights

LATELY = timedelta(days=30)


def register() -> None:
    """Show how many numbers were called lately, and how many partners there are to tell."""
    register_readiness(ReadinessFact("rights.numbers", Check.NUMBERS, numbers_called))
    register_readiness(ReadinessFact("campaign.partners", Check.PARTNERS, partners))


def numbers_called(_campaign: UUID) -> list[SeenCount]:
    """Count numbers to call, those called within thirty days, and those that nobody ever called."""
    numbers = rights.numbers_for(None, reader())
    since = clock.today() - LATELY
    lately = [one for one in numbers if one.checked_on and one.checked_on >= since]
    never = [one for one in numbers if one.checked_on is None]
    return [
        SeenCount(_("Numbers to call"), len(numbers)),
        SeenCount(_("Called in the last 30 days"), len(lately)),
        SeenCount(_("Never called"), len(never)),
    ]


def partners(campaign: UUID) -> list[SeenCount]:
    """Count the partners who have a part in the plan."""
    return [
        SeenCount(_("Partners in the plan"), Partner.objects.filter(campaign=campaign).count())
    ]
