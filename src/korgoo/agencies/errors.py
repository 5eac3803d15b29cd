from korgoo.lib.errors import DomainError


class Later(DomainError):
    """Very many ask for the same at once. Nothing is lost; it can be asked again in a minute."""

    status = 429
