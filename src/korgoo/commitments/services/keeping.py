"""A promise is kept, confirmed, opened again or withdrawn."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.commitments import policies
from korgoo.commitments.enums import MOST_EVIDENCE, Deed, State
from korgoo.commitments.errors import CannotPromise
from korgoo.commitments.models import Commitment, Evidence
from korgoo.commitments.services.steps import hold, leave, need
from korgoo.lib import clock
from korgoo.lib.media import Media
from korgoo.library.files import read_file

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Shown:
    """What shows that a promise was kept: words, a web address, a file as it came; one at least."""

    text: str = ""
    link: str = ""
    content: bytes = field(default=b"", repr=False)


@transaction.atomic
def fulfil(
    commitment_id: UUID, shown: Shown, *, done_on: date | None, seen: int, actor: "Actor"
) -> Commitment:
    """Say that a promise was kept, with evidence; its secretariat confirms it.

    Args:
        commitment_id: Which promise.
        shown: The evidence.
        done_on: When it was kept; None for today.
        seen: ``version`` as the actor saw it.
        actor: Who says so, for the organisation that bears it.

    Raises:
        NotFound: None that the actor may know of.
        Forbidden: Another organisation bears it, or it is not open.
        Meanwhile: Somebody else acted since.
        CannotPromise: There is no evidence, or the day lies ahead.
        CannotTake: The file cannot be kept.
    """
    media = _read(shown)
    standing = hold(commitment_id, seen=seen, actor=actor)
    policies.fulfil(actor, standing).require()
    today = clock.today()
    need(policies.past(done_on, today=today))
    row = standing.row
    row.state, row.done_on = State.FULFILLED, done_on or today
    _add(row, shown, media, actor=actor)
    leave(row, Deed.FULFILLED, actor=actor)
    return row


@transaction.atomic
def add_evidence(commitment_id: UUID, shown: Shown, *, actor: "Actor") -> Commitment:
    """Add to the evidence of a promise that waits to be confirmed.

    Raises:
        NotFound: None that the actor may know of.
        Forbidden: Another organisation bears it, or it does not wait.
        CannotPromise: There is no evidence, or too much of it.
        CannotTake: The file cannot be kept.
    """
    media = _read(shown)
    standing = hold(commitment_id, seen=None, actor=actor)
    policies.add_evidence(actor, standing).require()
    _add(standing.row, shown, media, actor=actor)
    leave(standing.row, Deed.FULFILLED, actor=actor)
    return standing.row


@transaction.atomic
def confirm(commitment_id: UUID, *, seen: int, actor: "Actor") -> Commitment:
    """Confirm, as its secretariat, that a promise was kept.

    Raises:
        NotFound: None that the actor may know of.
        Forbidden: The actor is not its secretariat, or bears it; or it does not wait for that.
        Meanwhile: Somebody else acted since: there may be other evidence.
    """
    standing = hold(commitment_id, seen=seen, actor=actor)
    policies.confirm(actor, standing).require()
    standing.row.state = State.CONFIRMED
    leave(standing.row, Deed.CONFIRMED, actor=actor)
    return standing.row


@transaction.atomic
def reopen(commitment_id: UUID, reason: str, *, seen: int, actor: "Actor") -> Commitment:
    """Open a promise again that was said to be kept; evidence and history stay.

    Raises:
        NotFound: None that the actor may know of.
        Forbidden: The actor may not, or it is open or withdrawn.
        Meanwhile: Somebody else acted since.
        CannotPromise: The reason is missing.
    """
    standing = hold(commitment_id, seen=seen, actor=actor)
    policies.reopen(actor, standing).require()
    need(policies.reason(reason))
    standing.row.state, standing.row.done_on = State.OPEN, None
    leave(standing.row, Deed.REOPENED, actor=actor, reason=reason)
    return standing.row


@transaction.atomic
def withdraw(commitment_id: UUID, reason: str, *, seen: int, actor: "Actor") -> Commitment:
    """Withdraw a promise; it stays in the list with the reason.

    Raises:
        NotFound: None that the actor may know of.
        Forbidden: The actor may not, or it was confirmed or withdrawn.
        Meanwhile: Somebody else acted since.
        CannotPromise: The reason is missing.
    """
    standing = hold(commitment_id, seen=seen, actor=actor)
    policies.withdraw(actor, standing).require()
    need(policies.reason(reason))
    standing.row.state, standing.row.done_on = State.WITHDRAWN, None
    leave(standing.row, Deed.WITHDRAWN, actor=actor, reason=reason)
    return standing.row


def _read(shown: Shown) -> Media | None:
    need(policies.evidence(shown.text, shown.link, has_file=bool(shown.content)))
    return read_file(shown.content) if shown.content else None


def _add(row: Commitment, shown: Shown, media: Media | None, *, actor: "Actor") -> None:
    if row.evidence.count() >= MOST_EVIDENCE:
        raise CannotPromise(_("There is enough evidence of this promise already."))
    content = media.content if media else b""
    Evidence.objects.create(
        commitment=row,
        text=shown.text.strip(),
        link=shown.link,
        media_type=media.media_type if media else "",
        content=content,
        size=len(content),
        at=clock.now(),
        by_id=actor.user_id,
        organisation_id=actor.organisation_id,
    )
