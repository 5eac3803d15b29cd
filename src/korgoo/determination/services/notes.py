"""The non-punishment note: reviewed, made, and given to whoever might sanction."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.casework import api as casework
from korgoo.determination import policies, selectors
from korgoo.determination.enums import Agreement, GivenHow, ReviewResult
from korgoo.determination.models import NonPunishmentNote, NoteGiving
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

MAKE = Permission.NON_PUNISHMENT_MAKE


@dataclass(frozen=True, slots=True)
class Giving:
    """To whom a note is given: ``organisation_id`` of the platform, or the code of a body outside."""

    agreed: Agreement
    given_on: date
    how: GivenHow
    organisation_id: int | None = None
    outside: str = ""


@transaction.atomic
def make_note(
    case_id: UUID, *, acts: tuple[str, ...], result: ReviewResult, actor: "Actor"
) -> NonPunishmentNote:
    """Review non-punishment, and make the note that says so. It tells no story.

    Args:
        case_id: A case in which the organisation takes part.
        acts: What the person may be sanctioned for, coded.
        result: What the review comes to.
        actor: A member of an organisation that presumes or decides.

    Raises:
        NotFound: No such case, or not theirs.
        Forbidden: The person is not presumed a victim now.
    """
    card = casework.status_card(case_id, actor=actor, permission=MAKE)
    policies.make_note(card.protection).require()
    row = NonPunishmentNote.objects.create(
        case_id=case_id,
        maker_id=actor.organisation_id,
        made_at=clock.now(),
        made_by_id=actor.user_id,
        status=card.protection,
        status_since=casework.presumed_since(case_id) or card.protection_at,
        acts=list(acts),
        result=result,
    )
    _trace(Event.NON_PUNISHMENT_MADE, row, actor, detail=result)
    return row


@transaction.atomic
def give_note(note_id: UUID, giving: Giving, *, actor: "Actor") -> NoteGiving:
    """Record to whom the note was given; an organisation of the platform finds it in its own list.

    It gets the note alone: no part of the case opens by it.

    Raises:
        NotFound: No such note, or neither its maker's nor the owner's.
        DomainError: There is no such organisation, or it has the note.
    """
    row = selectors.get_note(note_id, actor=actor, permission=MAKE, lock=True)
    if giving.organisation_id is not None:
        _check_receiver(row, giving.organisation_id, actor)
    given = NoteGiving.objects.create(
        note=row,
        organisation_id=giving.organisation_id,
        outside=giving.outside,
        how=giving.how,
        agreed=giving.agreed,
        given_on=giving.given_on,
        recorded_at=clock.now(),
        recorded_by_id=actor.user_id,
    )
    detail = giving.outside or GivenHow.PLATFORM.value
    _trace(Event.NON_PUNISHMENT_GIVEN, row, actor, detail=detail)
    return given


@transaction.atomic
def confirm_receipt(giving_id: int, *, actor: "Actor") -> NoteGiving:
    """Say that the note arrived; a second time changes nothing.

    Raises:
        NotFound: It was not given to the actor's organisation.
    """
    row = selectors.get_given(giving_id, actor=actor, lock=True)
    if row.received_at is None:
        row.received_at, row.received_by_id = clock.now(), actor.user_id
        row.save()
        audit.record(Event.NON_PUNISHMENT_RECEIVED, actor=actor, target=row.note)
    return row


@transaction.atomic
def print_note(note_id: UUID, *, actor: "Actor") -> NonPunishmentNote:
    """Fetch a note for its paper, and record that it is printed.

    Raises:
        NotFound: No such note for them.
    """
    row = selectors.get_note(note_id, actor=actor, permission=Permission.NON_PUNISHMENT_VIEW)
    audit.record(Event.NON_PUNISHMENT_PRINTED, actor=actor, target=row)
    return row


def _check_receiver(row: NonPunishmentNote, organisation_id: int, actor: "Actor") -> None:
    if not access.is_in_force(organisation_id) or organisation_id == actor.organisation_id:
        raise DomainError(_("Choose another organisation than your own."))
    if row.givings.filter(organisation_id=organisation_id).exists():
        raise DomainError(_("This organisation has the note already."))


def _trace(event: Event, row: NonPunishmentNote, actor: "Actor", *, detail: str) -> None:
    owner_id = row.case.owner_id
    casework.leave_trace(event, row.case_id, actor=actor, other_id=owner_id, detail=detail)
