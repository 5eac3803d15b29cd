"""A worker asks who else helps the person of an own case, takes it back, or says later that it is somebody else."""

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.casework import api as casework
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound
from korgoo.lookup import api as lookup
from korgoo.matching.strengths import Strength
from korgoo.pairs import policies, sealed, selectors
from korgoo.pairs.enums import PersonSays, QuestionState
from korgoo.pairs.models import Ask, Connection, Question, Settled
from korgoo.pairs.services import keys
from korgoo.pairs.services.judging import note

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

LEAST_DELAY, MOST_DELAY = (
    3_600,
    48 * 3_600,
)  # seconds after the last day on which an answer can come


def words_of(says: PersonSays, why: str) -> sealed.Payload:
    """Write down what a worker says of the person."""
    return {"says": says, "why": why}


@transaction.atomic
def ask(case_id: UUID, *, says: PersonSays, why: str = "", actor: "Actor") -> Ask:
    """Ask who else helps the person. The co-ordinator weighs it; no other organisation sees it.

    Args:
        case_id: An own case near which somebody was found.
        says: Whether the person was asked and agrees, or cannot be asked safely now.
        why: A sentence for the co-ordinator alone; may be empty.
        actor: A front-line member of the owner with an open session.

    Raises:
        NotFound: Not an own case, or the organisation investigates.
        Locked: The session is locked.
        Forbidden: Nobody was found, or it was asked already.
    """
    casework.hold_case(case_id, actor=actor, permission=Permission.PAIR_ASK)
    actor.open_key()
    notice = selectors.notice_of(case_id, actor=actor)
    before = Ask.objects.filter(case_id=case_id).first()
    policies.ask(
        is_near=notice is not None and notice.strength is not Strength.NONE,
        before=before,
        is_connected=bool(selectors.others_of(case_id, actor=actor)),
        now=clock.now(),
    ).require()
    watch = keys.watch_public(actor=actor)
    if watch is None:
        raise DomainError(_("No co-ordinator can read an ask now. Try again later."))
    if before is not None:
        before.delete()
    number, delay = uuid4(), LEAST_DELAY + secrets.randbelow(MOST_DELAY - LEAST_DELAY)
    row = Ask.objects.create(
        id=number,
        case_id=case_id,
        owner_id=actor.organisation_id,
        asked_at=clock.now(),
        asked_by_id=actor.user_id,
        answer_at=clock.now() + policies.END_AFTER + timedelta(seconds=delay),
        words=sealed.seal(
            words_of(says, why) | _about(case_id, actor),
            to=watch,
            size=sealed.WORDS,
            name="words",
            record=number,
        ),
    )
    audit.record(Event.ASK_MADE, actor=actor, target=row)
    return row


@transaction.atomic
def take_back(case_id: UUID, *, actor: "Actor") -> None:
    """Take an ask back, for example because the person does not want it any more.

    Raises:
        NotFound: Not an own case, or nothing is asked.
    """
    casework.hold_case(case_id, actor=actor, permission=Permission.PAIR_ASK)
    row = Ask.objects.select_for_update(of=("self",)).filter(case_id=case_id).first()
    if row is None or not selectors.is_waiting(row):
        raise NotFound(_("Nothing is asked about this case."))
    audit.record(Event.ASK_TAKEN_BACK, actor=actor, target=row)
    row.delete()


@transaction.atomic
def part(connection_id: UUID, *, actor: "Actor") -> UUID:
    """Say that a connected case is of somebody else. The connection goes, and it is remembered for ever.

    Returns:
        The own case.

    Raises:
        NotFound: There is no such connection of an own case.
    """
    row = selectors.get_connection(connection_id, actor=actor)
    own = row.asking_id if row.asking.owner_id == actor.organisation_id else row.asked_id
    Settled.objects.update_or_create(mark=row.mark, defaults={"is_same": False, "is_told": True})
    _forget(row)
    note(posterior=row.posterior, is_same=False, case_id=own, actor=actor)
    audit.record(Event.CASES_PARTED, actor=actor, target=row)
    Connection.objects.filter(pk=row.pk).delete()
    return own


def _about(case_id: UUID, actor: "Actor") -> sealed.Payload:
    """Describe the own case for the register of judgements: who settles the pair cannot."""
    about = lookup.described(case_id, actor=actor)
    return {"script": about.script, "citizenship": about.citizenship}


def _forget(row: Connection) -> None:
    """Remove the ask and the question that led to a connection."""
    Ask.objects.filter(
        case_id__in=[row.asking_id, row.asked_id], state=QuestionState.CONNECTED
    ).delete()
    Question.objects.filter(
        case_id__in=[row.asking_id, row.asked_id], state=QuestionState.CONNECTED
    ).delete()
