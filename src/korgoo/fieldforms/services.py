from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.casework import api as casework
from korgoo.casework.enums import Danger
from korgoo.fieldforms import policies, selectors
from korgoo.fieldforms.enums import BatchState, FileKind
from korgoo.fieldforms.incoming.faults import Place
from korgoo.fieldforms.incoming.submission import Submission
from korgoo.fieldforms.models import FieldBatch, TakenSubmission
from korgoo.identification import api as identification
from korgoo.identification.enums import Moved, Opinion, Talk
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

# Nobody who looked at them took them in all that time.
WAITS = timedelta(days=30)


@transaction.atomic
def keep_batch(submissions: Sequence[Submission], *, kind: FileKind, actor: "Actor") -> FieldBatch:
    """Keep the filled forms of a file that has no fault, until somebody takes or drops them.

    Args:
        submissions: At least one; checked against the file, the editions and the own cases.
        kind: Of the file.
        actor: Who brings them.
    """
    batch = FieldBatch.objects.create(
        organisation_id=actor.organisation_id,
        uploaded_at=clock.now(),
        uploaded_by_id=actor.user_id,
        kind=kind,
        forms=len(submissions),
        new_cases=sum(one.is_new_case for one in submissions),
        rows=[one.to_data() for one in submissions],
    )
    audit.record(Event.SUBMISSIONS_UPLOADED, actor=actor, target=batch, detail=kind)
    return batch


@transaction.atomic
def take_batch(batch_id: UUID, *, actor: "Actor") -> FieldBatch:
    """Make a screening of every form of an import, and a case where there is none: all or nothing.

    Raises:
        NotFound: Not an import of the actor's organisation.
        Forbidden: It was taken or dropped already.
        DomainError: What was right at the upload is not any more; nothing was taken.
    """
    batch = selectors.get_batch(batch_id, actor=actor, lock=True)
    policies.decide_batch(batch).require()
    submissions = selectors.submissions_of(batch)
    nowhere = [Place("")] * len(submissions)
    if selectors.faults_outside(submissions, nowhere, actor=actor):
        raise DomainError(_("Something changed since the upload. Nothing was taken."))
    own = casework.own_cases({one.case_code for one in submissions}, actor=actor)
    for one in submissions:
        _take(one, batch, own.get(one.case_code), actor)
    _close(batch, BatchState.TAKEN, actor)
    audit.record(Event.SUBMISSIONS_TAKEN, actor=actor, target=batch, detail=str(len(submissions)))
    return batch


@transaction.atomic
def drop_batch(batch_id: UUID, *, actor: "Actor") -> FieldBatch:
    """Throw the forms of an import away without taking them.

    Raises:
        NotFound: Not an import of the actor's organisation.
        Forbidden: It was taken or dropped already.
    """
    batch = selectors.get_batch(batch_id, actor=actor, lock=True)
    policies.decide_batch(batch).require()
    _close(batch, BatchState.DROPPED, actor)
    audit.record(Event.SUBMISSIONS_DROPPED, actor=actor, target=batch)
    return batch


@transaction.atomic
def drop_old() -> int:
    """Throw away what waited for 30 days.

    Returns:
        How many imports were dropped.
    """
    old = FieldBatch.objects.waiting().filter(uploaded_at__lt=clock.now() - WAITS)
    batches = list(old.select_for_update())
    for batch in batches:
        _close(batch, BatchState.DROPPED, None)
        audit.record(Event.SUBMISSIONS_DROPPED, actor=None, target=batch, detail="old")
    return len(batches)


def _take(
    one: Submission, batch: FieldBatch, case: casework.CaseCard | None, actor: "Actor"
) -> None:
    card = identification.fill_from_field(
        case.id if case else _new_case(one, actor),
        view=one.view,
        edition_digest=one.digest,
        talk=Talk(one.talk),
        moved=Moved(one.moved) if one.moved else None,
        choices=one.choices,
        opinion=Opinion(one.opinion),
        asked_at=one.started,
        age_check=casework.known_age(case) if case else None,
        actor=actor,
    )
    TakenSubmission.objects.create(
        organisation_id=actor.organisation_id,
        instance_id=one.instance_id,
        batch=batch,
        screening_id=card.id,
        was_danger=one.danger == Danger.YES,
        at=clock.now(),
    )


def _new_case(one: Submission, actor: "Actor") -> UUID:
    return casework.open_from_field(
        channel=one.channel, language=one.language, danger=Danger(one.danger), actor=actor
    )


def _close(batch: FieldBatch, state: BatchState, actor: "Actor | None") -> None:
    batch.state = state
    batch.rows = []
    batch.decided_at = clock.now()
    batch.decided_by_id = actor.user_id if actor else None
    batch.save(update_fields=["state", "rows", "decided_at", "decided_by_id"])
