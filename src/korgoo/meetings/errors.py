from korgoo.lib.errors import DomainError


class Meanwhile(DomainError):
    """Somebody else wrote the same part since the page was opened; theirs stands, yours is shown again."""


class NoOwner(DomainError):
    """A decision without an organisation that carries it out is refused."""


class WrongDay(DomainError):
    """A day that has passed, or that cannot be."""
