from typing import TYPE_CHECKING

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.commitments import policies

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def record_export(kind: str, *, actor: "Actor") -> None:
    """Leave a trace that somebody took the list as a file.

    Args:
        kind: "csv" or "xlsx".
        actor: Who took it.

    Raises:
        Forbidden: The actor's role does not see promises.
    """
    policies.may(actor, Permission.COMMITMENT_VIEW).require()
    audit.record(
        Event.COMMITMENTS_EXPORTED, actor=actor, target="commitments.Commitment", detail=kind
    )
