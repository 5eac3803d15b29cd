"""Promises in words: how they stand, and where they were made."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from korgoo.commitments import origins
from korgoo.commitments.enums import State
from korgoo.lib import clock
from korgoo.lib.dates import long_day

if TYPE_CHECKING:
    from korgoo.commitments.api import CommitmentCard
    from korgoo.commitments.origins import Origin

TONES = {
    State.OPEN: "active",
    State.FULFILLED: "waiting",
    State.CONFIRMED: "good",
    State.WITHDRAWN: "closed",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One promise of a list. ``tag``, ``tone``: its state; ``time``: how long is left, or how late it is."""

    card: "CommitmentCard"
    tag: str
    tone: str
    time: str
    place: str


def line(card: "CommitmentCard") -> Line:
    """Put a promise into the words of a list for members."""
    tag = pgettext("promise", "Late") if card.is_late else str(card.state.label)
    tone = "late" if card.is_late else TONES[card.state]
    return Line(card, tag, tone, time_of(card), place(card.origin))


def public_line(card: "CommitmentCard") -> Line:
    """Put a promise into the words of the public page: nobody is called late there."""
    if card.is_late and card.due_on:
        words = _("Waits since %(day)s") % {"day": long_day(card.due_on)}
        return Line(card, words, "waiting", "", "")
    return Line(card, str(PUBLIC_WORDS[card.state]()), TONES[card.state], "", "")


PUBLIC_WORDS = {
    State.OPEN: lambda: pgettext("promise, to the public", "Under way"),
    State.FULFILLED: lambda: pgettext("promise, to the public", "Done, waits to be confirmed"),
    State.CONFIRMED: lambda: pgettext("promise, to the public", "Kept"),
    State.WITHDRAWN: lambda: pgettext("promise, to the public", "Withdrawn"),
}


def time_of(card: "CommitmentCard") -> str:
    """Say how long is left for an open promise, how late it is, or when it was kept."""
    if card.done_on:
        return _("Kept on %(day)s") % {"day": long_day(card.done_on)}
    if card.state != State.OPEN:
        return ""
    if card.due_on is None:
        return _("No day was named")
    left = (card.due_on - clock.today()).days
    if left < 0:
        return ngettext("%(num)s day late", "%(num)s days late", -left) % {"num": -left}
    if left == 0:
        return _("Today is the last day")
    return ngettext("%(num)s day left", "%(num)s days left", left) % {"num": left}


def place(origin: "Origin") -> str:
    """Say where a promise was made: the kind, and its name as written."""
    kind = origins.words_of(origin.kind)
    if not origin.label:
        return kind
    return _("%(kind)s: %(name)s") % {"kind": kind, "name": origin.label}
