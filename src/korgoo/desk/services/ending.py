"""What came of a contact, and who looks after it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.desk import policies, selectors
from korgoo.desk.enums import Outcome
from korgoo.desk.models import Contact
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Ending:
    """What came of a contact: code, cards that were told, and the body to which one was sent."""

    outcome: str = ""
    cards: "Sequence[str]" = ()
    passed_to: str = ""


@transaction.atomic
def say_outcome(contact_id: UUID, ending: Ending, *, actor: "Actor") -> Contact:
    """Say what came of a contact, and which cards were told.

    Raises:
        NotFound: None that the actor may know.
        DomainError: It asked for nothing, or was passed on to nobody.
    """
    row = _held(contact_id, actor)
    verdict = policies.say_outcome(ending.outcome, passed_to=ending.passed_to)
    if not verdict:
        raise DomainError(verdict.reason)
    ending_of(row, ending)
    row.touched_at = clock.now()
    row.save(update_fields=["outcome", "cards", "passed_to", "touched_at"])
    event = Event.CONTACT_PASSED_ON if row.passed_to else Event.CONTACT_ENDED
    audit.record(event, actor=actor, target=row, detail=row.passed_to or row.outcome)
    return row


@transaction.atomic
def pass_on(contact_id: UUID, to: str, *, actor: "Actor") -> None:
    """Say that it was not our matter, and to whom the caller was sent. Nothing is given on.

    Raises:
        NotFound: None that the actor may know.
        DomainError: It asked for nothing.
    """
    row = selectors.get_contact(contact_id, actor=actor)
    say_outcome(contact_id, Ending(Outcome.PASSED_ON, row.cards, to), actor=actor)


@transaction.atomic
def take(contact_id: UUID, *, actor: "Actor") -> None:
    """Look after a contact from now on.

    Raises:
        NotFound: None that the actor may know.
        DomainError: It asked for nothing.
    """
    row = _held(contact_id, actor)
    row.holder_id, row.touched_at = actor.user_id, clock.now()
    row.save(update_fields=["holder_id", "touched_at"])
    audit.record(Event.CONTACT_TAKEN, actor=actor, target=row)


def ending_of(row: Contact, ending: Ending) -> None:
    """Lay an ending into a contact; a body stands there only when one was sent to it."""
    is_passed = ending.outcome == Outcome.PASSED_ON
    row.outcome, row.cards = ending.outcome, list(ending.cards)
    row.passed_to = ending.passed_to if is_passed else ""


def _held(contact_id: UUID, actor: "Actor") -> Contact:
    row = selectors.get_contact(contact_id, actor=actor, is_locking=True)
    if row.noise:
        raise DomainError(_("This call asked for nothing."))
    return row
