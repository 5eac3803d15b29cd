"""Labels without people: equal numbers say "the same", different national numbers say "not".

A number alone is not believed, for passports are forged and shared: the given name or the year of birth must agree.
National numbers have slips too: a few of those called different are the same; what is learnt is asked once more.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.blocks import BLOCKS, mixed
from korgoo.matching.blocks import DOCUMENTS as NUMBERS
from korgoo.matching.candidates import KEEP, LEAST, Candidates
from korgoo.matching.encoding import Encoded
from korgoo.matching.features import DOCUMENTS, NAMES, Floats
from korgoo.matching.kernels import ONE

ENOUGH = 150  # pairs labelled the same: fewer teach nothing
ALIKE = 0.6  # likeness of given names that counts as agreement
NUMBER, DOCUMENT, _PHONE = range(len(DOCUMENTS))


@dataclass(frozen=True, slots=True)
class Labels:
    """Places of pairs, and what the documents say of them."""

    same: NDArray[np.int64]
    same_by_number: NDArray[np.int64]
    not_same: NDArray[np.int64]
    share_by_number: float

    def at(self, places: NDArray[np.int64]) -> "Labels":
        """Give the same labels for pairs that stand at other places."""
        return Labels(
            places[self.same],
            places[self.same_by_number],
            places[self.not_same],
            self.share_by_number,
        )

    @property
    def are_enough(self) -> bool:
        """Whether they can teach anything."""
        return min(len(self.same), len(self.not_same)) >= ENOUGH


def labels(features: Floats, documents: Floats) -> Labels:
    """Read labels from documents.

    Args:
        features: p x len(NAMES).
        documents: p x len(DOCUMENTS).
    """
    given, year = features[:, NAMES.index("given")], features[:, NAMES.index("year")]
    crossed = features[:, NAMES.index("surname/given more")]
    agrees = (given > ALIKE) | (crossed > ALIKE) | (year == 1)
    by_number = (documents[:, NUMBER] == 1) & agrees
    by_document = (documents[:, DOCUMENT] == 1) & agrees
    same = by_number | by_document
    not_same = (documents[:, NUMBER] == 0) & ~same
    # Those with two numbers are a fair sample of all pairs; those with equal passports only come on top.
    fair = int((same & ~np.isnan(documents[:, NUMBER])).sum())
    share = fair / max(int(same.sum()), 1)
    return Labels(np.flatnonzero(same), np.flatnonzero(by_number), np.flatnonzero(not_same), share)


def reach(here: Encoded, there: Encoded, pairs: Candidates, alike: Floats, found: Labels) -> float:
    """Estimate which share of the same persons the blocks reach: by those whom a document finds anyway.

    Args:
        here: m records.
        there: n records.
        pairs: Candidates.
        alike: Likeness of the candidates without bonus, 0 to 1.
        found: What documents say of them.
    """
    if not found.are_enough:
        return 1.0
    left, right = pairs.here[found.same], pairs.there[found.same]
    mine = {name: column[left] for name, column in here.codes.items()}
    theirs = {name: column[right] for name, column in there.codes.items()}
    met, bonus = np.zeros(len(left), bool), np.zeros(len(left))
    for block in BLOCKS:
        if not NUMBERS & set(block.here):
            code = mixed(mine, block.here)
            here_too = (code != 0) & (code == mixed(theirs, block.other))
            met |= here_too
            bonus = np.maximum(bonus, here_too * block.bonus)
    score = alike[found.same] * ONE + bonus
    # One of the kept is this pair itself, kept for its document; a pair behind all others would hardly have been.
    kept = _before_it(pairs, found.same, score) < KEEP - 1
    return float((met & (score >= LEAST) & kept).mean())


def _before_it(
    pairs: Candidates, places: NDArray[np.int64], score: NDArray[np.float64]
) -> NDArray[np.int64]:
    """Count the other candidates of the same record that are likelier than this score."""
    left = pairs.here[places]
    first = np.searchsorted(pairs.here, left)
    found = np.zeros(len(places), np.int64)
    for offset in range(KEEP):
        at = np.minimum(first + offset, len(pairs) - 1)
        other = (pairs.here[at] == left) & (at != places) & (first + offset < len(pairs))
        found += other & (pairs.likeness[at] > score)
    return found
