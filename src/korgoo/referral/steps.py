"""The way of a referral in words: how far it got, and what comes next for whom."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.access.enums import Relation
from korgoo.referral.enums import LIVE, ReferralState

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
# To the sender, while the receiver answers by phone or on paper.
ON_PAPER: "dict[ReferralState, _StrOrPromise]" = {
    S.SENT: _("Give or send the letter, and call. Write here when they have it."),
    S.RECEIVED: _("They have the letter. Write here what they answer: yes, no, or a question."),
    S.NEEDS_INFORMATION: _("They ask you something. Tell them, then write here that you did."),
    S.ACCEPTED: _("Help is promised, not given yet. Ask them when it begins, and write it here."),
    S.IN_SERVICE: _("Help is being given. Ask them when it was given, and write it here."),
}
NOT_CONNECTED = _(
    "This organisation is not connected: give or send the letter, then write here what they answered."
)
CONNECTED_NOW = _(
    "This organisation is connected now and can answer here itself. "
    "Until its first step you can still write here what it answered."
)
TO_RECEIVER = _(
    "The sender writes here what you answer by phone or on paper. "
    "From your first step here on, only you answer."
)
TO_OTHERS = _("The receiver is not connected: the sender writes here what it answers.")
# Steps that are answers: what the sender wrote down of them is marked.
ANSWERS = frozenset({S.RECEIVED, S.ACCEPTED, S.IN_SERVICE, S.COMPLETED, S.DECLINED})


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step on the way of a referral. ``place`` is done, now or next.

    ``is_told``: the sender recorded it; it is not the receiver's own act.
    """

    title: str
    place: str
    when: datetime | None
    is_told: bool = False


def path(referral: "Referral") -> list[PathStep]:
    """Draw the way of a referral. Accepted is not served, and served is not confirmed.

    A referral that came back shows how far it got, and its end.
    """
    state = ReferralState(referral.state)
    if state in ENDS:
        is_told = _is_told(referral, state, referral.closed_at)
        return [
            *_reached(referral),
            PathStep(str(ENDS[state]), "now", referral.closed_at, is_told),
        ]
    here = S.RECEIVED if state is S.NEEDS_INFORMATION else state
    order = [step for step, _title, _field in PATH]
    at = order.index(here) if here in order else -1
    return [
        PathStep(
            str(title),
            "now" if place == at else "done" if place < at else "next",
            getattr(referral, field) if place <= at else None,
            place <= at and _is_told(referral, step, getattr(referral, field)),
        )
        for place, (step, title, field) in enumerate(PATH)
    ]


def what_next(referral: "Referral", relation: Relation) -> str:
    """Say what comes next, to the sender, to the receiver, or to who watches over both."""
    state = ReferralState(referral.state)
    words = RECEIVER if relation is Relation.RECEIVER else SENDER
    if referral.is_answered_by_sender and relation is Relation.OWNER:
        words = SENDER | ON_PAPER
    return str(words[state]) if relation in {Relation.OWNER, Relation.RECEIVER} else ""


def on_paper(referral: "Referral", relation: Relation, *, is_connected: bool) -> str:
    """Say who writes the answers of a receiver that got a letter; empty when it answers itself.

    Args:
        referral: The referral.
        relation: What the reader's organisation is to it.
        is_connected: Whether the receiver has a key by now.
    """
    if not referral.is_answered_by_sender or ReferralState(referral.state) not in LIVE:
        return ""
    if relation is Relation.OWNER:
        return str(CONNECTED_NOW if is_connected else NOT_CONNECTED)
    return str(TO_RECEIVER if relation is Relation.RECEIVER else TO_OTHERS)


def _is_told(referral: "Referral", state: ReferralState, when: datetime | None) -> bool:
    return state in ANSWERS and referral.was_recorded_by_sender(when)


def _reached(referral: "Referral") -> list[PathStep]:
    # Closing stamps answered_at too, so promised help shows by its beginning alone.
    known = [step for step in PATH if step[0] in {S.SENT, S.RECEIVED, S.IN_SERVICE}]
    return [
        PathStep(
            str(title),
            "done",
            getattr(referral, field),
            _is_told(referral, step, getattr(referral, field)),
        )
        for step, title, field in known
        if getattr(referral, field) is not None
    ]
