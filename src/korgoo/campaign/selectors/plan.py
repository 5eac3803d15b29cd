"""Parts of a plan, what was said before the launch, and what is still unsaid."""

from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _

from korgoo.campaign.enums import Check
from korgoo.campaign.models import Campaign
from korgoo.lib.errors import NotFound


def get_part(model: type[models.Model], campaign_id: UUID, part_id: int) -> Any:
    """Fetch a part of a plan.

    Raises:
        NotFound: This campaign has none of this number.
    """
    row = model._default_manager.filter(campaign_id=campaign_id, pk=part_id).first()
    if row is None:
        raise NotFound(_("We found no such part of the plan. It may have been taken out."))
    return row


def unready(campaign: Campaign) -> list[str]:
    """List the checks of which somebody said: not ready."""
    return list(campaign.readiness.filter(is_ready=False).values_list("check_key", flat=True))


def count_unlooked(campaign: Campaign) -> int:
    """Count the checks at which nobody looked."""
    return len(Check) - campaign.readiness.count()
