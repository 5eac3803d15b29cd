"""What is open in memory goes when the last who uses it locks or leaves."""

from typing import Any

from korgoo.lookup import index


def on_locked(*, user_id: int | None, **_signal: Any) -> None:
    """Drop what only this member held open."""
    if user_id is not None:
        index.drop_of(user_id)


def on_left(*, user: Any, **_signal: Any) -> None:
    """Drop what only who signs out held open."""
    on_locked(user_id=getattr(user, "pk", None))
