from korgoo.lib.errors import DomainError


class Later(DomainError):
    """The same will be taken later: nothing is wrong with what was sent."""

    status = 429
