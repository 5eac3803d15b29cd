"""Lists of the Ministry: brought, looked at, taken whole or not at all."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.agencies import policies, selectors
from korgoo.agencies.enums import ListState
from korgoo.agencies.lists import checking, planning
from korgoo.agencies.lists.checking import Checked, Source
from korgoo.agencies.lists.rows import ListRow
from korgoo.agencies.models import ListImport
from korgoo.agencies.services import watches, writing
from korgoo.agencies.services.register import hold_register
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.agencies.lists.faults import Fault

# Of what is wrong, as many are kept as anybody would put right in one go.
MOST_FAULTS = 2_000


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that was read and compared with the register; nothing is written yet."""

    digest: str
    source: Source
    count: int
    rows: Sequence[ListRow]
    faults: "Sequence[Fault]"


def examine(data: bytes, source: Source) -> Examined:
    """Read a list and find everything that is wrong with it.

    Args:
        data: The file.
        source: Day and document of the list.
    """
    checked: Checked = checking.check(data, source, today=clock.today())
    faults = list(checked.faults)
    if not faults:
        faults = plan_now(checked.rows, source).faults
    digest = hashlib.sha256(data).hexdigest()
    faults.sort(key=lambda f: (f.row, f.column, f.rule))
    return Examined(digest, source, checked.count, checked.rows, faults)


def plan_now(rows: Iterable[ListRow], source: Source) -> planning.Plan:
    """Say what rows would change in the register as it is now."""
    newest = selectors.newest_list()
    is_newest = newest is None or newest.list_day <= source.list_day
    return planning.plan(rows, writing.known_now(), is_newest=is_newest)


@transaction.atomic
def keep_list(found: Examined, *, actor: "Actor | None") -> ListImport:
    """Keep the rows of a list for an hour, until somebody takes them; or what is wrong with them.

    Args:
        found: The list. With a fault none of its rows is kept.
        actor: Who brings it; None for the command line.

    Raises:
        Forbidden: The actor may not change the register.
    """
    policies.edit(actor).require()
    is_right = not found.faults
    row = ListImport.objects.create(
        digest=found.digest,
        list_day=found.source.list_day,
        document=found.source.document,
        address=found.source.address,
        state=ListState.WAITING if is_right else ListState.REFUSED,
        organisation_id=actor.organisation_id if actor else None,
        uploaded_at=clock.now(),
        uploaded_by_id=actor.user_id if actor else None,
        decided_at=None if is_right else clock.now(),
        count=found.count,
        is_fictitious=settings.DEMO,
        rows=[one.to_data() for one in found.rows] if is_right else [],
        faults=[fault.to_data() for fault in found.faults[:MOST_FAULTS]],
    )
    event = Event.AGENCY_LIST_UPLOADED if is_right else Event.AGENCY_LIST_REFUSED
    audit.record(event, actor=actor, target=row, detail=str(found.count))
    return row


@transaction.atomic
def take_list(list_id: UUID, *, actor: "Actor | None") -> ListImport:
    """Write a list into the register: all of it or nothing. A list taken before adds nothing.

    Raises:
        NotFound: No such list, or not for this actor.
        Forbidden: It was taken, refused or thrown away already.
        DomainError: The register changed since, and the list does not fit it any more.
    """
    hold_register()
    row = selectors.get_list(list_id, actor=actor, lock=True)
    policies.take_list(row).require()
    source = Source(row.list_day, row.document, row.address)
    plan = plan_now((ListRow.from_data(one) for one in row.rows), source)
    if plan.faults:
        raise DomainError(_("The register changed since the upload. Bring the file again."))
    writing.write(plan, is_fictitious=row.is_fictitious, actor=actor)
    row.agencies, row.permits = len(plan.agencies), len(plan.permits)
    row.decisions = len(plan.decisions)
    _close(row, ListState.TAKEN)
    audit.record(Event.AGENCY_LIST_TAKEN, actor=actor, target=row, detail=str(row.decisions))
    return row


@transaction.atomic
def drop_list(list_id: UUID, *, actor: "Actor") -> ListImport:
    """Throw a list away without taking it.

    Raises:
        NotFound: No such list, or not for this actor.
        Forbidden: It was taken, refused or thrown away already.
    """
    row = selectors.get_list(list_id, actor=actor, lock=True)
    policies.take_list(row).require()
    _close(row, ListState.DROPPED)
    audit.record(Event.AGENCY_LIST_DROPPED, actor=actor, target=row)
    return row


@transaction.atomic
def sweep() -> dict[str, int]:
    """Throw away lists that nobody took within an hour, old faults, and old wishes to be told.

    Returns:
        How many of each went.
    """
    waiting = ListImport.objects.filter(state=ListState.WAITING)
    rows = list(waiting.filter(uploaded_at__lt=clock.now() - policies.LIST_WAITS))
    for row in rows:
        _close(row, ListState.DROPPED)
        audit.record(Event.AGENCY_LIST_DROPPED, actor=None, target=row, detail="old")
    refused = ListImport.objects.filter(state=ListState.REFUSED).exclude(faults=[])
    old = refused.filter(uploaded_at__lt=clock.now() - policies.FAULTS_STAY).update(faults=[])
    return {"lists": len(rows), "faults": old, "wishes": watches.forget_old()}


def _close(row: ListImport, state: ListState) -> None:
    row.state, row.rows, row.decided_at = state, [], clock.now()
    row.save()
