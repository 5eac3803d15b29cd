"""Small parts that several pages show."""

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from korgoo.campaign import days, policies, wording
from korgoo.campaign.cards import card_of
from korgoo.campaign.enums import State
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.campaign.cards import CampaignCard
    from korgoo.campaign.models import BudgetLine, Campaign

Words = dict[str, Any]


def head(row: "Campaign") -> Words:
    """Say of a campaign what stands on top of each of its pages."""
    card = card_of(row)
    return {
        "campaign": card,
        "state": State(row.state).label,
        "tone": wording.TONES[State(row.state)],
        "day_words": day_words(card),
        "regions": wording.region_words(card.regions),
        "href": reverse("campaign:page", args=[row.key]),
        "is_fictitious": row.is_fictitious,
    }


def day_words(card: "CampaignCard") -> str:
    """Say which day of the campaign today is."""
    today = clock.today()
    number = days.number_of(today, card.starts_on, card.ends_on)
    if number is not None:
        return _("Day %(number)s of %(days)s") % {"number": number, "days": card.days}
    if today < card.starts_on:
        left = (card.starts_on - today).days
        return _("It begins in %(days)s days") % {"days": left}
    return _("Its %(days)s days are over") % {"days": card.days}


def may_keep(row: "Campaign", actor: "Actor") -> bool:
    """Tell whether the actor may change this campaign."""
    return bool(policies.keep(actor, keeper_id=row.keeper_id))


def sums(lines: "list[BudgetLine]") -> list[tuple[str, Decimal, Decimal]]:
    """Add up a budget by currency: planned and spent. Money of two currencies is never added."""
    planned: dict[str, Decimal] = defaultdict(Decimal)
    spent: dict[str, Decimal] = defaultdict(Decimal)
    for line in lines:
        planned[line.currency] += line.planned
        spent[line.currency] += line.spent or 0
    return [(currency, planned[currency], spent[currency]) for currency in sorted(planned)]
