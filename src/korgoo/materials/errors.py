"""What may go wrong with a material, beside what every mission knows."""

from korgoo.lib.errors import DomainError


class NoRoom(DomainError):
    """Words do not fit where they stand, however small. ``field``: which words."""

    status = 422

    def __init__(self, message: str, *, field: str) -> None:
        super().__init__(message)
        self.field = field


class Stale(DomainError):
    """Somebody changed it since it was read."""


class NotSoMany(DomainError):
    """There are not so many pieces in this place."""
