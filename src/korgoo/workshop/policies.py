"""Who may do what with a draft. No queries, no request: facts in, verdict out."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.lib.verdict import ALLOWED, Verdict
from korgoo.workshop.enums import DraftState

if TYPE_CHECKING:
    from collections.abc import Collection

    from korgoo.access.actor import Actor
    from korgoo.workshop.models import GuidelineDraft

FROZEN = _(
    "Adoption of this draft was proposed. It does not change until the proposal is confirmed or "
    "taken back."
)
CLOSED = {
    DraftState.ADOPTED: _("This draft was adopted. What is to change next needs a new draft."),
    DraftState.DROPPED: _("This draft was dropped. It can be read, and does not change any more."),
}


def may(actor: "Actor", permission: Permission) -> bool:
    """Tell whether somebody's role and organisation include a permission."""
    return bool(policy.decide(actor, permission, Relation.NONE))


def know_authors(actor: "Actor") -> bool:
    """Tell whether somebody reads which members changed a draft: who edits, and who decides.

    All others read for which organisation it was done.
    """
    return may(actor, Permission.DRAFT_EDIT) or may(actor, Permission.ADOPTION_DECIDE)


def approve(actor: "Actor", mandates: "Collection[str]") -> Verdict:
    """Say whether somebody's organisation is one of those that must approve a change.

    Args:
        actor: The first or the second person.
        mandates: One of these an organisation must have, as the edition that is changed says.
    """
    if {str(mandate) for mandate in actor.mandates} & set(mandates):
        return ALLOWED
    return Verdict(
        _("Your organisation is not one of those that must approve a change of the guideline.")
    )


def edit(actor: "Actor", draft: "GuidelineDraft", *, is_frozen: bool) -> Verdict:
    """Say whether somebody may change a draft now.

    Args:
        actor: Who asks: any content editor of a body that co-ordinates, since a guideline is the
            whole country's. Each change names its author.
        draft: Which one.
        is_frozen: Its adoption is proposed or confirmed.
    """
    verdict = policy.decide(actor, Permission.DRAFT_EDIT, Relation.NONE)
    if not verdict:
        return verdict
    state = DraftState(draft.state)
    if state in CLOSED:
        return Verdict(CLOSED[state])
    return Verdict(FROZEN) if is_frozen else ALLOWED
