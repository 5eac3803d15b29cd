"""clkhash and anonlink on the same lists: one encoding of a record, all pairs compared. Runs in an environment of its own.

python anonlink_peer.py FOLDER icao|skeleton
"""

import csv
import json
import sys
from pathlib import Path

import anonlink
import figures
from clkhash import clk
from clkhash.schema import from_json_dict

LEAST = 0.55  # Dice from which a pair is kept
KEEP = 5


def main(folder: Path, way: str) -> None:
    """Measure and print."""
    found: dict[str, object] = {}
    (one, mine), (other, theirs) = (read(folder / f"{name}.csv", way) for name in "ab")
    with figures.timed(found, "encoding"):
        filters = [
            clk.generate_clks(rows, schema(), "secret", validate=False) for rows in (mine, theirs)
        ]
    found["encoded_per_second"] = (len(one) + len(other)) / float(found["encoding"])  # type: ignore[arg-type]
    with figures.timed(found, "comparing"):
        scores, _sets, (left, right) = anonlink.candidate_generation.find_candidate_pairs(
            filters, anonlink.similarities.dice_coefficient_accelerated, LEAST, k=KEEP
        )
    truth = json.loads((folder / "truth.json").read_text())["both"]
    pairs = zip(
        scores,
        left,
        right,
        (one[i] == other[j] for i, j in zip(left, right, strict=True)),
        strict=True,
    )
    found |= figures.quality(figures.one_to_one(pairs), truth)
    found["pairs_per_second"] = len(one) * len(other) / float(found["comparing"])  # type: ignore[arg-type]
    figures.say(found)


def read(path: Path, way: str) -> tuple[list[str], list[list[str]]]:
    """Read who, and the columns that are encoded."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [f"{name}_{way}" for name in ("surname", "given", "patronymic")]
    fields = [
        [*(row[name] for name in names), row["birth"].replace("-", ""), row["sex"]] for row in rows
    ]
    return [row["who"] for row in rows], fields


def schema():
    """Two letters at a time of names, and of the date with their places; weighed as names weigh with us."""

    def field(name: str, bits: int, *, positional: bool = False, n: int = 2):
        return {
            "identifier": name,
            "format": {"type": "string", "encoding": "utf-8"},
            "hashing": {
                "comparison": {"type": "ngram", "n": n, "positional": positional},
                "strategy": {"bitsPerToken": bits},
                "hash": {"type": "doubleHash"},
                "missingValue": {"sentinel": ""},
            },
        }

    features = [
        field("surname", 12), field("given", 12), field("patronymic", 4),
        field("birth", 20, positional=True, n=1), field("sex", 4, n=1),
    ]  # fmt: skip
    kdf = {"type": "HKDF", "hash": "SHA256", "salt": "c2FsdA==", "info": "", "keySize": 64}
    return from_json_dict(
        {"version": 3, "clkConfig": {"l": 1024, "kdf": kdf}, "features": features}
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
