"""Who may do what. No queries, no request: facts in, verdict out."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.activities.enums import ACTIVITY_MOVES, PROVED, Consent, ListState, State
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from collections.abc import Collection

    from korgoo.access.actor import Actor

# A list that nobody took in this time is read anew from its file.
LIST_WAITS = timedelta(hours=1)
FAULTS_STAY = timedelta(days=30)
PHOTOS_STAY = timedelta(days=3 * 365)


def may(actor: "Actor", permission: Permission) -> Verdict:
    """Say whether somebody's role and organisation include a permission; no case is asked about."""
    return policy.decide(actor, permission, Relation.NONE)


def keeps(actor: "Actor", *, keeper_id: int) -> bool:
    """Tell whether somebody runs the campaign: their organisation keeps it, and their role changes it."""
    return actor.organisation_id == keeper_id and bool(may(actor, Permission.CAMPAIGN_EDIT))


def changes(
    actor: "Actor", *, logged_by: int, organisers: "Collection[int]", keeper_id: int
) -> bool:
    """Tell whether somebody may change an activity: whoever logged it, held it, or runs the campaign.

    Args:
        actor: Who asks.
        logged_by: The organisation that logged it.
        organisers: The organisations that held it.
        keeper_id: The organisation that keeps the campaign.
    """
    if not may(actor, Permission.ACTIVITY_LOG):
        return False
    own = actor.organisation_id in {logged_by, *organisers}
    return own or keeps(actor, keeper_id=keeper_id)


def move(before: State, after: State) -> Verdict:
    """Say whether an activity may come from one state into another."""
    if after in ACTIVITY_MOVES[before]:
        return ALLOWED
    return Verdict(_("This was recorded already. Open the activity to see how it stands."))


def may_be_shown(*, has_faces: bool, has_children: bool, consent: Consent) -> Verdict:
    """Say whether a picture may be shown to everybody.

    Args:
        has_faces: Somebody can be recognised.
        has_children: A child can be recognised.
        consent: By what those in it agreed.
    """
    if has_children and consent is not Consent.GUARDIAN:
        return Verdict(
            _("A child can be recognised: a parent or guardian must agree in writing first.")
        )
    if has_faces and consent not in PROVED:
        return Verdict(
            _("Faces can be recognised: everybody in the picture must agree in writing first.")
        )
    return ALLOWED


def approve_photo(actor: "Actor", *, added_by: int, keeper_id: int) -> Verdict:
    """Say whether somebody may let a picture be shown: who runs the campaign, and did not add it."""
    if not keeps(actor, keeper_id=keeper_id):
        return Verdict(_("Only who runs the campaign lets a picture be shown to everybody."))
    if actor.user_id == added_by:
        return Verdict(_("A second person looks at a picture before everybody sees it."))
    return ALLOWED


def take_list(state: ListState) -> Verdict:
    """Say whether a list may still be taken or thrown away."""
    if state is ListState.WAITING:
        return ALLOWED
    return Verdict(_("This list was taken, refused or thrown away already."))
