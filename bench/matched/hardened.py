"""What hardening costs: the same two lists, hardened in each way, judged and linked as ever.

python hardened.py FOLDER
"""

import csv
import json
import sys
from dataclasses import asdict
from pathlib import Path

import numpy as np

from korgoo.matching import candidates as mission
from korgoo.matching import linking
from korgoo.matching.columns import Columns
from korgoo.matching.encoding import Encoded, Encoder, together
from korgoo.matching.hardening import Hardening, decoys, hardened
from matched import figures
from matched.ours import KEY

WAYS = (
    Hardening(),
    Hardening(fold=True),
    *(Hardening(flips=share) for share in (0.02, 0.05, 0.2)),
    *(Hardening(decoys=share) for share in (0.15, 0.25)),
    Hardening(fold=True, flips=0.02, decoys=0.25),
)


def main(folder: Path) -> None:
    """Measure each way and print."""
    lists = [read(folder / f"{name}.csv") for name in "ab"]
    truth = json.loads((folder / "truth.json").read_text())["both"]
    print(json.dumps({"ways": [measured(lists, way, truth) for way in WAYS]}))


def measured(
    lists: list[tuple[list[str], Columns]], way: Hardening, truth: int
) -> dict[str, object]:
    """Harden both lists, each with a chance of its own; link them; judge by the truth."""
    both = [dressed(*one, way, np.random.default_rng(seed)) for seed, one in enumerate(lists)]
    (mine, here), (theirs, there) = both
    pairs = mission.candidates(here, there)
    linked = linking.judged(here, there, pairs)
    right = mine[pairs.here] == theirs[pairs.there]
    found = figures.quality(
        (mine[linked.links.here] == theirs[linked.links.there]).tolist(), truth
    )
    return (
        asdict(way)
        | found
        | {
            "reached": float(right.sum() / truth),
            "overlap": linked.judged.overlap / truth,
        }
    )


def dressed(
    names: list[str], columns: Columns, way: Hardening, rng: np.random.Generator
) -> tuple["np.ndarray[tuple[int], np.dtype[np.str_]]", Encoded]:
    """Give who each record is of, decoys being nobody, and the hardened encodings."""
    encoder, whole = Encoder(KEY), [Encoder(KEY).encode(columns)]
    nobody: list[str] = []
    if way.decoys:
        invented = decoys(columns, way.decoys, rng)
        nobody = [f"decoy {rng.integers(2**62)}" for _ in range(len(invented))]
        whole.append(encoder.encode(invented))
    return np.array([*names, *nobody]), hardened(together(whole), way, rng)


def read(path: Path) -> tuple[list[str], Columns]:
    """Read who, and the columns."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = {name: [row[name] for row in rows] for name in Columns.__slots__ if name in rows[0]}
    return [row["who"] for row in rows], Columns.of(columns)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
