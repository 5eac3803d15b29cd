from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.commitments import policies
from korgoo.commitments.enums import Deed
from korgoo.commitments.errors import CannotPromise
from korgoo.commitments.models import Commitment
from korgoo.commitments.services.steps import hold, leave, need
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def change(  # noqa: PLR0913 - the parts of a promise that can change
    commitment_id: UUID,
    *,
    what: str,
    due_on: date | None,
    beneficiary: str,
    reason: str,
    seen: int,
    actor: "Actor",
) -> Commitment:
    """Change words, day or addressee of an open promise; how it read before stays in its history.

    Who changes the promise of another organisation takes it off the public page: that organisation
    chose to show other words.

    Args:
        commitment_id: Which promise.
        what: The words from now on.
        due_on: The last day from now on; None when no day is named.
        beneficiary: To whom, in words.
        reason: Why; needed.
        seen: ``version`` as the actor saw it.
        actor: Who changes it.

    Raises:
        NotFound: None that the actor may know of.
        Forbidden: Another organisation's, or it is not open.
        Meanwhile: Somebody else acted since.
        CannotPromise: Something is missing, nothing is different, or the day makes no sense.
    """
    standing = hold(commitment_id, seen=seen, actor=actor)
    policies.change(actor, standing).require()
    need(policies.reason(reason))
    need(policies.plausible(due_on, today=clock.today()))
    row = standing.row
    before = _differences(row, what.strip(), due_on, beneficiary.strip())
    row.what, row.due_on, row.beneficiary = what.strip(), due_on, beneficiary.strip()
    if not row.what:
        raise CannotPromise(_("Write what is promised."))
    if not row.beneficiary and row.beneficiary_organisation_id is None:
        raise CannotPromise(_("Say to whom it is promised."))
    is_own = standing.bearer_id == actor.organisation_id
    row.is_public = row.is_public and is_own
    leave(row, Deed.CHANGED, actor=actor, reason=reason, before=before)
    return row


@transaction.atomic
def set_public(
    commitment_id: UUID, *, is_public: bool, seen: int | None = None, actor: "Actor"
) -> Commitment:
    """Show a promise to everybody, or take it off the public page; the same choice again changes nothing.

    Raises:
        NotFound: None that the actor may know of.
        Forbidden: Another organisation bears it.
        Meanwhile: Somebody else acted since: the words may be others.
    """
    standing = hold(commitment_id, seen=seen, actor=actor)
    policies.show(actor, standing).require()
    row = standing.row
    if row.is_public != is_public:
        row.is_public = is_public
        leave(row, Deed.SHOWN if is_public else Deed.HIDDEN, actor=actor)
    return row


def _differences(
    row: Commitment, what: str, due_on: date | None, beneficiary: str
) -> dict[str, Any]:
    old = {
        "what": (row.what, what),
        "due_on": (row.due_on, due_on),
        "beneficiary": (row.beneficiary, beneficiary),
    }
    found = {
        name: before.isoformat() if isinstance(before, date) else (before or "")
        for name, (before, after) in old.items()
        if before != after
    }
    if not found:
        raise CannotPromise(_("Nothing is different from before."))
    return found
