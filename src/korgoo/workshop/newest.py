"""The edition that a new draft follows: the last one, also when it is still to come."""

from korgoo.identification import api as identification


def edition() -> identification.Edition:
    """Give the edition that holds last, of those in force and to come."""
    return identification.list_editions()[-1]
