"""What wakes members besides the clocks of the pack: agreements that run out, and reviews."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Role
from korgoo.assistance import api as assistance
from korgoo.casework import api as casework
from korgoo.commitments import api as commitments
from korgoo.lib import codes
from korgoo.library import api as library
from korgoo.meetings import api as meetings
from korgoo.plan import api as plan
from korgoo.reminders import api as reminders
from korgoo.reminders import clocks

REVIEWS = {
    "assessment": _("Look at needs and dangers again"),
    "programme": _("Go through the programme with the person"),
    "best_interest": _("Look at the best-interest decision again"),
}

# Who speaks for an organisation.
SPEAKING = frozenset({Role.SECRETARY, Role.HEAD, Role.COORDINATOR})


def agreements(before: datetime) -> Iterator[reminders.Due]:
    """Give agreements in force that run out before a moment: the person can be asked in time."""
    for one in casework.consents_running_out(before):
        yield reminders.Due(
            f"{one.case_id}:{one.recipient_id}:{one.purpose}",
            one.case_id,
            one.owner_id,
            one.worker_id,
            one.expires_at,
            one.purpose,
        )


def reviews(before: datetime) -> Iterator[reminders.Due]:
    """Give assessments, programmes and best-interest decisions to be looked at again by a moment."""
    for one in assistance.reviews_due(timezone.localdate(before)):
        yield reminders.Due(
            f"{one.case_id}:{one.kind}:{one.due_on.isoformat()}",
            one.case_id,
            one.owner_id,
            None,
            # A review is late when its day is over.
            timezone.make_aware(datetime.combine(one.due_on + timedelta(days=1), time.min)),
            one.kind,
        )


def promises(before: datetime) -> Iterator[reminders.Due]:
    """Give open promises whose last day is over before a moment: who speaks for the bearer is woken."""
    for one in commitments.things_due(before):
        yield reminders.Due(
            str(one.id),
            None,
            one.organisation_id,
            None,
            one.due_at,
            one.code,
            roles=SPEAKING,
        )


def minutes_to_agree(before: datetime) -> Iterator[reminders.Due]:
    """Give minutes that an organisation has not answered by a moment: who speaks for it is woken."""
    for one in meetings.things_due(before):
        yield reminders.Due(
            f"{one.id}:{one.organisation_id}",
            None,
            one.organisation_id,
            None,
            one.due_at,
            "",
            roles=SPEAKING,
        )


def plan_reports(before: datetime) -> Iterator[reminders.Due]:
    """Give the reports on the plan that an organisation still owes by a moment, the late ones too."""
    for one in plan.things_due(before):
        yield reminders.Due(
            one.key,
            None,
            one.organisation_id,
            None,
            one.due_at,
            one.label,
            started_at=one.started_at,
            roles=SPEAKING,
        )


def _named_by_the_pack(label: str) -> str:
    """Name the duty to report as the clock of the pack does; in our words where it names none."""
    return clocks.words(label) if label else str(_("Report on the plan"))


def register() -> None:
    """Let reminders know of them; once, at start."""
    reminders.register(
        "commitment",
        find=promises,
        words=lambda code: (
            _("Keep the promise %(code)s, and say so") % {"code": codes.spoken(code)}
        ),
    )
    reminders.register_waiting(library.has_unread)
    reminders.register(
        "consent",
        find=agreements,
        words=lambda _label: _("Ask the person again: an agreement runs out"),
    )
    reminders.register("review", find=reviews, words=lambda label: REVIEWS.get(label, label))
    reminders.register(
        "minutes",
        find=minutes_to_agree,
        words=lambda _label: _("Agree to the minutes of a meeting, or object"),
    )
    reminders.register("plan_report", find=plan_reports, words=_named_by_the_pack)
