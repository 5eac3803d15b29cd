"""What can go wrong with a campaign."""

from korgoo.lib.errors import DomainError


class Overtaken(DomainError):
    """A colleague was quicker."""
