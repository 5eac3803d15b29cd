"""Log-odds of pairs: put together, moved to a sum, shared out among those who can be only one."""

import numpy as np

from korgoo.matching.candidates import Candidates
from korgoo.matching.documents import Odds, share

# Share of the weights without labels in the last word: trees learn little of what is seen seldom, as two records alike in
# everything, and give it less than it is worth. Less than a tenth or more than a third was worse on every list.
UNTAUGHT = 0.2


def mixed(taught: Odds, untaught: Odds) -> Odds:
    """Put what the trees say and what the weights without labels say together (log-odds of p pairs each)."""
    return (1 - UNTAUGHT) * taught + UNTAUGHT * untaught


def levelled(log_odds: Odds, total: float) -> float:
    """Find by how much log-odds must rise or fall so that their shares add up to a total."""
    low, high = -10.0, 10.0
    for _time in range(30):
        middle = (low + high) / 2
        if share(log_odds + middle).sum() < total:
            low = middle
        else:
            high = middle
    return low


def one_of_each(pairs: Candidates, log_odds: Odds, here: int, there: int) -> Odds:
    """Share out what a record has among its candidates, on both sides: nobody is two people.

    Args:
        pairs: Candidates.
        log_odds: Of all of them.
        here: Records of the one list.
        there: Records of the other.
    """
    odds = np.exp(np.clip(log_odds, -40, 40))
    left, right = pairs.here, pairs.there
    mine = np.bincount(left, odds, here)[left]
    theirs = np.bincount(right, odds, there)[right]
    return np.asarray(odds / (1 + mine + theirs - odds))
