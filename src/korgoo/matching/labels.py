"""Labels without people: equal numbers say "the same", different national numbers say "not".

A number alone is not believed, for passports are forged and shared: the given name or the year of birth must agree.
National numbers have slips too: a few of those called different are the same; what is learnt is asked once more.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.features import DOCUMENTS, NAMES, Floats

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
