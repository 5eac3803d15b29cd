from korgoo.lib.errors import DomainError


class CannotPublish(DomainError):
    """What was brought cannot be put into the library."""
