"""The audit trail: every deed leaves one row, chained to the row before."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db import connection, transaction

from korgoo.access.models import AuditEvent
from korgoo.lib import clock
from korgoo.lib.sealing.heads import digest

if TYPE_CHECKING:
    from django.db.models import Model

    from korgoo.access.actor import Actor
    from korgoo.access.enums import Event

GENESIS = "0" * 64
# Any number, the same everywhere: the chain has one end, so rows are added one at a time.
CHAIN_LOCK = 4_857_361_902


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
    with transaction.atomic():
        _lock_chain()
        last = AuditEvent.objects.order_by("-seq").values("seq", "digest").first()
        row = AuditEvent(
            seq=(last["seq"] if last else 0) + 1,
            at=clock.now(),
            event=str(event),
            user_id=actor.user_id if actor else None,
            organisation_id=actor.organisation_id if actor else None,
            target=target if isinstance(target, str) else label(target),
            detail=detail,
            previous=last["digest"] if last else GENESIS,
        )
        row.digest = digest_of(row)
        row.save()
    return row


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
