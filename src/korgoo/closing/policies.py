"""Rules of how work ends. No queries, no request: facts in, verdict out."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import KEY_HOLDING_ROLES, Permission, Role
from korgoo.access.policy import FRONT_LINE, may_enter
from korgoo.closing.enums import Answer, Asked
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from collections.abc import Collection

    from korgoo.access.actor import Actor
    from korgoo.access.api import MemberCard
    from korgoo.casework.obstacles import Obstacle
    from korgoo.closing.models import FollowUp, KeptFor, PersonRequest
    from korgoo.countrypack.api import Retention

CODED = "coded"


def close(obstacles: "Collection[Obstacle]", *, ground: str) -> Verdict:
    """An unanswered referral blocks; whatever else is open is left with a ground."""
    if any(one.blocks for one in obstacles):
        return Verdict(
            _("Somebody was asked for help and has not answered yet. Settle that first.")
        )
    if obstacles and not ground:
        return Verdict(_("Something is still open: say on what ground the case is closed."))
    return ALLOWED


def can_take_over(member: "MemberCard", *, leaver_id: int) -> bool:
    """Tell whether a colleague can go on with cases: a front-line role, and the key."""
    return member.id != leaver_id and bool(member.roles & FRONT_LINE) and member.holds_key


def hand_over(chosen: "Collection[int]", able: "Collection[int]") -> Verdict:
    """The work goes to colleagues who can open it; to at least one."""
    if not chosen:
        return Verdict(_("Choose who takes the work over."))
    if not set(chosen) <= set(able):
        return Verdict(_("Choose colleagues who work on cases and hold the key."))
    return ALLOWED


def end_roles(actor: "Actor", *, leaver_id: int) -> Verdict:
    """Who manages members may let the leaver go in the same act; nobody ends their own roles."""
    if not may_enter(actor, Permission.MEMBER_MANAGE):
        return Verdict(_("Only the administrator of your organisation ends roles."))
    if actor.user_id == leaver_id:
        return Verdict(_("Nobody ends their own roles. Ask another administrator."))
    return ALLOWED


def is_last_key_holder(members: "Collection[MemberCard]", *, leaver_id: int) -> bool:
    """Tell whether nobody could open the organisation's parts any more without the printed key."""
    holders = [m for m in members if m.holds_key and m.roles & KEY_HOLDING_ROLES]
    return [m.id for m in holders] == [leaver_id]


def sees_cases(actor: "Actor") -> bool:
    """Tell whether somebody who hands work over sees the cases, or counts only."""
    return Role.HEAD in actor.roles


def record_follow_up(row: "FollowUp") -> Verdict:
    """A follow-up is recorded once."""
    if row.done_at is not None:
        return Verdict(_("This was recorded already, perhaps by a colleague just now."))
    if row.dropped_at is not None:
        return Verdict(_("The case was reopened: there is nothing to follow up."))
    return ALLOWED


def answer(row: "PersonRequest") -> Verdict:
    """A request is answered once."""
    if row.answered_at is not None:
        return Verdict(_("This request was answered already, perhaps by a colleague just now."))
    return ALLOWED


def confirm(actor: "Actor", row: "PersonRequest", held: "Collection[KeptFor]") -> Verdict:
    """Erasing takes a second person, and nothing that is held back is erased."""
    if not row.waits_for_second:
        return Verdict(
            _("Nothing waits for a second person here, perhaps a colleague was faster.")
        )
    if row.answered_by_id == actor.user_id:
        return Verdict(_("You answered this request. Another person must confirm."))
    if held:
        return Verdict(_("Erasing is held back here. End the hold, or refuse with the ground."))
    return ALLOWED


def lift(row: "PersonRequest") -> Verdict:
    """Only a restriction that stands is lifted."""
    stands = row.kind == Asked.RESTRICTION and row.answer == Answer.GRANTED
    if not stands or row.lifted_at is not None:
        return Verdict(_("No restriction stands here."))
    return ALLOWED


def hold_back(row: "KeptFor") -> Verdict:
    """What is announced and not erased can be held back."""
    if row.erased_at is not None:
        return Verdict(_("This was erased already. Nobody can bring it back."))
    return ALLOWED


def parts_to_erase(purposes: "Collection[Retention]", *, every: frozenset[str]) -> frozenset[str]:
    """Say what goes at a person's request: all parts; coded facts only where the pack lets them go.

    Args:
        purposes: Of the pack.
        every: All parts that there are.
    """
    wiped = {part for one in purposes if one.after_closure is not None for part in one.parts}
    return frozenset(part for part in every if part != CODED or part in wiped)
