"""Plans as files: brought, looked at, taken whole into the draft or not at all."""

import hashlib
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.access.models import Organisation
from korgoo.lib import clock
from korgoo.lib.verdict import ALLOWED, Verdict
from korgoo.plan import policies, selectors, sources
from korgoo.plan.enums import ImportState
from korgoo.plan.lists.checking import Checked, check
from korgoo.plan.lists.known import Known, KnownBody, known
from korgoo.plan.models import PlanImport, PlanVersion, Programme
from korgoo.plan.services import writing
from korgoo.plan.services.versions import touch
from korgoo.plan.tree import TreeFacts

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

# Of what is wrong, as many are kept as anybody would put right in one go.
MOST_FAULTS = 1_000


def examine(data: bytes, programme: Programme) -> tuple[str, Checked]:
    """Read a file and find everything that is wrong with it; nothing is written yet.

    Returns:
        The hash of the file, and the plan or its faults.
    """
    return hashlib.sha256(data).hexdigest(), check(data, what_is_known(programme))


def what_is_known(programme: Programme) -> Known:
    """Put together what cells of a file can mean."""
    today = clock.today()
    day = min(max(today, programme.first_day), programme.last_day)
    bodies = []
    for row in Organisation.objects.select_related("successor").order_by("pk"):
        ended = row.valid_to is not None and row.valid_to < day
        follower = (row.successor.name if row.successor else "") if ended else None
        words = (row.code, row.name_ky, row.name_ru, row.name_en)
        bodies.append(KnownBody(row.pk, words, follower))
    return known(bodies, sources.registered(), programme.first_day, programme.last_day, day)


@transaction.atomic
def keep_file(code: str, digest: str, checked: Checked, *, actor: "Actor | None") -> PlanImport:
    """Keep the plan of a file for a day, until somebody takes it; or what is wrong with it.

    Raises:
        NotFound: There is no draft, or the actor does not keep the plan.
    """
    draft = selectors.get_draft(code, actor=actor)
    tree, faults = checked.tree, checked.faults
    row = PlanImport.objects.create(
        version=draft,
        digest=digest,
        state=ImportState.WAITING if tree else ImportState.REFUSED,
        uploaded_at=clock.now(),
        uploaded_by_id=actor.user_id if actor else None,
        decided_at=None if tree else clock.now(),
        count=checked.count,
        rows=tree.to_data() if tree else [],
        faults=[fault.to_data() for fault in faults[:MOST_FAULTS]],
    )
    event = Event.PLAN_FILE_UPLOADED if tree else Event.PLAN_FILE_REFUSED
    audit.record(event, actor=actor, target=row, detail=str(checked.count))
    return row


@transaction.atomic
def take_file(code: str, import_id: UUID, *, actor: "Actor | None") -> PlanVersion:
    """Write the plan of a file into the draft, in the place of what stood there: all or nothing.

    Raises:
        NotFound: No such file, or not for this actor.
        Forbidden: It was taken, refused or thrown away already.
    """
    row = selectors.get_import(code, import_id, actor=actor, lock=True)
    _waits(row).require()
    writing.write_tree(row.version, TreeFacts.from_data(row.rows))
    touch(row.version)
    _close(row, ImportState.TAKEN)
    audit.record(Event.PLAN_FILE_TAKEN, actor=actor, target=row, detail=str(row.count))
    return row.version


@transaction.atomic
def drop_file(code: str, import_id: UUID, *, actor: "Actor") -> PlanImport:
    """Throw a file away without taking it.

    Raises:
        NotFound: No such file, or not for this actor.
        Forbidden: It was taken, refused or thrown away already.
    """
    row = selectors.get_import(code, import_id, actor=actor, lock=True)
    _waits(row).require()
    _close(row, ImportState.DROPPED)
    audit.record(Event.PLAN_FILE_DROPPED, actor=actor, target=row)
    return row


@transaction.atomic
def sweep_files() -> dict[str, int]:
    """Throw away files that nobody took within a day, and old faults; tell how many."""
    waiting = PlanImport.objects.filter(state=ImportState.WAITING)
    rows = list(waiting.filter(uploaded_at__lt=clock.now() - policies.FILE_WAITS))
    for row in rows:
        _close(row, ImportState.DROPPED)
        audit.record(Event.PLAN_FILE_DROPPED, actor=None, target=row, detail="old")
    refused = PlanImport.objects.filter(state=ImportState.REFUSED).exclude(faults=[])
    old = refused.filter(uploaded_at__lt=clock.now() - policies.FAULTS_STAY).update(faults=[])
    return {"files": len(rows), "faults": old}


def _waits(row: PlanImport) -> Verdict:
    if row.is_waiting:
        return ALLOWED
    return Verdict(_("This file was taken, refused or thrown away already."))


def _close(row: PlanImport, state: ImportState) -> None:
    row.state, row.rows, row.decided_at = state, [], clock.now()
    row.save()
