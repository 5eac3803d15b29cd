"""Conflicts of interest, and who watches over exceptions."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Mandate, Role
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def mark_conflict(actor: "Actor", user_id: int) -> Verdict:
    """Everybody closes a case to themselves; only the head closes it to somebody else."""
    if actor.user_id == user_id or Role.HEAD in actor.roles:
        return ALLOWED
    return Verdict(_("Only the head of the case workers closes a case to somebody else."))


def lift_conflict(actor: "Actor") -> Verdict:
    """The head proposes to lift; a second person agrees."""
    return ALLOWED if Role.HEAD in actor.roles else Verdict(_("The head proposes it first."))


def watches_exceptions(actor: "Actor") -> bool:
    """Tell whether this member watches over exceptions in the whole mechanism, not at home alone."""
    is_officer = Role.DATA_PROTECTION_OFFICER in actor.roles
    return is_officer and Mandate.COORDINATE in actor.mandates
