"""Who may do what with a promise. No queries, no request: facts in, verdict out."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Mandate, Permission, Relation
from korgoo.commitments.enums import MOVES, OriginKind, State
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.commitments.standing import Standing

FIRST_DAY = date(1991, 8, 31)
YEARS_AHEAD = 20
NOT_YOURS = _("Another organisation bears this promise.")


def may(actor: "Actor", permission: Permission) -> Verdict:
    """Say whether somebody's role and organisation include a permission; no case is asked about."""
    return policy.decide(actor, permission, Relation.NONE)


def is_central(actor: "Actor") -> bool:
    """Tell whether somebody is the secretary of the body that co-ordinates everybody."""
    return Mandate.COORDINATE in actor.mandates and bool(may(actor, Permission.COMMITMENT_CONFIRM))


def record(actor: "Actor", *, bearer_id: int, origin_kind: str, is_public: bool) -> Verdict:
    """Say whether somebody may write a promise down.

    What was promised in a meeting or a campaign, its own mission decides; a letter is written down by
    who promised in it, or by the secretary of the co-ordinating body, to whom such letters come.

    Args:
        actor: Who writes.
        bearer_id: The organisation that bears the promise today.
        origin_kind: Where it was made.
        is_public: Whether everybody is to see it: only its own organisation chooses that.
    """
    verdict = may(actor, Permission.COMMITMENT_MAKE)
    is_own = bearer_id == actor.organisation_id
    if not verdict or is_own:
        return verdict
    if is_public:
        return Verdict(_("Only the organisation that promised chooses to show it to everybody."))
    if origin_kind == OriginKind.LETTER and not is_central(actor):
        return Verdict(_("Write down what your own organisation promised."))
    return ALLOWED


def bear(actor: "Actor", standing: "Standing") -> Verdict:
    """Say whether somebody speaks for the organisation that bears a promise."""
    verdict = may(actor, Permission.COMMITMENT_MAKE)
    if verdict and standing.bearer_id != actor.organisation_id:
        return Verdict(NOT_YOURS)
    return verdict


def change(actor: "Actor", standing: "Standing") -> Verdict:
    """Say whether somebody may change the words or the day: who bears it, or its secretariat, while it is open."""
    verdict = bear(actor, standing)
    if not verdict and not keep(actor, standing):
        return verdict
    if standing.row.state != State.OPEN:
        return Verdict(_("Only an open promise is changed. Open it again first."))
    return ALLOWED


def show(actor: "Actor", standing: "Standing") -> Verdict:
    """Say whether somebody may show a promise to everybody or hide it: its own organisation alone."""
    return bear(actor, standing)


def fulfil(actor: "Actor", standing: "Standing") -> Verdict:
    """Say whether somebody may say that a promise was kept."""
    return bear(actor, standing) and _move(standing, State.FULFILLED)


def add_evidence(actor: "Actor", standing: "Standing") -> Verdict:
    """Say whether somebody may add evidence to a promise that was said to be kept."""
    verdict = bear(actor, standing)
    if verdict and standing.row.state != State.FULFILLED:
        return Verdict(_("Evidence is added until the promise is confirmed."))
    return verdict


def keep(actor: "Actor", standing: "Standing") -> Verdict:
    """Say whether somebody is the secretariat for a promise, and not who bears it.

    That is who keeps the place where it was made, or the secretary of the co-ordinating body. What that
    body itself promised, the secretary of the organisation confirms to which it was promised.
    """
    verdict = may(actor, Permission.COMMITMENT_CONFIRM)
    if not verdict:
        return verdict
    if actor.organisation_id in {standing.bearer_id, standing.row.promiser_id}:
        return Verdict(_("Nobody confirms what their own organisation promised."))
    to_us = standing.row.beneficiary_organisation_id == actor.organisation_id
    if standing.is_kept_here or is_central(actor) or (standing.bearer_coordinates and to_us):
        return ALLOWED
    return Verdict(_("The secretariat of the place where it was promised confirms it."))


def confirm(actor: "Actor", standing: "Standing") -> Verdict:
    """Say whether somebody may confirm that a promise was kept."""
    return keep(actor, standing) and _move(standing, State.CONFIRMED)


def reopen(actor: "Actor", standing: "Standing") -> Verdict:
    """Say whether somebody may open a promise again: its secretariat, or, before it is confirmed, who bears it."""
    verdict = keep(actor, standing)
    if not verdict and standing.row.state == State.FULFILLED and bear(actor, standing):
        verdict = ALLOWED
    return verdict and _move(standing, State.OPEN)


def withdraw(actor: "Actor", standing: "Standing") -> Verdict:
    """Say whether somebody may withdraw a promise: who bears it, or its secretariat."""
    verdict = bear(actor, standing)
    if not verdict and keep(actor, standing):
        verdict = ALLOWED
    return verdict and _move(standing, State.WITHDRAWN)


def reason(text: str) -> Verdict:
    """Say whether a reason that is needed was given."""
    if text.strip():
        return ALLOWED
    return Verdict(_("Say why: it stays in the history of the promise."))


def evidence(text: str, link: str, *, has_file: bool) -> Verdict:
    """Say whether there is anything that shows that a promise was kept."""
    if text.strip() or link or has_file:
        return ALLOWED
    return Verdict(
        _("Say in words what was done, or add a web address or a file: one of them at least.")
    )


def plausible(day: date | None, *, today: date) -> Verdict:
    """Say whether a day can be the end of a promise."""
    if day is None or FIRST_DAY <= day <= today + timedelta(days=366 * YEARS_AHEAD):
        return ALLOWED
    return Verdict(_("Choose a day since 1991, and not more than 20 years ahead."))


def past(day: date | None, *, today: date) -> Verdict:
    """Say whether a day lies behind us, such as that of a letter, or of keeping a promise."""
    if day is None or FIRST_DAY <= day <= today:
        return ALLOWED
    return Verdict(_("Choose today or an earlier day."))


def up_to_date(version: int, *, seen: int) -> Verdict:
    """Say whether nothing happened to a promise since a form was shown."""
    if version == seen:
        return ALLOWED
    return Verdict(
        _("This promise was changed meanwhile. Read it again; what you typed is still here.")
    )


def _move(standing: "Standing", to: State) -> Verdict:
    if to in MOVES[State(standing.row.state)]:
        return ALLOWED
    words = _("The promise is in another state now: %(state)s.")
    return Verdict(words % {"state": State(standing.row.state).label})
