from korgoo.lib.errors import DomainError


class CannotPromise(DomainError):
    """What was said of a promise does not hold together."""


class Meanwhile(DomainError):
    """Somebody changed the promise since the form was shown."""
