from korgoo.lib.errors import DomainError


class Obstructed(DomainError):
    """Something stands in the way of an adoption; its page says what."""

    status = 409
