"""How many persons are on both lists: posteriors moved until they fit the documents, and those whom no block reaches.

A passport or card is read from no name and no date, so whether two equal ones are there says how many are the same
among pairs of any likeness. A national number holds the date of birth: it would say so of the likest alone.
"""

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.blocks import BLOCKS, mixed
from korgoo.matching.blocks import DOCUMENTS as NUMBERS
from korgoo.matching.candidates import KEEP, LEAST, Candidates
from korgoo.matching.documents import Odds
from korgoo.matching.encoding import Encoded
from korgoo.matching.features import Floats
from korgoo.matching.kernels import ONE
from korgoo.matching.labels import ENOUGH

Places = NDArray[np.int64]
CERTAIN = 0.95  # posterior without the document of those that say how often it is equal
HARDLY = 1e-3  # posterior below which nobody asks how a pair was reached
FEW = 500  # equal documents that weigh as much as the posteriors as they are


def by_names(
    here: Encoded, there: Encoded, pairs: Candidates, alike: Floats, places: Places
) -> NDArray[np.bool_]:
    """Tell which pairs would be candidates if there were no documents.

    Args:
        here: m records.
        there: n records.
        pairs: Candidates.
        alike: Likeness of all candidates without bonus, 0 to 1.
        places: Of the pairs that are asked about.
    """
    left, right = pairs.here[places], pairs.there[places]
    mine = {name: column[left] for name, column in here.codes.items()}
    theirs = {name: column[right] for name, column in there.codes.items()}
    met, bonus = np.zeros(len(left), bool), np.zeros(len(left))
    for block in BLOCKS:
        if not NUMBERS & set(block.here):
            code = mixed(mine, block.here)
            here_too = (code != 0) & (code == mixed(theirs, block.other))
            met |= here_too
            bonus = np.maximum(bonus, here_too * block.bonus)
    score = alike[places] * ONE + bonus
    # One of the kept is this pair itself, kept for its document; a pair behind all others would hardly have been.
    kept = _before_it(pairs, places, score) < KEEP - 1
    return np.asarray(met & (score >= LEAST) & kept)


def reach(posterior: Odds, reached: NDArray[np.bool_]) -> float:
    """Estimate which share of the same persons names and dates reach: by those whom a document finds anyway.

    Args:
        posterior: p, of pairs with an equal number or document: chance and forgery made some of them.
        reached: p, whether names and dates alone would have brought the pair.

    Returns:
        1 where there are too few documents.
    """
    total = float(posterior.sum())
    return float(posterior[reached].sum() / total) if total >= ENOUGH else 1.0


def fit(posterior: Odds, equal: Floats, reached: NDArray[np.bool_]) -> float:
    """Say by which factor more are the same than is believed, as documents tell.

    Of those who are certainly the same we see how often their documents are equal. That share must hold for all the same:
    so the equal documents there are, over it, are how many must be the same.

    Args:
        posterior: p, as believed without the document.
        equal: p, 1 equal, 0 different, not a number where one is not known.
        reached: p, whether names and dates alone brought the pair here: one that came by its document says nothing.

    Returns:
        1 where there are too few documents; between 1 and what they say where there are few.
    """
    known = ~np.isnan(equal) & reached
    certain, labels = known & (posterior > CERTAIN), int((equal[known] == 1).sum())
    if min(int(certain.sum()), labels) < ENOUGH:
        return 1.0
    same = labels / float((equal[certain] == 1).mean())
    return float((same / posterior[known].sum()) ** (labels / (labels + FEW)))


def _before_it(pairs: Candidates, places: Places, score: NDArray[np.float64]) -> Places:
    """Count the other candidates of the same record that are likelier than this score."""
    left = pairs.here[places]
    first = np.searchsorted(pairs.here, left)
    found = np.zeros(len(places), np.int64)
    for offset in range(KEEP):
        at = np.minimum(first + offset, len(pairs) - 1)
        other = (pairs.here[at] == left) & (at != places) & (first + offset < len(pairs))
        found += other & (pairs.likeness[at] > score)
    return found
