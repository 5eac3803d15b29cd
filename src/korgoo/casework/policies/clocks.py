"""What may be done with a time limit that runs."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.countrypack import api as packs
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from datetime import datetime

    from korgoo.access.actor import Actor
    from korgoo.casework.models import CaseClock


def first_wake(key: str, started_at: "datetime", due_at: "datetime | None") -> "datetime | None":
    """Say when the first person is to be woken for a clock; None when no end is set."""
    if due_at is None:
        return None
    pack = packs.current()
    described = pack.clocks.get(key)
    near = described.warn_before if described else None
    return pack.reminders.moments(due_at, started_at, approaching=near)[0]


def keep_clock(actor: "Actor", relation: Relation, clock: "CaseClock") -> Verdict:
    """The owner keeps every clock of its case but those of referrals; others those of their duties."""
    verdict = policy.decide(actor, Permission.CLOCK_KEEP, relation)
    if not verdict:
        return verdict
    if clock.referral_id is not None:
        return Verdict(_("This time limit belongs to a referral and follows its answers."))
    if relation is not Relation.OWNER and clock.responsible_id != actor.organisation_id:
        return Verdict(_("This time limit is another organisation's."))
    return ALLOWED


def pause_clock(clock: "CaseClock") -> Verdict:
    """A clock stands still only where the country lets it, and once at a time."""
    if clock.paused_at is not None:
        return Verdict(_("This time limit is paused already."))
    described = packs.current().clocks.get(clock.key)
    if described is None or not described.may_pause:
        return Verdict(_("This time limit cannot be paused: the rules of the country say no."))
    return ALLOWED


def resume_clock(clock: "CaseClock") -> Verdict:
    """Only what stands still can go on."""
    if clock.paused_at is None:
        return Verdict(_("This time limit is not paused: it runs."))
    return ALLOWED


def extend_clock(
    clock: "CaseClock", ground: str, *, until: "datetime", now: "datetime"
) -> Verdict:
    """A later end needs a ground of the country, and lies after the end that stands and after now."""
    described = packs.current().clocks.get(clock.key)
    grounds = {one.key for one in described.extensions} if described else set()
    if ground not in grounds or clock.due_at is None:
        return Verdict(_("This time limit cannot be extended on this ground."))
    if clock.paused_at is not None:
        return Verdict(_("This time limit is paused. Let it go on before you extend it."))
    if until <= max(clock.due_at, now):
        return Verdict(_("The new end must be later than the one that stands, and not past."))
    return ALLOWED
