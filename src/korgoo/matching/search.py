"""One person looked for in one list: candidates by likeness and by shared codes, then in order of all that agrees."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.blocks import BLOCKS, BlockIndex
from korgoo.matching.candidates import Candidates
from korgoo.matching.documents import Odds, with_documents
from korgoo.matching.encoding import Encoded
from korgoo.matching.features import Compared, Floats, Standing, rarity_of
from korgoo.matching.fellegi_sunter import Weights
from korgoo.matching.filter_index import Index
from korgoo.matching.levels import Agreement
from korgoo.matching.usual import DOCUMENT_WEIGHTS, USUAL

LIKEST = 200  # candidates by likeness
OF_A_CODE = 200  # a code that more records bear brings none


@dataclass(frozen=True, slots=True)
class Hits:
    """Records found, the best first: row, and the evidence for it (logarithm of a likelihood ratio)."""

    rows: NDArray[np.int64]
    evidence: Odds


@dataclass(slots=True)
class Search:
    """A list that is asked for one person at a time. Everything it holds may be mapped from files."""

    encoded: Encoded
    index: Index
    blocks: list[BlockIndex]
    rarity: dict[str, Floats]
    weights: Weights

    @classmethod
    def of(cls, encoded: Encoded, weights: Weights = USUAL) -> "Search":
        """Prepare a list of n records: seconds for a million."""
        blocks = [BlockIndex.of(block, encoded.codes) for block in BLOCKS]
        rarity = {name: rarity_of(encoded.codes[name]) for name in ("surname", "given")}
        return cls(encoded, Index.of(encoded.record), blocks, rarity, weights)

    def find(self, asked: Encoded, keep: int = 10, path: str = "") -> Hits:
        """Find a person.

        Args:
            asked: One record under the same key; parts may be unknown.
            keep: Hits wanted.
            path: ``native`` or ``portable``; the same hits.
        """
        rows, _likeness = self.index.likest(asked.record[0], LIKEST, path)
        rows = np.unique(np.concatenate([rows, *self._by_code(asked)]))
        evidence = self._evidence(asked, rows)
        order = np.lexsort((rows, -evidence))[:keep]
        return Hits(rows[order], evidence[order])

    def _by_code(self, asked: Encoded) -> list[NDArray[np.int64]]:
        found = []
        for index in self.blocks:
            first, number = (int(one[0]) for one in index.ranges(asked.codes))
            if number <= OF_A_CODE:
                found.append(index.rows[first : first + number].astype(np.int64))
        return found

    def _evidence(self, asked: Encoded, rows: NDArray[np.int64]) -> Odds:
        pairs = Candidates(np.zeros_like(rows), rows, np.zeros(len(rows), np.uint32))
        nobody = np.full(1, np.nan, np.float32)
        rarity = {name: (nobody, share) for name, share in self.rarity.items()}
        compared = Compared(
            asked, self.encoded, rarity, np.zeros(len(rows), np.float32), Standing.none()
        )
        features = compared.plain(pairs)
        evidence = self.weights.evidence(Agreement.of(features), features)
        return with_documents(evidence, compared.documents(pairs, slice(None)), DOCUMENT_WEIGHTS)
