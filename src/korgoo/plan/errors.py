from korgoo.lib.errors import DomainError


class NotComplete(DomainError):
    """Something must be there first; the message says what."""
