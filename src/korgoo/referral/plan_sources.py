"""A figure of the plan that referrals give: how many were accepted. Counts only, small ones hidden."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.casework.plan_sources import moments, protected, source
from korgoo.plan.api import Counted, register_source
from korgoo.referral.enums import ReferralState
from korgoo.referral.models import Referral

PROMISED = frozenset(
    {
        ReferralState.ACCEPTED,
        ReferralState.IN_SERVICE,
        ReferralState.COMPLETED,
        ReferralState.CONFIRMED,
    }
)


def register() -> None:
    """Let the plan draw from referrals; once, at start."""
    unit = pgettext_lazy("unit of a count", "referrals")
    register_source(
        source("referrals_accepted", _("Referrals that were accepted"), unit, accepted)
    )


def accepted(first: date, last: date) -> Mapping[str | None, Counted]:
    """Count referrals that were accepted between two days, both included.

    One that was taken back before help began is left out: nothing tells it from one declined.
    """
    begins, ends = moments(first, last)
    rows = Referral.objects.filter(
        Q(state__in=PROMISED) | Q(service_from__isnull=False),
        answered_at__gte=begins,
        answered_at__lt=ends,
    )
    return protected(rows.order_by().values_list("case__region", flat=True))
