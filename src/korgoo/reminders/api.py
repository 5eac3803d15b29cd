"""What other missions may ask. Plain data out, never a model."""

from datetime import datetime
from typing import TYPE_CHECKING

from korgoo.reminders import selectors, services
from korgoo.reminders.selectors import ReminderLine
from korgoo.reminders.sources import Due, register, register_waiting

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

__all__ = [
    "Due",
    "ReminderLine",
    "ask_to_mail",
    "deliver",
    "register",
    "register_waiting",
    "run_organisation_step",
    "start_organisation_clock",
    "stop_organisation_clock",
    "sweep",
    "unseen",
]

sweep = services.sweep
deliver = services.deliver
ask_to_mail = services.ask_to_mail


def unseen(*, actor: "Actor", most: int = 10) -> list[ReminderLine]:
    """List what the member was woken for and has not marked as seen, what ends first on top."""
    return selectors.list_unseen(actor=actor, most=most)


def start_organisation_clock(
    organisation_id: int,
    key: str,
    *,
    subject: str = "",
    due_at: datetime | None = None,
    actor: "Actor | None",
) -> None:
    """Start a time limit of an organisation's own work; one that runs for the same is kept.

    Args:
        organisation_id: Who must act.
        key: Name of the clock in the pack.
        subject: A code of what it is about, such as a period.
        due_at: When the time is over, where a calendar sets it.
        actor: Whose deed starts it; None for the platform.

    Raises:
        KeyError: The pack has no such clock.
    """
    services.start_clock(organisation_id, key, subject=subject, due_at=due_at, actor=actor)


def stop_organisation_clock(
    organisation_id: int, key: str, *, subject: str = "", actor: "Actor | None"
) -> bool:
    """Stop a time limit of an organisation's own work; tell whether one ran."""
    return services.stop_clock(organisation_id, key, subject=subject, actor=actor)


def run_organisation_step(
    organisation_id: int, word: str, *, subject: str = "", actor: "Actor | None"
) -> None:
    """Start and stop what the pack ties to a step of an organisation's own work."""
    services.run_step(organisation_id, word, subject=subject, actor=actor)
