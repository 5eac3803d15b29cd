from korgoo.lib.errors import DomainError


class NoConsent(DomainError):
    """The person did not agree that this organisation is asked."""

    status = 409
