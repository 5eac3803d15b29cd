"""Who may do what with the plan. No queries, no request: facts in, verdict out."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.lib.verdict import ALLOWED, Verdict
from korgoo.plan.enums import MOVES, WRITABLE, ReportState, VersionState

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

FILE_WAITS = timedelta(days=1)
FAULTS_STAY = timedelta(days=30)
# A round may be opened so long before its period ends, so that writing can begin.
EARLIEST = timedelta(days=31)
NOT_KEPT_BY_YOU = _("Another organisation keeps this plan.")
NOT_YOURS = _("This report belongs to another organisation.")


def may(actor: "Actor", permission: Permission) -> Verdict:
    """Say whether somebody's role and organisation include a permission."""
    return policy.decide(actor, permission, Relation.NONE)


def keep(actor: "Actor | None", keeper_id: int) -> Verdict:
    """Say whether somebody may change a plan; the platform itself may.

    Args:
        actor: Who asks; None for the command line, jobs and the demonstration.
        keeper_id: The organisation that keeps the plan today.
    """
    if actor is None:
        return ALLOWED
    verdict = may(actor, Permission.PLAN_EDIT)
    return (
        verdict if not verdict or actor.organisation_id == keeper_id else Verdict(NOT_KEPT_BY_YOU)
    )


def judge(actor: "Actor", keeper_id: int) -> Verdict:
    """Say whether somebody may accept or return reports of a plan."""
    verdict = may(actor, Permission.REPORT_ACCEPT)
    return (
        verdict if not verdict or actor.organisation_id == keeper_id else Verdict(NOT_KEPT_BY_YOU)
    )


def write(actor: "Actor", bearer_id: int, state: ReportState) -> Verdict:
    """Say whether somebody may write in a report.

    Args:
        actor: Who asks.
        bearer_id: Who bears today what the organisation of the report took up.
        state: Of the report.
    """
    verdict = may(actor, Permission.REPORT_WRITE)
    if not verdict:
        return verdict
    if actor.organisation_id != bearer_id:
        return Verdict(NOT_YOURS)
    if state not in WRITABLE:
        return Verdict(_("This report was sent. It can be changed when it is returned to you."))
    return ALLOWED


def read(actor: "Actor", *, bearer_id: int, keeper_id: int, was_sent: bool) -> Verdict:
    """Say whether somebody may read a report: their own, or as keeper what was sent.

    Who reads figures alone reads the consolidated report, not the single ones, and comments on none.
    """
    if not actor.roles & policy.PLATFORM:
        return Verdict(NOT_YOURS)
    verdict = may(actor, Permission.PLAN_VIEW)
    if not verdict or actor.organisation_id == bearer_id:
        return verdict
    if was_sent and judge(actor, keeper_id):
        return ALLOWED
    return Verdict(NOT_YOURS)


def move(before: ReportState, after: ReportState) -> Verdict:
    """Say whether a report can go from one state to another."""
    if after in MOVES[before]:
        return ALLOWED
    return Verdict(_("This report has moved on in the meantime. Look at it again."))


def send(*, has_answers: bool) -> Verdict:
    """Say whether a report can be sent. Fields without an answer stay visible as not reported."""
    if has_answers:
        return ALLOWED
    return Verdict(_("Nothing is written yet. Save at least one measure before you send."))


def correct(state: ReportState, *, is_newest: bool, reason: str) -> Verdict:
    """Say whether a new version of a report may be begun."""
    if state is not ReportState.ACCEPTED:
        return Verdict(_("Only an accepted report is corrected. This one can still be changed."))
    if not is_newest:
        return Verdict(_("A newer version of this report is there. Go on with that one."))
    if not reason.strip():
        return Verdict(_("Write why it has to be corrected."))
    return ALLOWED


def change(state: VersionState) -> Verdict:
    """Say whether the words of a version may be changed."""
    if state is VersionState.DRAFT:
        return ALLOWED
    return Verdict(_("This version was adopted and does not change. Begin a new version."))


def adopt(
    day: date, *, first_day: date, last_day: date, newest: date | None, is_empty: bool
) -> Verdict:
    """Say whether a draft may come into force on a day.

    Args:
        day: From which it is in force.
        first_day: First day of the programme.
        last_day: Its last day.
        newest: From which day the version before is in force; None before the first.
        is_empty: It has no measure.
    """
    if is_empty:
        return Verdict(_("The draft has no measures."))
    if not first_day <= day <= last_day:
        return Verdict(_("The day lies outside the years of the programme."))
    if newest is not None and day <= newest:
        return Verdict(
            _("The day must lie after the one from which the version before is in force.")
        )
    return ALLOWED


def adopt_parts(*, unowned: Iterable[str], silent: Iterable[str]) -> Verdict:
    """Say whether everybody who must report is named.

    Args:
        unowned: Codes of measures that nobody is responsible for.
        silent: Names of regions for which nobody reports.
    """
    if codes := list(unowned):
        words = _("Nobody is responsible for: %(codes)s.")
        return Verdict(words % {"codes": ", ".join(codes)})
    if names := list(silent):
        return Verdict(_("Nobody reports for: %(names)s.") % {"names": ", ".join(names)})
    return ALLOWED


def open_round(ends: date, today: date) -> Verdict:
    """Say whether a round of reports may be opened yet."""
    if today >= ends - EARLIEST:
        return ALLOWED
    return Verdict(_("It is too early: a round opens a month before the period ends."))
