"""Which clocks of the pack a referral starts and stops."""

from typing import TYPE_CHECKING

from korgoo.casework import api as casework
from korgoo.countrypack import api as packs

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.referral.models import Referral

RECEIPT = "referral_receipt"
ANSWER = "referral_answer"
# What the receiver is asked for has a time of its own; it stops with the decision, not the answer.
DECISION = "status_decision"
SERVICE = "referral_service"
REPORT = "referral_report"
CONFIRMATION = "referral_confirmation"
EXPIRY = "referral_expiry"


def start(referral: "Referral", key: str, *, responsible_id: int, actor: "Actor | None") -> None:
    """Start a clock of a referral, as long as its urgency says."""
    casework.start_clock(
        referral.case_id,
        key,
        responsible_id=responsible_id,
        actor=actor,
        referral_id=referral.pk,
        urgency=referral.urgency,
    )


def stop(referral: "Referral", *keys: str, actor: "Actor | None") -> None:
    """Stop clocks of a referral; those that do not run stay as they are."""
    for key in keys:
        casework.stop_clocks(referral.case_id, key, actor=actor, referral_id=referral.pk)


def start_decision(referral: "Referral", *, actor: "Actor | None") -> None:
    """Start the time for a decision on the status, if the pack counts it for this kind of help."""
    for kind in packs.current().referral_types:
        if kind.key == referral.kind and DECISION in kind.clocks:
            start(referral, DECISION, responsible_id=referral.receiver_id, actor=actor)


def stop_all(referral: "Referral", *, actor: "Actor | None") -> None:
    """Stop every clock of a referral that is over."""
    stop(referral, RECEIPT, ANSWER, SERVICE, REPORT, CONFIRMATION, DECISION, actor=actor)
