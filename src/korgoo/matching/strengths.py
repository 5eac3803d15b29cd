"""How sure a link is, in words."""

from enum import StrEnum


class Strength(StrEnum):
    """How sure it is that two records are of one person."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"
    NONE = "none"


# At the measured posteriors: above .99 one in a thousand is wrong, and it may be proposed by itself; down to .5 a person
# looks at it; below nothing is said.
THRESHOLDS = ((Strength.CERTAIN, 0.99), (Strength.LIKELY, 0.9), (Strength.POSSIBLE, 0.5))


def strength(posterior: float) -> Strength:
    """Say a posterior in words."""
    return next((word for word, least in THRESHOLDS if posterior >= least), Strength.NONE)
