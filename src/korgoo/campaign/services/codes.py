"""Codes to print."""

import secrets
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.campaign import policies, selectors
from korgoo.campaign.enums import LONGEST_CODE, State
from korgoo.campaign.models import Campaign, CampaignCode
from korgoo.campaign.services.campaigns import touch
from korgoo.lib import clock
from korgoo.lib.codes import check_digit
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

TRIES = 20


@transaction.atomic
def make_code(
    key: str, *, label: str, region: str = "", channel: str = "", actor: "Actor"
) -> CampaignCode:
    """Make a code for one place or one way of telling people.

    Args:
        key: Of the campaign.
        label: Where it will stand, for colleagues.
        region: Code of the unit; empty for the whole country.
        channel: Key of the pack's channel; empty when none fits.
        actor: Who makes it.

    Raises:
        NotFound: No such campaign for the actor.
        Forbidden: Another organisation keeps it, or it is over.
        DomainError: No free code was found.
    """
    campaign = selectors.get_own(key, actor=actor)
    policies.make_code(State(campaign.state)).require()
    row = _make(campaign, label=label, region=region, channel=channel)
    touch(campaign)
    audit.record(Event.CAMPAIGN_CODE_MADE, actor=actor, target=row, detail=region)
    return row


def new_digits() -> str:
    """Draw a code: five digits, the first never 0, the last one telling a slip of the tongue."""
    length = LONGEST_CODE - 1
    body = str(secrets.randbelow(9 * 10 ** (length - 1)) + 10 ** (length - 1))
    return body + check_digit(body)


def _make(campaign: Campaign, **told: str) -> CampaignCode:
    for _try in range(TRIES):
        row = CampaignCode(campaign=campaign, code=new_digits(), made_at=clock.now(), **told)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            continue
        return row
    raise DomainError(_("No free code was found. Try once more."))
