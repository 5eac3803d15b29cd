from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Facet, Permission
from korgoo.casework import api as casework
from korgoo.casework import erasers, own_copy
from korgoo.closing import policies, selectors, storage
from korgoo.closing.enums import Answer, Asked, Refusal, Way
from korgoo.closing.models import KeptFor, PersonRequest
from korgoo.closing.services.retention import note_erased
from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.lib.errors import Forbidden, NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

CLOCK = "subject_request"


@dataclass(frozen=True, slots=True)
class Reply:
    """How a request is answered.

    ``refusal`` and ``law`` (an instrument of the lawbook) for a refusal; ``part`` and ``text`` for a
    correction: what the person says is right, which is sealed beside what stands there.
    """

    answer: Answer
    refusal: Refusal | str = ""
    law: str = ""
    part: Facet | None = None
    text: str = ""


@transaction.atomic
def take_request(
    case_id: UUID, kind: Asked, *, way: Way, actor: "Actor | None" = None
) -> PersonRequest:
    """Write down what a person asks about their own data; its clock begins.

    Args:
        case_id: The person's case: of the actor's own organisation, or known by the person's own code.
        kind: What is asked.
        way: How it came.
        actor: Who took it; None when the person asked on their own page.

    Raises:
        NotFound: Not an own case.
        Forbidden: The same is asked already and waits for its answer.
    """
    card = (
        casework.hold_case(case_id, actor=actor, permission=Permission.REQUEST_RECORD)
        if actor
        else casework.hold_for_job(case_id)
    )
    if PersonRequest.objects.open().filter(case_id=case_id, kind=kind).exists():
        raise Forbidden(_("The same was asked already, and waits for its answer."))
    started = casework.run_clock(case_id, CLOCK, actor=actor)
    row = PersonRequest.objects.create(
        case_id=case_id,
        organisation_id=card.owner_id,
        kind=kind,
        way=way,
        taken_at=clock.now(),
        taken_by_id=actor.user_id if actor else None,
        clock_id=started.id if started else None,
        due_at=started.due_at if started else None,
    )
    _record(Event.REQUEST_TAKEN, row, actor)
    return row


@transaction.atomic
def answer_request(request_id: UUID, reply: Reply, *, actor: "Actor") -> PersonRequest:
    """Answer a request. What is granted is done at once; an erasure waits for a second person.

    Raises:
        NotFound: None made to one's own organisation.
        Forbidden: It was answered, or a ground is missing.
        DomainError: A correction cannot be sealed.
    """
    row = selectors.get_request(
        request_id, actor=actor, permission=Permission.REQUEST_ANSWER, lock=True
    )
    policies.answer(row).require()
    row.answer, row.refusal, row.law = reply.answer, reply.refusal, reply.law
    row.answered_at, row.answered_by_id = clock.now(), actor.user_id
    if reply.answer == Answer.GRANTED:
        _grant(row, reply, actor)
    if not (row.kind == Asked.ERASURE and reply.answer == Answer.GRANTED):
        _done(row, actor)
    row.save()
    _record(Event.REQUEST_ANSWERED, row, actor, detail=f"{row.kind} {row.answer}")
    return row


@transaction.atomic
def confirm_erasure(request_id: UUID, *, actor: "Actor") -> PersonRequest:
    """Confirm an erasure as the second person: the keys are destroyed at once, for everybody.

    Raises:
        NotFound: None made to one's own organisation.
        Forbidden: Nothing waits, the actor is the first person, or a hold stands against it.
    """
    row = selectors.get_request(request_id, actor=actor, permission=Permission.REQUEST_CONFIRM)
    casework.hold_for_job(row.case_id)
    row = selectors.get_request(
        request_id, actor=actor, permission=Permission.REQUEST_CONFIRM, lock=True
    )
    policies.confirm(actor, row, selectors.held_of(row.case_id)).require()
    purposes = packs.current().retention
    parts = policies.parts_to_erase(purposes.values(), every=frozenset(erasers.PARTS))
    casework.erase(row.case_id, parts)
    kept = KeptFor.objects.filter(case_id=row.case_id, erased_at__isnull=True)
    note_erased(k for k in kept if k.purpose in purposes and parts >= {*purposes[k.purpose].parts})
    row.confirmed_by_id = actor.user_id
    _done(row, actor)
    row.save()
    _record(Event.REQUEST_CONFIRMED, row, actor)
    casework.leave_trace(
        Event.CASE_ERASED, row.case_id, actor=actor, detail=",".join(sorted(parts))
    )
    transaction.on_commit(storage.settle)
    return row


@transaction.atomic
def send_back(request_id: UUID, *, actor: "Actor") -> PersonRequest:
    """Give an erasure back as the second person: it waits for an answer again.

    Raises:
        NotFound: None made to one's own organisation.
        Forbidden: Nothing waits, or the actor is the first person.
    """
    row = selectors.get_request(
        request_id, actor=actor, permission=Permission.REQUEST_CONFIRM, lock=True
    )
    policies.confirm(actor, row, ()).require()
    row.answer, row.answered_at, row.answered_by_id = "", None, None
    row.save()
    _record(Event.REQUEST_ANSWERED, row, actor, detail=f"{row.kind} sent-back")
    return row


@transaction.atomic
def lift_restriction(request_id: UUID, *, actor: "Actor") -> PersonRequest:
    """Let the work go on in a case whose restriction the person took back.

    Raises:
        NotFound: None made to one's own organisation.
        Forbidden: No restriction stands.
    """
    row = selectors.get_request(
        request_id, actor=actor, permission=Permission.REQUEST_ANSWER, lock=True
    )
    policies.lift(row).require()
    row.lifted_at = clock.now()
    row.save(update_fields=["lifted_at"])
    casework.restrict(row.case_id, is_restricted=False, actor=actor)
    _record(Event.REQUEST_LIFTED, row, actor)
    return row


@transaction.atomic
def export_copy(request_id: UUID, *, actor: "Actor") -> own_copy.Copy:
    """Open everything that is kept of a person, for the copy that they asked for. All of it is audited.

    Raises:
        NotFound: None made to one's own organisation, or no copy was granted.
    """
    row = selectors.get_request(request_id, actor=actor, permission=Permission.REQUEST_ANSWER)
    if row.kind != Asked.COPY or row.answer != Answer.GRANTED:
        raise NotFound(selectors.NO_SUCH)
    copy = own_copy.gather(row.case_id, actor=actor)
    _record(Event.REQUEST_EXPORTED, row, actor)
    return copy


def _grant(row: PersonRequest, reply: Reply, actor: "Actor") -> None:
    if row.kind == Asked.CORRECTION:
        if reply.part is None or not reply.text.strip():
            raise Forbidden(_("Write what is right, and to which part it belongs."))
        casework.add_correction(row.case_id, reply.part, reply.text, actor=actor)
    elif row.kind == Asked.RESTRICTION:
        casework.restrict(row.case_id, is_restricted=True, actor=actor)


def _done(row: PersonRequest, actor: "Actor") -> None:
    row.closed_at = clock.now()
    if row.clock_id is not None:
        casework.stop_clock(row.clock_id, actor=actor)


def _record(event: Event, row: PersonRequest, actor: "Actor | None", detail: str = "") -> None:
    target = f"casework.Case:{row.case_id}"
    audit.record(event, actor=actor, target=target, detail=detail or row.kind)
