from korgoo.lib.errors import DomainError


class Stale(DomainError):
    """Somebody changed the same thing since the page was opened. Nothing was taken."""
