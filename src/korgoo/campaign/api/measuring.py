"""What a campaign changed, for its report and for other missions. Counts only."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.campaign import policies, registry, selectors
from korgoo.campaign.days import DAY, Span
from korgoo.campaign.effects import Series, series, shown_parts
from korgoo.campaign.registry import Effect
from korgoo.campaign.selectors import Answered, Recalled
from korgoo.lib import clock

CHECKS = Effect("checks", _("Agencies looked up from the page of a code"), selectors.checks)


def effects(campaign_id: UUID, first: date, last: date) -> list[Series]:
    """Count what people did by the codes of a campaign, beside comparable stretches.

    For members: small counts stand in it. What the public sees comes from ``public_effects``.

    Args:
        campaign_id: Whose codes.
        first: First day of the stretch.
        last: Last day, included.

    Returns:
        Agency checks first, then what other missions count.

    Raises:
        ValueError: The last day lies before the first.
    """
    codes = _codes(campaign_id)
    during = Span(first, last)
    today = clock.today()
    asked = [CHECKS, *registry.effects()]
    return [series(effect, codes, during, today=today) for effect in asked]


def public_effects(campaign_id: UUID, first: date, last: date) -> dict[str, dict[str, int | None]]:
    """Give the public what came by each code, by the key of the effect; small counts are None.

    Raises:
        ValueError: The last day lies before the first.
    """
    codes = sorted(_codes(campaign_id))
    return {
        one.key: shown_parts({code: one.of_code(code) for code in codes}, least=policies.LEAST)
        for one in effects(campaign_id, first, last)
    }


def public_sums(campaign_id: UUID, first: date, last: date) -> list[tuple[str, int]]:
    """Give the public what came by all codes together: words and a count, as ``effects`` orders them.

    Days that are over, rounded down to a multiple of the least count that is shown: whoever reads the
    page again and again does not learn from the difference that somebody asked for help just now.
    """
    whole = min(last, clock.today() - DAY)
    if whole < first:
        return []
    told = [(str(one.words), one.coded) for one in effects(campaign_id, first, whole)]
    return [(words, count - count % policies.LEAST) for words, count in told]


def answers(campaign_id: UUID, first: date, last: date) -> list[Answered]:
    """Count how the questions were answered before and after; answers, not people."""
    return selectors.answers(campaign_id, first, last)


def recalled(campaign_id: UUID) -> list[Recalled]:
    """Add up what recall surveys found, by region."""
    return selectors.recalled(campaign_id)


def messages_recalled(campaign_id: UUID) -> dict[int, int]:
    """Count who could say each message, by the number of its audience."""
    return selectors.messages_recalled(campaign_id)


def _codes(campaign_id: UUID) -> set[str]:
    return set(selectors.list_codes(campaign_id).values_list("code", flat=True))
