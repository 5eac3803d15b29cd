"""Rules of reports: facts in, verdict out."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.lib.verdict import ALLOWED, Verdict
from korgoo.offers.enums import ReportState

if TYPE_CHECKING:
    from korgoo.offers.told import Told

# Working values, none of them set by law.
KEPT = timedelta(days=365)
# Nobody looks a page through in less; a program does.
QUICKEST = timedelta(seconds=3)
# How long a page that was looked through may stay open before it is sent.
PAGE_LIFE = timedelta(days=1)
REPORTS_AN_HOUR = 200
PICTURES_A_DAY = 300


def send(shown_at: datetime, *, now: datetime) -> Verdict:
    """A report is sent by somebody who looked it through, and not from a page of some other day."""
    if now - shown_at < QUICKEST:
        return Verdict(_("That was very quick. Look it through, then send it."))
    if now - shown_at > PAGE_LIFE:
        return Verdict(_("This page was open for a long time. Look it through, then send it."))
    return ALLOWED


def take(told: "Told", *, has_picture: bool) -> Verdict:
    """A report says something: who offers, which job, where it stands, any words, or a picture."""
    if told.says_something or has_picture:
        return ALLOWED
    return Verdict(
        _("Write something that we can look into: a name, a job, a link, or add a picture.")
    )


def settle(state: ReportState, *, seen: ReportState) -> Verdict:
    """Who settles a report has seen it as it stands: a colleague may have been quicker."""
    if state != seen:
        return Verdict(_("A colleague has settled this meanwhile. Look at what stands there now."))
    return ALLOWED
