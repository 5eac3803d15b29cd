"""Count the weights for a search anew: the numbers of ``korgoo.matching.usual``, from invented people with truth.

    cd bench && python -m matched.weights [SIZE]

Prints them as they stand in that module. They change only when skeletons, levels or the invented people do.
"""

import sys

import numpy as np

from korgoo.matching.candidates import Candidates
from korgoo.matching.columns import Columns
from korgoo.matching.encoding import Encoded, Encoder
from korgoo.matching.features import Compared
from korgoo.matching.fictitious.people import make
from korgoo.matching.fictitious.writing import two_lists
from korgoo.matching.levels import FIELDS, UNKNOWN, Agreement

KEY, SEED, RANDOM = b"a key of thirty-two bytes, bench", 50_000, 2_000_000
AT_ONCE = 250_000


def main(size: int) -> None:
    """Count and print."""
    lists = two_lists(make(int(size * 1.7) + 1, seed=SEED), overlap=0.3, seed=SEED + 1)
    here, there = (Encoder(KEY).encode(Columns.of(one.columns())) for one in lists)
    place = {who: row for row, who in enumerate(lists[1].who.tolist())}
    both = [(row, place[who]) for row, who in enumerate(lists[0].who.tolist()) if who in place]
    rng = np.random.default_rng(SEED)
    others = [(int(i), int(j)) for i, j in rng.integers(0, size, (RANDOM, 2))]
    for name, rows in (("_M", both), ("_U", others)):
        found = counted(here, there, np.array(rows))
        print(f"{name} = {{")
        for field, shares in found.items():
            print(f'    "{field}": ({", ".join(f"{one:.6f}" for one in shares)}),')
        print("}")


def counted(here: Encoded, there: Encoded, pairs: np.ndarray) -> dict[str, np.ndarray]:
    """Count the levels of some pairs.

    Args:
        here: m records.
        there: n records.
        pairs: p x 2 rows.

    Returns:
        Shares of each level by field.
    """
    levels = {name: np.full(len(shares), 1e-6) for name, shares in FIELDS.items()}
    for start in range(0, len(pairs), AT_ONCE):
        left, right = pairs[start : start + AT_ONCE].T
        some = Candidates(left, right, np.zeros(len(left), np.uint32))
        compared = Compared.of(here, there, some)
        for name, level in Agreement.of(compared.plain(some)).levels.items():
            levels[name] += np.bincount(level[level != UNKNOWN], minlength=len(levels[name]))
    return {name: counts / counts.sum() for name, counts in levels.items()}


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
