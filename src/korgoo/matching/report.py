"""What may be said of a link in public: counts and shares, no record, no identifier."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from korgoo.matching.counting import Evidence, Overlaps, overlaps
from korgoo.matching.linking import Linked
from korgoo.matching.strengths import THRESHOLDS

FEW = 5  # a cell with fewer persons is not told


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of one link of two lists."""

    sizes: tuple[int, int]
    looked_at: int
    candidates: int
    split: int
    dropped: int
    strengths: dict[str, int]
    overlap: float
    reach: float
    by_documents: bool
    labelled: int
    overlaps: Overlaps

    def to_data(self) -> dict[str, Any]:
        """Give the counts as plain data; few persons as "<5"."""
        cells = {
            "both" if len(lists) == 2 else f"only list {lists[0] + 1}": found
            for lists, found in self.overlaps.cells.items()
        }
        return {
            "records": list(self.sizes),
            "pairs_looked_at": self.looked_at,
            "candidates": self.candidates,
            "records_in_split_blocks": self.split,
            "records_in_dropped_blocks": self.dropped,
            "links": {word: told(number) for word, number in self.strengths.items()},
            "persons_on_both": told(self.overlap),
            "share_reached": round(self.reach, 4),
            "learnt_from_documents": self.by_documents,
            "labelled_pairs": told(self.labelled),
            "overlap_table": {
                name: {"persons": told(one.mean), "low": told(one.low), "high": told(one.high)}
                for name, one in cells.items()
            },
        }


def told(number: float) -> int | str:
    """Give a count of persons as it may be told: none, "<5", or rounded to whole ones."""
    whole = round(number)
    return f"<{FEW}" if 0 < whole < FEW else whole


def summary(sizes: tuple[int, int], linked: Linked) -> Summary:
    """Count what came of a link."""
    evidence = Evidence(0, 1, linked.pairs.here, linked.pairs.there, linked.judged.posterior)
    bounds = [1.01, *(least for _word, least in THRESHOLDS)]
    posterior = linked.links.posterior
    strengths = {
        word.value: int(np.sum((posterior >= least) & (posterior < above)))
        for (word, least), above in zip(THRESHOLDS, bounds, strict=False)
    }
    counts, judged = linked.pairs.counts, linked.judged
    return Summary(
        sizes, counts.pairs, len(linked.pairs), counts.split, counts.dropped, strengths, judged.overlap,
        judged.reach, judged.by_documents, judged.labelled, overlaps(sizes, [evidence], draws=50),
    )  # fmt: skip
