"""The way of a referral in words: how far it got, and what comes next for whom."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.access.enums import Relation
from korgoo.referral.enums import ReferralState

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

    from korgoo.referral.models import Referral

S = ReferralState
PATH: tuple[tuple[ReferralState, "_StrOrPromise", str], ...] = (
    (S.SENT, _("Sent"), "sent_at"),
    (S.RECEIVED, _("Arrived: somebody looks at it"), "received_at"),
    (S.ACCEPTED, _("Accepted: help is promised"), "answered_at"),
    (S.IN_SERVICE, _("Help has begun"), "service_from"),
    (S.COMPLETED, _("The organisation reports: help was given"), "completed_at"),
    (S.CONFIRMED, _("The person says: help came"), "closed_at"),
)
ENDS: "dict[ReferralState, _StrOrPromise]" = {
    S.DECLINED: pgettext_lazy("referral", "Declined"),
    S.WITHDRAWN: pgettext_lazy("referral", "Withdrawn"),
    S.EXPIRED: pgettext_lazy("referral", "Expired without an answer"),
}
SENDER: "dict[ReferralState, _StrOrPromise]" = {
    S.DRAFT: _("Nothing was sent yet. Check it and send it."),
    S.SENT: _("Wait until the receiver says that it arrived. If the matter is urgent, call them."),
    S.RECEIVED: _("The receiver looks at it. They accept, decline, or ask you something."),
    S.NEEDS_INFORMATION: _("The receiver asks you something. Their time stands still until then."),
    S.ACCEPTED: _("Help is promised, not given yet. The receiver says here when it begins."),
    S.IN_SERVICE: _("Help is being given. The receiver reports here when it was given."),
    S.COMPLETED: _("Ask the person whether help came. Only their word closes the referral."),
    S.CONFIRMED: _("The person says that help came. Nothing more is to do here."),
    S.DECLINED: _("Help did not come this way. Find another organisation."),
    S.WITHDRAWN: _("This referral was taken back. The person may still need help another way."),
    S.EXPIRED: _("Nobody answered in time. Find another organisation, and call."),
}
RECEIVER: "dict[ReferralState, _StrOrPromise]" = {
    S.SENT: _("Say that it arrived, so that the sender knows somebody looks at it."),
    S.RECEIVED: _("Answer: accept, decline with a reason, or ask what you need to know."),
    S.NEEDS_INFORMATION: _("You asked the sender. Your time stands still until the answer."),
    S.ACCEPTED: _("You promised help. Say here when it begins: the time runs until then."),
    S.IN_SERVICE: _("Help has begun. Report here when it was given."),
    S.COMPLETED: _("You reported the help. The sender asks the person whether it came."),
    S.CONFIRMED: _("The person says that help came. Nothing more is to do here."),
    S.DECLINED: _("You declined. What was shared with you is closed."),
    S.WITHDRAWN: _("The sender took this back. What was shared with you is closed."),
    S.EXPIRED: _("It ran out without an answer. What was shared with you is closed."),
}


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step on the way of a referral. ``place`` is done, now or next."""

    title: str
    place: str
    when: datetime | None


def path(referral: "Referral") -> list[PathStep]:
    """Draw the way of a referral. Accepted is not served, and served is not confirmed.

    A referral that came back shows how far it got, and its end.
    """
    state = ReferralState(referral.state)
    if state in ENDS:
        return [*_reached(referral), PathStep(str(ENDS[state]), "now", referral.closed_at)]
    here = S.RECEIVED if state is S.NEEDS_INFORMATION else state
    order = [step for step, _title, _field in PATH]
    at = order.index(here) if here in order else -1
    return [
        PathStep(
            str(title),
            "now" if place == at else "done" if place < at else "next",
            getattr(referral, field) if place <= at else None,
        )
        for place, (_state, title, field) in enumerate(PATH)
    ]


def what_next(referral: "Referral", relation: Relation) -> str:
    """Say what comes next, to the sender, to the receiver, or to who watches over both."""
    state = ReferralState(referral.state)
    words = RECEIVER if relation is Relation.RECEIVER else SENDER
    return str(words[state]) if relation in {Relation.OWNER, Relation.RECEIVER} else ""


def _reached(referral: "Referral") -> list[PathStep]:
    # Closing stamps answered_at too, so promised help shows by its beginning alone.
    known = [step for step in PATH if step[0] in {S.SENT, S.RECEIVED, S.IN_SERVICE}]
    return [
        PathStep(str(title), "done", getattr(referral, field))
        for _state, title, field in known
        if getattr(referral, field) is not None
    ]
