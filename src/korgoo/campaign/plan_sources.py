"""Figures of the national plan that campaigns give. Counts only, small ones hidden."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.campaign import policies, selectors
from korgoo.campaign.effects import shown, shown_parts
from korgoo.plan.api import Counted, Source, register_source


def register() -> None:
    """Let the plan draw from campaigns; once, at start."""
    register_source(
        Source(
            "campaign_checks",
            _("Agencies looked up by campaign code"),
            pgettext_lazy("unit of a count", "checks"),
            checks,
            checks_by_region,
        )
    )


def checks(first: date, last: date, region: str | None) -> Counted:
    """Count agency checks by the codes of one region; None: by all codes."""
    return checks_by_region(first, last).get(region, Counted(0))


def checks_by_region(first: date, last: date) -> Mapping[str | None, Counted]:
    """Count agency checks by the region of the code. Checks are no people: one may press often."""
    sums: Counter[str] = Counter()
    for region, count in selectors.checks_by_region(first, last):
        sums[region] += count
    total = sum(sums.values())
    told: dict[str | None, Counted] = {None: _counted(shown(total, least=policies.LEAST))}
    parts = shown_parts(sums, least=policies.LEAST)
    return told | {region: _counted(count) for region, count in parts.items() if region}


def _counted(count: int | None) -> Counted:
    return Counted(count, is_hidden=count is None)
