"""Who may change what in the directory. No queries, no request: facts in, verdict out."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.directory.enums import Change
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def edit_service(actor: "Actor", *, organisation_id: int, mandate: str) -> Verdict:
    """Say whether a member may change a service.

    Args:
        actor: Who asks.
        organisation_id: Whose service it is.
        mandate: What the pack wants of those who give this kind of help.
    """
    if organisation_id != actor.organisation_id:
        return Verdict(_("Only the organisation's own members change this."))
    if mandate not in actor.mandates:
        return Verdict(_("Your organisation does not give this kind of help."))
    return policy.decide(actor, Permission.SERVICE_EDIT, Relation.NONE)


def open_address(actor: "Actor", *, organisation_id: int) -> Verdict:
    """Say whether a member may open, or write, the address of a service: its own members only."""
    if organisation_id != actor.organisation_id:
        return Verdict(_("Only the organisation's own members open this."))
    return policy.decide(actor, Permission.ADDRESS_OPEN, Relation.NONE)


def change_places(change: Change, *, free: int, total: int) -> Verdict:
    """Say whether a tap is possible: one cannot free what is free, nor fill what is full."""
    if change is Change.ONE_MORE and free >= total:
        return Verdict(_("All places are free already. Change the number of places if it grew."))
    if change in {Change.ONE_LESS, Change.ARRIVAL} and free == 0:
        return Verdict(_("No place is free any more. Somebody took the last one meanwhile."))
    return ALLOWED
