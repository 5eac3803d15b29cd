"""The audit trail: every deed leaves one row, chained to the row before."""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db import connection, transaction

from korgoo.access.enums import LOOKS
from korgoo.access.models import AuditEvent
from korgoo.lib import clock
from korgoo.lib.sealing.heads import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import Model

    from korgoo.access.actor import Actor
    from korgoo.access.enums import Event

GENESIS = "0" * 64
_looks: "ContextVar[list[Look] | None]" = ContextVar("korgoo_looks", default=None)
# Any number, the same everywhere: the chain has one end, so rows are added one at a time.
CHAIN_LOCK = 4_857_361_902


@dataclass(frozen=True, slots=True)
class Look:
    """That somebody looked at something, as it was recorded."""

    event: "Event"
    actor: "Actor | None"
    targets: tuple[str, ...]
    detail: str


@contextmanager
def looks() -> "Iterator[list[Look]]":
    """Note what is looked at within, so that the rows can be written anew if they are taken back."""
    noted: list[Look] = []
    token = _looks.set(noted)
    try:
        yield noted
    finally:
        _looks.reset(token)


def record_again(noted: "Iterable[Look]") -> None:
    """Write the rows of looks that were taken back with a refused form: the page showed it all the same."""
    for look in noted:
        record_many(look.event, actor=look.actor, targets=look.targets, detail=look.detail)


def record(
    event: "Event", *, actor: "Actor | None", target: "Model | str", detail: str = ""
) -> AuditEvent:
    """Add one row to the audit trail, in the caller's transaction.

    Call it last in a deed: on PostgreSQL it holds the chain's lock until the transaction ends.

    Args:
        event: What was done.
        actor: Who did it; None for the platform's own jobs.
        target: The record it was done to; only its label and key are kept.
        detail: A code such as a facet or a state; never free text.
    """
    whole = target if isinstance(target, str) else label(target)
    return record_many(event, actor=actor, targets=[whole], detail=detail)[0]


def record_many(
    event: "Event", *, actor: "Actor | None", targets: "Iterable[str]", detail: str = ""
) -> list[AuditEvent]:
    """Add a row for each of several records to which the same was done, in one go.

    Args:
        event: What was done.
        actor: Who did it; None for the platform's own jobs.
        targets: Labels of the records, as ``label`` writes them.
        detail: A code, the same for all.
    """
    targets = tuple(targets)
    if event in LOOKS and (noted := _looks.get()) is not None:
        noted.append(Look(event, actor, targets, detail))
    with transaction.atomic():
        _lock_chain()
        last = AuditEvent.objects.order_by("-seq").only("seq", "digest").first()
        rows: list[AuditEvent] = []
        for target in targets:
            row = AuditEvent(
                at=clock.now(),
                event=str(event),
                user_id=actor.user_id if actor else None,
                organisation_id=actor.organisation_id if actor else None,
                target=target,
                detail=detail,
            )
            _chain(row, rows[-1] if rows else last)
            rows.append(row)
        AuditEvent.objects.bulk_create(rows)
    return rows


def _chain(row: AuditEvent, before: AuditEvent | None) -> None:
    row.seq = before.seq + 1 if before else 1
    row.previous = before.digest if before else GENESIS
    row.digest = digest_of(row)


def label(record: "Model") -> str:
    """Name a record for the trail: ``casework.Case:<key>``."""
    return f"{record._meta.label}:{record.pk}"


def digest_of(row: AuditEvent) -> str:
    """Hash a row with the hash of the row before (SHA-256, hexadecimal)."""
    return digest(
        str(row.seq),
        _moment(row.at),
        row.event,
        str(row.user_id or ""),
        str(row.organisation_id or ""),
        row.target,
        row.detail,
        row.previous,
    )


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _lock_chain() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])
