"""Errors that only activities have."""

from korgoo.lib.errors import DomainError


class Meanwhile(DomainError):
    """Somebody else changed the record after this page was opened."""
