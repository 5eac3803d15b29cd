"""What an organisation is to a case, and whether a case goes on."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Permission, Relation
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case

# What may still be done with a closed case: read it, in an emergency too, answer what was asked
# before, take consent back, mark a conflict of interest.
STAYS = frozenset(
    {"answer", "break", "confirm", "list", "mark", "open", "view", "watch", "withdraw"}
)


def relation_of(actor: "Actor", *, owner_id: int, is_party: bool) -> Relation:
    """Say what the actor's organisation is to a case; the closest relation counts."""
    if actor.organisation_id == owner_id:
        return Relation.OWNER
    if is_party:
        return Relation.RECEIVER
    return Relation.COORDINATOR if actor.is_coordinator else Relation.NONE


def go_on(case: "Case", permission: Permission) -> Verdict:
    """Nothing new is done with a closed or restricted case, but for what closing itself is about.

    Reopening, follow-ups and requests of the person are deeds of the mission ``closing``.
    """
    mission, _record, verb = permission.split(":")
    if mission == "closing" or verb in STAYS:
        return ALLOWED
    if case.closed_at is not None:
        return Verdict(_("The case is closed: nothing new is written. Reopen it first."))
    if case.restricted_at is not None:
        return Verdict(_("The person asked that nothing more is done with what is kept here."))
    return ALLOWED
