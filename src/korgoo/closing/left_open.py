"""What referrals and clocks leave open when a case is to be closed."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import ngettext_lazy

from korgoo.casework import api as casework
from korgoo.casework.obstacles import Obstacle
from korgoo.closing.models import PersonRequest
from korgoo.referral import api as referral
from korgoo.referral.enums import LIVE, ReferralState

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

UNANSWERED = frozenset(
    {ReferralState.SENT, ReferralState.RECEIVED, ReferralState.NEEDS_INFORMATION}
)


def referrals(case_id: UUID, *, actor: "Actor") -> list[Obstacle]:
    """An unanswered referral blocks; help under way and drafts are left with a ground."""
    states = [card.state for card in referral.of_case(case_id, actor=actor)]
    unanswered = sum(state in UNANSWERED for state in states)
    running = sum(state in LIVE - UNANSWERED for state in states)
    drafts = states.count(ReferralState.DRAFT)
    waiting = ngettext_lazy(
        "%(count)s referral has no answer yet. Wait for it, or take it back.",
        "%(count)s referrals have no answer yet. Wait for them, or take them back.",
        "count",
    )
    under_way = ngettext_lazy(
        "%(count)s referral is under way: help was not confirmed yet.",
        "%(count)s referrals are under way: help was not confirmed yet.",
        "count",
    )
    unsent = ngettext_lazy(
        "%(count)s referral was written and not sent.",
        "%(count)s referrals were written and not sent.",
        "count",
    )
    found = [
        ("unanswered-referrals", waiting, unanswered, True),
        ("running-referrals", under_way, running, False),
        ("unsent-referrals", unsent, drafts, False),
    ]
    return [
        Obstacle(code, words % {"count": count}, blocks)
        for code, words, count, blocks in found
        if count
    ]


def clocks(case_id: UUID, *, actor: "Actor") -> list[Obstacle]:
    """The case's own clocks that run; those of open requests go on after closing."""
    open_requests = PersonRequest.objects.open().filter(case_id=case_id)
    kept = [row.clock_id for row in open_requests if row.clock_id is not None]
    count = casework.count_own_clocks(case_id, besides=kept)
    words = ngettext_lazy(
        "%(count)s time limit of the case runs. It stops when the case is closed.",
        "%(count)s time limits of the case run. They stop when the case is closed.",
        "count",
    )
    return [Obstacle("running-clocks", words % {"count": count})] if count else []
