"""Take a report that somebody sends: once, within what can be taken, and never lost in silence."""

from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import floods
from korgoo.offers import policies, selectors, services, tickets

if TYPE_CHECKING:
    from korgoo.offers.forms import SendForm

REPORTS, PICTURES = "offers:report", "offers:picture"
DAY = timedelta(days=1)


class Sent(Enum):
    """What became of a form that was sent."""

    TAKEN = auto()
    REFUSED = auto()
    TOO_MANY = auto()
    NOBODY = auto()


def send(form: "SendForm") -> tuple[Sent, str]:
    """Take a report, if it can be taken; a form that was taken before is answered as the first time.

    Args:
        form: As it was sent. Refused, it says why.

    Returns:
        What became of it, and the name of who receives it; empty when nobody does.
    """
    to = selectors.receiver()
    ticket = tickets.read(form.data.get("ticket", ""))
    if ticket and selectors.is_there(ticket.key):
        return Sent.TAKEN, to.name if to else ""
    if to is None:
        return Sent.NOBODY, ""
    if not form.is_valid() or ticket is None:
        return Sent.REFUSED, to.name
    if not floods.within(REPORTS, most=policies.REPORTS_AN_HOUR):
        return Sent.TOO_MANY, to.name
    picture = form.cleaned_data["picture"]
    if picture and not floods.within(PICTURES, most=policies.PICTURES_A_DAY, per=DAY):
        form.add_error("picture", _("No more pictures can be taken today. Send it without one."))
        return Sent.REFUSED, to.name
    services.report(ticket.key, form.told, to=to, picture=picture)
    return Sent.TAKEN, to.name


def seconds_to_wait() -> int:
    """Say after how many seconds a report can be sent again."""
    return floods.seconds_left()
