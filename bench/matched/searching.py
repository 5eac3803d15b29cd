"""One person looked for in the second list: how fast, and how often among the first ten.

python searching.py FOLDER native|portable
"""

import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from korgoo.matching import search_store
from korgoo.matching.encoding import Encoded
from korgoo.matching.search import Search
from matched import figures
from matched.ours import encoded

ASKED = 500


def main(folder: Path, paths: list[str]) -> None:
    """Measure and print."""
    found: dict[str, object] = {}
    asked, list_ = (encoded(folder / f"{name}.csv", found) for name in "ab")
    place = {who: row for row, who in enumerate(list_.identifiers())}
    rows = [(row, place[who]) for row, who in enumerate(asked.identifiers()) if who in place][
        :ASKED
    ]
    with tempfile.TemporaryDirectory() as saved:
        search_store.save(Search.of(list_.encoded), Path(saved))
        with figures.timed(found, "open"):
            search = search_store.opened(Path(saved))
            search.find(one_of(asked.encoded, 0), path=paths[0])
        for path in paths:
            found |= measured(search, asked.encoded, rows, path)
    figures.say(found)


def measured(
    search: Search, asked: Encoded, rows: list[tuple[int, int]], path: str
) -> dict[str, object]:
    """Ask for people of whom the row is known."""
    took, hits = [], 0
    for row, right in rows:
        one = one_of(asked, row)
        began = time.perf_counter()
        hits += right in search.find(one, path=path).rows
        took.append(time.perf_counter() - began)
    return {
        f"{path}_ms": 1000 * float(np.median(took)),
        f"{path}_p95_ms": 1000 * float(np.quantile(took, 0.95)),
        "first_ten": hits / len(rows),
    }


def one_of(encoded: Encoded, row: int) -> Encoded:
    """Give one record as a list of one."""
    part = slice(row, row + 1)
    filters = {name: np.array(found[part]) for name, found in encoded.filters.items()}
    codes = {name: np.array(found[part]) for name, found in encoded.codes.items()}
    return Encoded(np.array(encoded.record[part]), filters, codes)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
