"""What other missions may ask of forms filled elsewhere."""

from korgoo.fieldforms import services

__all__ = ["throw_away_old"]


def throw_away_old() -> int:
    """Throw away filled forms that nobody took in 30 days.

    Returns:
        How many imports were dropped.
    """
    return services.drop_old()
