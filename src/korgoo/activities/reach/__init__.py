"""How many people a row of events reached: events, contacts, and what can honestly be said of people.

Plain Python, without Django, so that an analyst can import it in a notebook. Method, sources and limits:
docs/methods/campaign-reach.md.
"""

from korgoo.activities.reach.estimate import (
    LEAST_ANSWERS,
    LEAST_SHARE,
    Basis,
    Event,
    Reach,
    estimate,
)

__all__ = ["LEAST_ANSWERS", "LEAST_SHARE", "Basis", "Event", "Reach", "estimate"]
